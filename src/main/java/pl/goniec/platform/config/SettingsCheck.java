package pl.goniec.platform.config;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;

/**
 * Refuses the start when a setting is wrong, before anything else of the application begins: a timer that had begun would wait for the
 * rest for ever, and the server could not be stopped.
 */
@Singleton
@Startup
@DenyAll
public class SettingsCheck {

    /** Makes the settings once; they check themselves. */
    @PostConstruct
    void check() {
        try {
            new Settings();
        } catch (IllegalStateException e) {
            throw RefusedStart.because(e.getMessage(), e);
        }
    }
}
