package pl.goniec.notification.boundary;

import static pl.goniec.platform.security.Roles.SYSTEM;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import pl.goniec.identity.api.MailChoice;
import pl.goniec.notification.control.NewsTeller;
import pl.goniec.platform.config.Settings;

/**
 * Tells people that messages wait which they have not read. Whatever they have read before, or been told of, is not told; where no
 * letters are sent nobody is, and nothing is noted as told.
 */
@Stateless
@DenyAll
public class NotificationService {

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
        return settings.isMail() ? teller.tell(choice, Instant.now()) : 0;
    }
}
