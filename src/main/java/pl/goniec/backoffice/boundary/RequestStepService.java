package pl.goniec.backoffice.boundary;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;
import static pl.goniec.platform.security.Roles.SYSTEM;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import pl.goniec.backoffice.api.ReceivedRequest;
import pl.goniec.backoffice.control.Handlers;
import pl.goniec.backoffice.control.RefusalRepository;
import pl.goniec.backoffice.control.Reply;
import pl.goniec.backoffice.control.Request;
import pl.goniec.backoffice.control.RequestRepository;
import pl.goniec.backoffice.entity.AnsweredRequest;
import pl.goniec.platform.security.OriginKept;
import pl.goniec.platform.security.RequestOrigin;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.PersonId;

/** The steps of answering a request, each in a transaction of its own. */
@Stateless
@DenyAll
public class RequestStepService {

    @Inject
    RequestRepository requests;

    @Inject
    RefusalRepository refusals;

    @Inject
    Handlers handlers;

    /**
     * Returns how the request was answered before, if it was.
     *
     * @throws ConflictException {@code request.otherContent} when the program has used its number for something else
     */
    @RolesAllowed(SYSTEM)
    @TransactionAttribute(REQUIRES_NEW)
    public Optional<Reply> earlier(PersonId program, Request request) {
        return requests.find(program, request.id()).map(answered -> same(answered, request));
    }

    /**
     * Does what is asked for and notes the reply.
     *
     * @throws BusinessException when a rule refuses it; then nothing is done and nothing is noted
     */
    @OriginKept
    @RolesAllowed(SYSTEM)
    @TransactionAttribute(REQUIRES_NEW)
    public Reply perform(PersonId program, Request request, RequestOrigin origin) {
        return note(program, request, handlers.handle(request, program));
    }

    /**
     * Notes that a rule has refused the request, unless it has been answered at the same moment, and returns the reply.
     *
     * @throws ConflictException {@code request.otherContent} when its number was used for something else at the same moment,
     *     {@code request.twice} when it is being answered at this moment
     */
    @RolesAllowed(SYSTEM)
    @TransactionAttribute(REQUIRES_NEW)
    public Reply refuse(PersonId program, Request request, BusinessException refusal) {
        return requests.find(program, request.id())
                .map(answered -> same(answered, request))
                .orElseGet(() -> note(program, request, Reply.rejected(request.id(), refusal)));
    }

    /**
     * Puts a refusal before the head of the office.
     *
     * @param requestId or null when it can not be told
     * @throws ConflictException {@code request.twice} when the same is being told at this moment
     */
    @RolesAllowed(SYSTEM)
    @TransactionAttribute(REQUIRES_NEW)
    public void tell(ReceivedRequest received, String requestId, Reply reply) {
        refusals.note(received, requestId, reply, Instant.now());
    }

    private Reply note(PersonId program, Request request, Reply reply) {
        requests.add(new AnsweredRequest(
                program, request.id(), request.contentHash(), reply.json(), reply.broadcast(), Instant.now()));
        return reply;
    }

    private static Reply same(AnsweredRequest answered, Request request) {
        if (!answered.says(request.contentHash())) {
            throw new ConflictException("request.otherContent", request.id());
        }
        return Reply.noted(answered.reply(), answered.broadcast());
    }
}
