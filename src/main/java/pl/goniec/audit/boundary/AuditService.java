package pl.goniec.audit.boundary;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import pl.goniec.audit.api.AuditAction;
import pl.goniec.audit.api.AuditInspected;
import pl.goniec.audit.control.AuditRepository;
import pl.goniec.audit.entity.AuditEvent;
import pl.goniec.audit.entity.AuditEvent.Result;
import pl.goniec.backoffice.api.DeadLetterRetried;
import pl.goniec.broadcast.api.BroadcastAccepted;
import pl.goniec.broadcast.api.BroadcastFileDownloaded;
import pl.goniec.broadcast.api.BroadcastRetried;
import pl.goniec.broadcast.api.BroadcastWithdrawn;
import pl.goniec.broadcast.api.ChunkDelivered;
import pl.goniec.company.api.CareChanged;
import pl.goniec.company.api.CompanyChanged;
import pl.goniec.company.api.ListExported;
import pl.goniec.company.api.ListImported;
import pl.goniec.company.api.MemberAdded;
import pl.goniec.company.api.MemberChanged;
import pl.goniec.company.api.MemberLeft;
import pl.goniec.conversation.api.ConversationOverseen;
import pl.goniec.conversation.api.ConversationRead;
import pl.goniec.conversation.api.FileDownloaded;
import pl.goniec.conversation.api.MarkersMoved;
import pl.goniec.conversation.api.MessageSent;
import pl.goniec.identity.api.AccountChanged;
import pl.goniec.identity.api.AccountDeed;
import pl.goniec.identity.api.LogInAttempted;
import pl.goniec.identity.api.LoggedOut;
import pl.goniec.identity.api.OfficeChanged;
import pl.goniec.mail.api.LetterRetried;
import pl.goniec.mail.api.LettersRetried;
import pl.goniec.platform.security.ActionRefused;
import pl.goniec.platform.security.RequestOrigin;

/**
 * Writes what was done in the transaction that does it, so that there is no deed without its row and no row without its
 * deed; a refusal, whose transaction is rolled back, in one of its own.
 */
@Stateless
@DenyAll
public class AuditService {

    @Inject
    AuditRepository trail;

    @Resource
    SessionContext context;

    @PermitAll
    public void loggedIn(@Observes LogInAttempted event) {
        var result = event.accepted() ? Result.DONE : Result.REFUSED;
        write(event.email(), AuditAction.LOG_IN, "", result);
    }

    @PermitAll
    public void loggedOut(@Observes LoggedOut event) {
        write(event.email(), AuditAction.LOG_OUT, "", Result.DONE);
    }

    @PermitAll
    public void changed(@Observes AccountChanged event) {
        var detail = event.detail().isEmpty() ? "" : ", " + event.detail();
        write(action(event.deed()), "person " + event.person() + detail);
    }

    private static AuditAction action(AccountDeed deed) {
        return switch (deed) {
            case ADDED -> AuditAction.PERSON_ADDED;
            case INVITED -> AuditAction.PERSON_INVITED;
            case INVITATION_REVOKED -> AuditAction.INVITATION_REVOKED;
            case ACTIVATED -> AuditAction.ACCOUNT_ACTIVATED;
            case PASSWORD_ASKED -> AuditAction.PASSWORD_ASKED;
            case PASSWORD_CHANGED -> AuditAction.PASSWORD_CHANGED;
            case BLOCKED -> AuditAction.PERSON_BLOCKED;
            case UNBLOCKED -> AuditAction.PERSON_UNBLOCKED;
            case SESSIONS_ENDED -> AuditAction.SESSIONS_ENDED;
            case APPOINTED -> AuditAction.POSITION_CHANGED;
            case POSITION_ENDED -> AuditAction.POSITION_ENDED;
            case CHANGED -> AuditAction.PERSON_CHANGED;
        };
    }

    @PermitAll
    public void changed(@Observes OfficeChanged event) {
        write(AuditAction.OFFICE_CHANGED, "office");
    }

    @PermitAll
    public void sent(@Observes MessageSent event) {
        var message = event.id();
        write(
                AuditAction.MESSAGE_SENT,
                "company " + event.company() + ", message " + message.conversation() + "/" + message.position());
    }

    @PermitAll
    public void read(@Observes ConversationRead event) {
        write(
                AuditAction.CONVERSATION_READ,
                "company " + event.company() + ", conversation " + event.id() + " up to " + event.upTo());
    }

    @PermitAll
    public void overseen(@Observes ConversationOverseen event) {
        write(AuditAction.CONVERSATION_OVERSEEN, "company " + event.company() + ", conversation " + event.id());
    }

    @PermitAll
    public void moved(@Observes MarkersMoved event) {
        write(AuditAction.MARKED_AS_READ, event.conversations() + " conversations");
    }

    @PermitAll
    public void downloaded(@Observes FileDownloaded event) {
        var message = event.message();
        write(
                AuditAction.FILE_DOWNLOADED,
                "company " + event.company() + ", message " + message.conversation() + "/" + message.position()
                        + ", file " + event.attachment());
    }

    @PermitAll
    public void accepted(@Observes BroadcastAccepted event) {
        write(
                AuditAction.BROADCAST_SUBMITTED,
                "broadcast " + event.id() + " to " + event.companies() + " companies, " + event.recipients()
                        + " recipients");
    }

    @PermitAll
    public void retried(@Observes BroadcastRetried event) {
        write(AuditAction.BROADCAST_RETRIED, "broadcast " + event.id());
    }

    @PermitAll
    public void withdrawn(@Observes BroadcastWithdrawn event) {
        write(
                AuditAction.BROADCAST_WITHDRAWN,
                "broadcast " + event.id() + " from " + event.cancelled() + " recipients");
    }

    @PermitAll
    public void downloaded(@Observes BroadcastFileDownloaded event) {
        write(AuditAction.FILE_DOWNLOADED, "broadcast " + event.id() + ", file " + event.attachment());
    }

    @PermitAll
    public void delivered(@Observes ChunkDelivered event) {
        write(
                "goniec",
                event.failed() ? AuditAction.BROADCAST_FAILED : AuditAction.BROADCAST_DELIVERED,
                "broadcast " + event.id() + ", chunk " + event.chunk(),
                Result.DONE);
    }

    @PermitAll
    public void added(@Observes MemberAdded event) {
        write(AuditAction.MEMBER_ADDED, "company " + event.company() + ", person " + event.person());
    }

    @PermitAll
    public void changed(@Observes MemberChanged event) {
        var as = event.as();
        write(
                AuditAction.MEMBER_CHANGED,
                "company " + event.company() + ", person " + event.person() + ", " + as.role()
                        + (as.mayStart() ? ", may start" : ", may not start"));
    }

    @PermitAll
    public void left(@Observes MemberLeft event) {
        write(AuditAction.MEMBER_LEFT, "company " + event.company() + ", person " + event.person());
    }

    @PermitAll
    public void imported(@Observes ListImported event) {
        write(AuditAction.LIST_IMPORTED, event.rows() + " rows, " + event.faults() + " left out");
    }

    @PermitAll
    public void exported(@Observes ListExported event) {
        write(AuditAction.LIST_EXPORTED, event.rows() + " rows");
    }

    @PermitAll
    public void changed(@Observes CompanyChanged event) {
        var action = switch (event.deed()) {
            case ADDED -> AuditAction.COMPANY_ADDED;
            case CHANGED -> AuditAction.COMPANY_CHANGED;
            case DEACTIVATED -> AuditAction.COMPANY_DEACTIVATED;
            case ACTIVATED -> AuditAction.COMPANY_ACTIVATED;
        };
        write(action, "company " + event.company());
    }

    @PermitAll
    public void changed(@Observes CareChanged event) {
        var action = switch (event.deed()) {
            case ASSIGNED -> AuditAction.CARETAKER_ASSIGNED;
            case ENDED -> AuditAction.CARETAKER_ENDED;
            case SUBSTITUTE_ADDED -> AuditAction.SUBSTITUTE_ADDED;
            case SUBSTITUTE_CANCELLED -> AuditAction.SUBSTITUTE_CANCELLED;
        };
        var days = event.firstDay() == null ? "" : ", " + event.firstDay() + " to " + event.lastDay();
        event.companies().forEach(company -> write(action, "company " + company + ", person " + event.person() + days));
    }

    @PermitAll
    public void retried(@Observes LetterRetried event) {
        write(AuditAction.LETTER_RETRIED, "letter " + event.id());
    }

    @PermitAll
    public void retried(@Observes LettersRetried event) {
        write(AuditAction.LETTER_RETRIED, event.letters() + " letters");
    }

    @PermitAll
    public void retried(@Observes DeadLetterRetried event) {
        var letter = event.letter();
        var what = letter.broadcast() == null
                ? "request " + letter.program() + "/" + letter.requestId()
                : "broadcast " + letter.broadcast() + ", chunk " + (letter.part() - 1);
        write(AuditAction.DEAD_LETTER_RETRIED, what + ", to " + letter.origin() + ", message " + letter.id());
    }

    @PermitAll
    public void inspected(@Observes AuditInspected event) {
        write(event.action(), "");
    }

    @PermitAll
    @TransactionAttribute(REQUIRES_NEW)
    public void refused(@Observes ActionRefused event) {
        write(
                event.actor(),
                AuditAction.REFUSED,
                event.action() + " " + event.object() + " " + event.reason(),
                Result.REFUSED);
    }

    private void write(AuditAction action, String object) {
        var actor = RequestOrigin.current().actor();
        write(actor == null ? context.getCallerPrincipal().getName() : actor, action, object, Result.DONE);
    }

    private void write(String actor, AuditAction action, String object, Result result) {
        var origin = RequestOrigin.current();
        trail.add(
                new AuditEvent(actor, action, object, result, origin.address(), origin.correlationId(), Instant.now()));
    }
}
