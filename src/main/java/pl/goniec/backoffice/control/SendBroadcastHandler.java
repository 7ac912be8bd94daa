package pl.goniec.backoffice.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import pl.goniec.broadcast.api.Notice;
import pl.goniec.broadcast.boundary.ProgramBroadcastService;
import pl.goniec.shared.PersonId;

/** {@code SendBroadcast}: a POWIADOMIENIE to all companies, to those of a list or to those with a tag. */
@Dependent
public class SendBroadcastHandler {

    @Inject
    Addressees addressees;

    @Inject
    ProgramBroadcastService broadcasts;

    Reply handle(Request request, PersonId program) {
        var body = request.body();
        var notice = new Notice(
                body.getString("title", ""), body.getString("text"), body.getBoolean("withEmployees", false));
        var accepted = broadcasts.submit(program, notice, addressees.companies(body.get("companies")));
        return Reply.accepted(
                request.id(), accepted.id(), Map.of("companies", (long) accepted.companies(), "recipients", (long)
                        accepted.recipients()));
    }
}
