package pl.goniec.audit.boundary;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static pl.goniec.platform.security.Roles.SYSTEM;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import pl.goniec.audit.api.AuditCheck;
import pl.goniec.audit.control.SealChain;
import pl.goniec.platform.persistence.LongWork;

/**
 * Seals the rows of the audit trail in order, apart from the transactions that write them, so that the chain slows none of them.
 * Two that seal at once want the same number: one of them is rolled back and comes again.
 */
@Stateless
@DenyAll
public class SealService {

    /** What is older than this has a seal, unless somebody took it away. */
    static final Duration SEALED_WITHIN = Duration.ofMinutes(5);

    private static final int MOST = 5000;

    @Resource(lookup = "java:jboss/datasources/GoniecDS")
    DataSource database;

    @Inject
    SealChain chain;

    /** Seals what is unsealed, at most {@value #MOST} rows, and returns how many. */
    @RolesAllowed(SYSTEM)
    public int seal() {
        return chain.seal(MOST, Instant.now());
    }

    /** Checks the whole chain, page by page and without one long transaction, when the system itself wants to know. */
    @RolesAllowed(SYSTEM)
    @TransactionAttribute(NOT_SUPPORTED)
    public AuditCheck check() {
        try (var work = LongWork.on(database)) {
            return chain.check(Instant.now().minus(SEALED_WITHIN), work.connection());
        } catch (SQLException e) {
            throw new IllegalStateException("The audit trail could not be checked", e);
        }
    }
}
