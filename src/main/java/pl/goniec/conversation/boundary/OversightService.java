package pl.goniec.conversation.boundary;

import static pl.goniec.platform.security.Roles.CLIENT;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import pl.goniec.conversation.api.ConversationOverseen;
import pl.goniec.conversation.api.ConversationRow;
import pl.goniec.conversation.api.ThreadDetails;
import pl.goniec.conversation.api.ThreadPage;
import pl.goniec.conversation.control.ConversationQueries;
import pl.goniec.conversation.control.OversightQueries;
import pl.goniec.conversation.control.ThreadQueries;
import pl.goniec.conversation.entity.Conversation;
import pl.goniec.identity.boundary.CallerScope;
import pl.goniec.platform.security.RefusalsReported;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.Side;

/**
 * What an entrepreneur may read of his employees' conversations with the office while the company's switch is on. He only looks:
 * nothing of it is unread for him, no marker is moved, and he can write nothing.
 */
@Stateless
@DenyAll
@RefusalsReported
public class OversightService {

    @Inject
    CallerScope caller;

    @Inject
    OversightQueries oversight;

    @Inject
    ConversationQueries queries;

    @Inject
    ThreadQueries threads;

    @Inject
    Event<ConversationOverseen> events;

    /**
     * Returns the conversations of the company's employees that hold a message, the latest first; unread is always 0.
     *
     * @throws NotFoundException when the caller is no entrepreneur of the company or its switch is off
     */
    @RolesAllowed(CLIENT)
    public List<ConversationRow> conversations(CompanyId company) {
        var scope = caller.client();
        if (!oversight.allowed(company, scope)) {
            throw new NotFoundException();
        }
        return oversight.rows(company, scope);
    }

    /**
     * Opens an employee's conversation at its end.
     *
     * @throws NotFoundException when it is no conversation of an employee of the caller, or the switch is off
     */
    @RolesAllowed(CLIENT)
    public ThreadDetails thread(ConversationId id) {
        var scope = caller.client();
        var conversation = oversight.find(id, scope).orElseThrow(NotFoundException::new);
        var person = queries.person(conversation);
        events.fire(new ConversationOverseen(id, conversation.company(), scope.person()));
        return new ThreadDetails(
                id,
                conversation.company(),
                conversation.person(),
                person.name(),
                person.email(),
                person.role(),
                Side.CLIENT,
                0,
                0,
                false,
                page(conversation, conversation.length() + 1));
    }

    /**
     * Returns the messages before a position, at most {@value ConversationService#PAGE}.
     *
     * @throws NotFoundException when it is no conversation of an employee of the caller, or the switch is off
     */
    @RolesAllowed(CLIENT)
    public ThreadPage older(ConversationId id, long before) {
        return page(oversight.find(id, caller.client()).orElseThrow(NotFoundException::new), before);
    }

    private ThreadPage page(Conversation conversation, long before) {
        long last = Math.min(before - 1, conversation.length());
        long first = Math.max(1, last - ConversationService.PAGE + 1);
        return new ThreadPage(
                threads.between(conversation, Side.CLIENT, first, last), first > 1, last < conversation.length());
    }
}
