package pl.goniec.conversation.boundary;

import static pl.goniec.platform.security.Roles.CLIENT;
import static pl.goniec.platform.security.Roles.OFFICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import pl.goniec.attachment.boundary.AttachmentService;
import pl.goniec.conversation.api.MessageSent;
import pl.goniec.conversation.api.SendMessage;
import pl.goniec.conversation.api.SentMessage;
import pl.goniec.conversation.control.ConversationQueries;
import pl.goniec.conversation.control.ConversationRepository;
import pl.goniec.conversation.control.DraftRepository;
import pl.goniec.conversation.control.Participation;
import pl.goniec.conversation.entity.Body;
import pl.goniec.conversation.entity.Draft;
import pl.goniec.conversation.entity.Message;
import pl.goniec.identity.boundary.CallerScope;
import pl.goniec.platform.config.Settings;
import pl.goniec.platform.security.RefusalsReported;
import pl.goniec.shared.AccessScope;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.ForbiddenException;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.Side;

/** Sending. Once acknowledged a message is never lost, and never doubled however often it is sent. */
@Stateless
@DenyAll
@RefusalsReported
public class MessageService {

    @Inject
    CallerScope caller;

    @Inject
    ConversationRepository conversations;

    @Inject
    ConversationQueries queries;

    @Inject
    DraftRepository drafts;

    @Inject
    AttachmentService attachments;

    @Inject
    Settings settings;

    @Inject
    Event<MessageSent> events;

    /**
     * Sends a draft with its files. The draft's id is the key: sent again with the same text it is acknowledged again.
     *
     * @throws BusinessException {@code message.blank} or {@code message.tooLong}; nothing is sent and the draft stays
     * @throws ConflictException {@code message.alreadySent} when the draft was sent with another text;
     *     {@code conversation.unreachable} when the client's account is not in use
     * @throws ForbiddenException {@code conversation.mayNotStart} when an employee may not begin a conversation
     * @throws NotFoundException when the conversation or the draft is not the caller's
     */
    @RolesAllowed({OFFICE, CLIENT})
    public SentMessage send(SendMessage command) {
        var scope = caller.person();
        var participation = conversations.get(command.conversation(), scope);
        conversations.lock(participation.conversation());
        var earlier = conversations.sentFrom(command.draft());
        if (earlier.isPresent()) {
            return repeated(earlier.get(), command, scope);
        }
        var draft = drafts.find(command.draft(), scope)
                .filter(found -> found.conversation().equals(command.conversation()))
                .orElseThrow(NotFoundException::new);
        requireAllowed(participation);
        return post(participation, draft, command, scope).sent();
    }

    private Message post(Participation participation, Draft draft, SendMessage command, AccessScope scope) {
        var body = new Body(null, command.text(), draft.attachmentSet(), settings.maxTextLength());
        conversations.add(body);
        attachments.seal(draft.attachmentSet());
        var conversation = participation.conversation();
        var message = conversation.post(scope.person(), participation.role(), body, draft.id(), now());
        conversations.add(message);
        drafts.remove(draft);
        events.fire(
                new MessageSent(message.id(), conversation.company(), scope.person(), queries.audience(conversation)));
        return message;
    }

    /** As the database keeps it: the acknowledgement of a repetition is read from there and must be the same. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private SentMessage repeated(Message message, SendMessage command, AccessScope scope) {
        if (!message.isBy(scope.person(), command.conversation())) {
            throw new NotFoundException();
        }
        if (!conversations.body(message.bodyId()).says(command.text())) {
            throw new ConflictException("message.alreadySent");
        }
        return message.sent();
    }

    private void requireAllowed(Participation participation) {
        var conversation = participation.conversation();
        if (participation.side() == Side.OFFICE) {
            if (!queries.person(conversation).reachable()) {
                throw new ConflictException("conversation.unreachable");
            }
        } else if (conversation.length() == 0 && !queries.mayStart(conversation)) {
            throw new ForbiddenException("conversation.mayNotStart");
        }
    }
}
