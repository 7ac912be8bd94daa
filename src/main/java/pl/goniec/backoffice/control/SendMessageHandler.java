package pl.goniec.backoffice.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import pl.goniec.conversation.boundary.ProgramMessageService;
import pl.goniec.shared.PersonId;

/** {@code SendMessage}: one message into the running conversation of one client. */
@Dependent
public class SendMessageHandler {

    @Inject
    Addressees addressees;

    @Inject
    ProgramMessageService messages;

    Reply handle(Request request, PersonId program) {
        var body = request.body();
        var company = addressees.company(body.getJsonObject("company"));
        var person = addressees.person(company, body.getString("person"));
        messages.send(program, company, person, body.getString("text"));
        return Reply.done(request.id(), Map.of("messages", 1L));
    }
}
