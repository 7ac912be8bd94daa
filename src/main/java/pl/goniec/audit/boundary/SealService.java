package pl.goniec.audit.boundary;

import static pl.goniec.platform.security.Roles.SYSTEM;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import pl.goniec.audit.control.SealChain;

/**
 * Seals the rows of the audit trail in order, apart from the transactions that write them, so that the chain slows none of them.
 * Two that seal at once want the same number: one of them is rolled back and comes again.
 */
@Stateless
@DenyAll
public class SealService {

    private static final int MOST = 5000;

    @Inject
    SealChain chain;

    /** Seals what is unsealed, at most {@value #MOST} rows, and returns how many. */
    @RolesAllowed(SYSTEM)
    public int seal() {
        return chain.seal(MOST);
    }
}
