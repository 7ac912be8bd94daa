package pl.goniec.backoffice.boundary;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static pl.goniec.platform.security.Roles.SYSTEM;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Set;
import pl.goniec.backoffice.api.ReceivedRequest;
import pl.goniec.backoffice.api.RequestAnswered;
import pl.goniec.backoffice.control.Contract;
import pl.goniec.backoffice.control.Reply;
import pl.goniec.backoffice.control.Request;
import pl.goniec.identity.boundary.ProgramService;
import pl.goniec.platform.security.RequestOrigin;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.PersonId;

/**
 * Answers the requests of programs. What is done is done in one transaction with the note of its reply: a request that comes again,
 * at the same moment or years later, finds the note. What is refused by a rule is noted too; what is no request at all is not, so
 * that its number is free for the one that was meant. The head is told of every refusal.
 */
@Stateless
@DenyAll
public class RequestService {

    /** What is taken by another at this moment. Asked again, the request finds it there and takes it into account. */
    private static final Set<String> OF_A_MOMENT =
            Set.of("company.nipTaken", "company.duplicate", "person.email.taken", "request.twice");

    @Inject
    Contract contract;

    @Inject
    ProgramService programs;

    @Inject
    RequestStepService steps;

    @Inject
    Event<RequestAnswered> answered;

    /**
     * Returns the reply to a request.
     *
     * @param origin under which what is done stands in the audit trail
     */
    @RolesAllowed(SYSTEM)
    @TransactionAttribute(NOT_SUPPORTED)
    public Reply answer(ReceivedRequest received, RequestOrigin origin) {
        var reply = replyTo(received, origin);
        answered.fire(new RequestAnswered(reply.outcome()));
        return reply;
    }

    private Reply replyTo(ReceivedRequest received, RequestOrigin origin) {
        var id = contract.requestId(received);
        var reply = reply(id, received, origin);
        if (reply.isRejected()) {
            tell(received, id, reply);
        }
        return reply;
    }

    private Reply reply(String id, ReceivedRequest received, RequestOrigin origin) {
        try {
            var request = contract.read(received);
            return answer(program(received.sender()), request, origin, false);
        } catch (BusinessException refusal) {
            return Reply.rejected(id, refusal);
        }
    }

    /** Whoever is told of the same refusal at the same moment finds its row. */
    private void tell(ReceivedRequest received, String id, Reply reply) {
        try {
            steps.tell(received, id, reply);
        } catch (ConflictException twice) {
            steps.tell(received, id, reply);
        }
    }

    /**
     * @param again whether this is the second try, after somebody else was first
     */
    private Reply answer(PersonId program, Request request, RequestOrigin origin, boolean again) {
        var earlier = steps.earlier(program, request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        try {
            return steps.perform(program, request, origin);
        } catch (BusinessException refusal) {
            return !again && OF_A_MOMENT.contains(refusal.key())
                    ? answer(program, request, origin, true)
                    : refuse(program, request, refusal);
        }
    }

    private Reply refuse(PersonId program, Request request, BusinessException refusal) {
        try {
            return steps.refuse(program, request, refusal);
        } catch (ConflictException twice) {
            return steps.earlier(program, request).orElseThrow(() -> twice);
        }
    }

    /** A program that comes for the first time with two requests at once is made by one of them. */
    private PersonId program(String name) {
        try {
            return programs.program(name);
        } catch (ConflictException e) {
            return programs.program(name);
        }
    }
}
