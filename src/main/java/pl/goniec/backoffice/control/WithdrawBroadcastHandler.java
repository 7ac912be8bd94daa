package pl.goniec.backoffice.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import pl.goniec.broadcast.boundary.ProgramBroadcastService;
import pl.goniec.shared.PersonId;

/** {@code WithdrawBroadcast}: a POWIADOMIENIE of the same program goes to nobody any more; whoever has it keeps it. */
@Dependent
public class WithdrawBroadcastHandler {

    @Inject
    RequestRepository requests;

    @Inject
    ProgramBroadcastService broadcasts;

    Reply handle(Request request, PersonId program) {
        var sums = broadcasts.withdraw(program, requests.sentBroadcast(program, request));
        return Reply.done(request.id(), Map.of("cancelled", sums.cancelled(), "delivered", sums.delivered()));
    }
}
