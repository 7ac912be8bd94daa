package pl.goniec.backoffice.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import pl.goniec.broadcast.boundary.ProgramBroadcastService;
import pl.goniec.shared.PersonId;

/** {@code QueryBroadcast}: how far a POWIADOMIENIE of the same program has come. */
@Dependent
public class QueryBroadcastHandler {

    @Inject
    RequestRepository requests;

    @Inject
    ProgramBroadcastService broadcasts;

    Reply handle(Request request, PersonId program) {
        var sums = broadcasts.sums(program, requests.sentBroadcast(program, request));
        return Reply.done(
                request.id(),
                Map.of(
                        "recipients", sums.total(),
                        "pending", sums.pending(),
                        "delivered", sums.delivered(),
                        "read", sums.read(),
                        "failed", sums.failed(),
                        "cancelled", sums.cancelled()));
    }
}
