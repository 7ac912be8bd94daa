package pl.goniec.conversation.boundary;

import static pl.goniec.platform.security.Roles.CARETAKER;
import static pl.goniec.platform.security.Roles.CLIENT;
import static pl.goniec.platform.security.Roles.OFFICE;
import static pl.goniec.platform.security.Roles.OFFICE_HEAD;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pl.goniec.company.boundary.CompanyService;
import pl.goniec.conversation.api.ConversationRead;
import pl.goniec.conversation.api.ConversationRow;
import pl.goniec.conversation.api.MarkersMoved;
import pl.goniec.conversation.api.MessageRow;
import pl.goniec.conversation.api.RecipientRow;
import pl.goniec.conversation.api.ThreadDetails;
import pl.goniec.conversation.api.ThreadPage;
import pl.goniec.conversation.control.ConversationQueries;
import pl.goniec.conversation.control.ConversationRepository;
import pl.goniec.conversation.control.Participation;
import pl.goniec.conversation.control.ThreadQueries;
import pl.goniec.conversation.entity.Reading;
import pl.goniec.identity.boundary.CallerScope;
import pl.goniec.platform.security.RefusalsReported;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.ForbiddenException;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Side;

/** Conversations: finding, opening, paging and reading. A conversation that is not the caller's does not exist for him. */
@Stateless
@DenyAll
@RefusalsReported
public class ConversationService {

    /** Messages loaded at a time. */
    public static final int PAGE = 50;

    /** Messages shown before the first unread one. */
    public static final int CONTEXT = 10;

    @Inject
    CallerScope caller;

    @Inject
    CompanyService companies;

    @Inject
    ConversationRepository conversations;

    @Inject
    ConversationQueries queries;

    @Inject
    ThreadQueries threads;

    @Inject
    Event<Object> events;

    /**
     * Returns a company's conversations that hold a message, unread first, then the latest.
     *
     * @param search part of a person's name, e-mail or of any message's text; blank for all
     * @throws NotFoundException when the company is not the caller's
     */
    @RolesAllowed(OFFICE)
    public List<ConversationRow> conversations(CompanyId company, String search) {
        var scope = caller.office();
        companies.requireAll(Set.of(company), scope);
        return queries.rows(company, search, scope);
    }

    /**
     * Returns the people of a company to whom the office may write, those it can not reach included.
     *
     * @throws NotFoundException when the company is not the caller's
     */
    @RolesAllowed(OFFICE)
    public List<RecipientRow> recipients(CompanyId company) {
        var scope = caller.office();
        companies.requireAll(Set.of(company), scope);
        return queries.recipients(company, scope);
    }

    /**
     * Returns the newest messages of a company, newest first.
     *
     * @throws NotFoundException when the company is not the caller's
     */
    @RolesAllowed(OFFICE)
    public List<MessageRow> latest(CompanyId company, int count) {
        var scope = caller.office();
        companies.requireAll(Set.of(company), scope);
        return threads.latest(company, count, scope);
    }

    /**
     * Returns the running conversation with a person of a company.
     *
     * @throws NotFoundException when the company is not the caller's or has no such person
     * @throws ConflictException {@code conversation.unreachable} when the person's account is not in use
     */
    @RolesAllowed(OFFICE)
    public ConversationId with(CompanyId company, PersonId person) {
        var conversation = conversations.get(company, person, caller.office()).conversation();
        if (!queries.person(conversation).reachable()) {
            throw new ConflictException("conversation.unreachable");
        }
        return conversation.id();
    }

    /**
     * Returns the caller's own conversation with the office.
     *
     * @throws NotFoundException when he does not belong to the company
     * @throws ForbiddenException {@code conversation.mayNotStart} when it has not begun and he may not begin it
     */
    @RolesAllowed(CLIENT)
    public ConversationId withOffice(CompanyId company) {
        var scope = caller.client();
        var conversation = conversations.get(company, scope.person(), scope).conversation();
        if (conversation.length() == 0 && !queries.mayStart(conversation)) {
            throw new ForbiddenException("conversation.mayNotStart");
        }
        return conversation.id();
    }

    /**
     * Opens a conversation at the first unread message, or at its end. Nothing is marked as read.
     *
     * @throws NotFoundException when it is not the caller's
     */
    @RolesAllowed({OFFICE, CLIENT})
    public ThreadDetails open(ConversationId id) {
        var scope = caller.person();
        var participation = conversations.get(id, scope);
        var conversation = participation.conversation();
        var other = participation.side().other();
        long read = queries.marker(id, scope.person(), participation.side());
        long unread = conversation.count(other) - read;
        long firstUnread = unread > 0 ? threads.position(id, other, read + 1).orElse(0L) : 0;
        long first =
                firstUnread > 0 ? Math.max(1, firstUnread - CONTEXT) : Math.max(1, conversation.length() - PAGE + 1);
        long last = firstUnread > 0 ? firstUnread + PAGE - 1 : conversation.length();
        var person = queries.person(conversation);
        return new ThreadDetails(
                id,
                conversation.company(),
                conversation.person(),
                person.name(),
                person.email(),
                person.role(),
                participation.side(),
                unread,
                firstUnread,
                writable(participation, person),
                page(participation, first, last));
    }

    /**
     * Returns the last message of the caller's own conversation with the office, read or not, if there is one.
     *
     * @throws NotFoundException when it is not the caller's
     */
    @RolesAllowed(CLIENT)
    public Optional<MessageRow> last(ConversationId id) {
        var participation = conversations.get(id, caller.client());
        var conversation = participation.conversation();
        return threads
                .between(conversation, participation.side(), conversation.length(), conversation.length())
                .stream()
                .findFirst();
    }

    /** Returns the messages before a position, at most {@value #PAGE}. */
    @RolesAllowed({OFFICE, CLIENT})
    public ThreadPage older(ConversationId id, long before) {
        return page(conversations.get(id, caller.person()), Math.max(1, before - PAGE), before - 1);
    }

    /** Returns the messages after a position, at most {@value #PAGE}. */
    @RolesAllowed({OFFICE, CLIENT})
    public ThreadPage newer(ConversationId id, long after) {
        return page(conversations.get(id, caller.person()), after + 1, after + PAGE);
    }

    /** Returns the messages from one position to another, both included, as they are now. */
    @RolesAllowed({OFFICE, CLIENT})
    public ThreadPage between(ConversationId id, long first, long last) {
        return page(conversations.get(id, caller.person()), Math.max(1, first), last);
    }

    /**
     * Notes that the caller was shown the conversation up to a position. Reading never goes back, and is kept for ever.
     *
     * @throws NotFoundException when it is not the caller's
     */
    @RolesAllowed({OFFICE, CLIENT})
    public void markRead(ConversationId id, long upToPosition) {
        var scope = caller.person();
        var participation = conversations.get(id, scope);
        var side = participation.side();
        long number = threads.numberAt(participation.conversation(), side.other(), upToPosition);
        if (number <= queries.marker(id, scope.person(), side)) {
            return;
        }
        conversations.lock(participation.conversation());
        if (conversations.marker(id, scope.person(), side).advance(number)) {
            conversations.add(new Reading(id, scope.person(), side, number, Instant.now()));
            events.fire(new ConversationRead(
                    id,
                    participation.conversation().company(),
                    scope.person(),
                    number,
                    queries.audience(participation.conversation())));
        }
    }

    /**
     * Moves the caller's own markers to the end in all conversations of the companies. Counters fall; nobody is told
     * that anything was read.
     *
     * @throws NotFoundException when one of the companies is not the caller's; then nothing is moved
     */
    @RolesAllowed({OFFICE_HEAD, CARETAKER})
    public void markCompaniesRead(Set<CompanyId> ticked) {
        var scope = caller.office();
        companies.requireAll(ticked, scope);
        if (ticked.isEmpty()) {
            return;
        }
        int moved = 0;
        for (var conversation : conversations.unread(ticked, scope)) {
            conversations.lock(conversation);
            conversations
                    .marker(conversation.id(), scope.person(), Side.OFFICE)
                    .advance(conversation.count(Side.CLIENT));
            moved++;
        }
        events.fire(new MarkersMoved(scope.person(), moved));
    }

    private boolean writable(Participation participation, RecipientRow person) {
        if (participation.side() == Side.OFFICE) {
            return person.reachable();
        }
        return participation.conversation().length() > 0 || queries.mayStart(participation.conversation());
    }

    private ThreadPage page(Participation participation, long first, long last) {
        var conversation = participation.conversation();
        var messages = threads.between(conversation, participation.side(), first, last);
        return new ThreadPage(messages, first > 1, last < conversation.length());
    }
}
