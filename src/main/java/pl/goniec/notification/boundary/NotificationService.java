package pl.goniec.notification.boundary;

import static pl.goniec.platform.security.Roles.SYSTEM;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import pl.goniec.identity.api.MailChoice;
import pl.goniec.notification.control.NewsTeller;
import pl.goniec.platform.config.Settings;
import pl.goniec.platform.persistence.OwnTransaction;

/**
 * Tells people that messages wait which they have not read. Whatever they have read before, or been told of, is not told; where no
 * letters are sent nobody is, and nothing is noted as told. After a POWIADOMIENIE very many have news at once, and each transaction
 * tells some of them.
 */
@Stateless
@DenyAll
@TransactionManagement(TransactionManagementType.BEAN)
public class NotificationService {

    @Resource
    UserTransaction transaction;

    @Inject
    NewsTeller teller;

    @Inject
    Settings settings;

    /** Tells those who want to know at once, and returns how many. */
    @RolesAllowed(SYSTEM)
    public int tellAtOnce() {
        return tell(MailChoice.AT_ONCE);
    }

    /** Tells those who want news gathered into one letter, and returns how many. */
    @RolesAllowed(SYSTEM)
    public int tellDigest() {
        return tell(MailChoice.DIGEST);
    }

    private int tell(MailChoice choice) {
        if (!settings.isMail()) {
            return 0;
        }
        var now = Instant.now();
        int told = 0;
        for (var part : teller.parts(choice, now)) {
            told += OwnTransaction.around(transaction, () -> teller.tell(choice, now, part));
        }
        return told;
    }
}
