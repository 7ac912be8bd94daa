package pl.goniec.conversation.boundary;

import static pl.goniec.platform.security.Roles.SYSTEM;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import pl.goniec.attachment.boundary.AttachmentService;
import pl.goniec.conversation.api.MessageSent;
import pl.goniec.conversation.api.SentMessage;
import pl.goniec.conversation.control.ConversationQueries;
import pl.goniec.conversation.control.ConversationRepository;
import pl.goniec.conversation.entity.Body;
import pl.goniec.platform.config.Settings;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/** Messages that a program of the office writes to one client. Whoever calls this sees to it that each is sent once. */
@Stateless
@DenyAll
public class ProgramMessageService {

    @Inject
    ConversationRepository conversations;

    @Inject
    ConversationQueries queries;

    @Inject
    AttachmentService attachments;

    @Inject
    Settings settings;

    @Inject
    Event<MessageSent> events;

    /**
     * Sends a message into the running conversation of a client.
     *
     * @param program as whom it is written
     * @throws BusinessException {@code message.blank} or {@code message.tooLong}
     * @throws ConflictException {@code conversation.unreachable} when the client's account is not in use
     * @throws NotFoundException when the company has no such client
     */
    @RolesAllowed(SYSTEM)
    public SentMessage send(PersonId program, CompanyId company, PersonId client, String text) {
        var conversation = conversations.of(company, client).orElseThrow(NotFoundException::new);
        conversations.lock(conversation);
        if (!queries.person(conversation).reachable()) {
            throw new ConflictException("conversation.unreachable");
        }
        var files = attachments.open();
        attachments.seal(files);
        var body = new Body(null, text, files, settings.maxTextLength());
        conversations.add(body);
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var message = conversation.post(program, Role.BACK_OFFICE, body, null, now);
        conversations.add(message);
        events.fire(new MessageSent(message.id(), company, program, queries.audience(conversation)));
        return message.sent();
    }
}
