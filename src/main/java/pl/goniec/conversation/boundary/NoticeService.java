package pl.goniec.conversation.boundary;

import static pl.goniec.platform.security.Roles.CARETAKER;
import static pl.goniec.platform.security.Roles.OFFICE_HEAD;
import static pl.goniec.platform.security.Roles.SYSTEM;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import pl.goniec.conversation.api.DeliverNotice;
import pl.goniec.conversation.api.NoticeBody;
import pl.goniec.conversation.control.ConversationRepository;
import pl.goniec.conversation.control.NoticeQueries;
import pl.goniec.conversation.control.NoticeWriter;
import pl.goniec.conversation.entity.Body;
import pl.goniec.platform.config.Settings;
import pl.goniec.shared.BusinessException;

/** One text and its files, written once and delivered into many conversations. */
@Stateless
@DenyAll
public class NoticeService {

    @Inject
    ConversationRepository conversations;

    @Inject
    NoticeQueries queries;

    @Inject
    NoticeWriter writer;

    @Inject
    Settings settings;

    /**
     * Writes the text once and returns its number.
     *
     * @throws BusinessException {@code message.blank}, {@code message.tooLong} or {@code broadcast.titleTooLong}
     */
    @RolesAllowed({OFFICE_HEAD, CARETAKER, SYSTEM})
    public long write(String title, String text, long attachmentSet) {
        var body = new Body(title, text, attachmentSet, settings.maxTextLength());
        conversations.add(body);
        return body.id();
    }

    /** Returns what was written under the numbers. */
    @RolesAllowed({OFFICE_HEAD, CARETAKER})
    public List<NoticeBody> read(Collection<Long> bodies) {
        return bodies.isEmpty() ? List.of() : queries.bodies(bodies);
    }

    /** Tells whether this title and text are what was written under the number. */
    @RolesAllowed({OFFICE_HEAD, CARETAKER})
    public boolean says(long body, String title, String text) {
        return conversations.body(body).says(title, text);
    }

    /** Delivers into the conversations of a chunk and returns into how many; the caller sees to it that it happens once. */
    @RolesAllowed(SYSTEM)
    public int deliver(DeliverNotice notice) {
        return writer.write(notice, Instant.now());
    }
}
