package pl.goniec.audit.boundary;

import static pl.goniec.platform.security.Roles.OFFICE_HEAD;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import pl.goniec.audit.api.AuditAction;
import pl.goniec.audit.api.AuditCheck;
import pl.goniec.audit.api.AuditFilter;
import pl.goniec.audit.api.AuditInspected;
import pl.goniec.audit.api.AuditPlace;
import pl.goniec.audit.api.AuditRow;
import pl.goniec.audit.api.AuditView;
import pl.goniec.audit.control.AuditQueries;
import pl.goniec.audit.control.SealChain;
import pl.goniec.identity.boundary.CallerScope;
import pl.goniec.platform.security.RefusalsReported;

/** The audit trail for the head of the office. Whoever looks into it leaves a row himself. */
@Stateless
@DenyAll
@RefusalsReported
public class AuditTrailService {

    @Inject
    CallerScope caller;

    @Inject
    AuditQueries queries;

    @Inject
    SealChain chain;

    @Inject
    Event<AuditInspected> events;

    /** Returns rows older than a place, newest first, at most {@code size}, and who is named in them. Every such look is told. */
    @RolesAllowed(OFFICE_HEAD)
    public AuditView view(AuditFilter filter, AuditPlace before, int size) {
        caller.head();
        events.fire(new AuditInspected(AuditAction.AUDIT_VIEWED));
        return queries.named(queries.rows(filter, before, size));
    }

    /** Returns rows to take away, as {@link #view} does, piece by piece from the newest on. The first piece is told. */
    @RolesAllowed(OFFICE_HEAD)
    public List<AuditRow> export(AuditFilter filter, AuditPlace before, int size) {
        caller.head();
        if (before.equals(AuditPlace.NEWEST)) {
            events.fire(new AuditInspected(AuditAction.AUDIT_EXPORTED));
        }
        return queries.rows(filter, before, size);
    }

    /** Checks the whole chain: every seal against its row and the seal before it. */
    @RolesAllowed(OFFICE_HEAD)
    public AuditCheck check() {
        caller.head();
        var check = chain.check(Instant.now().minus(SealService.SEALED_WITHIN));
        events.fire(new AuditInspected(AuditAction.AUDIT_CHECKED));
        return check;
    }
}
