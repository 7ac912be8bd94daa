package pl.goniec.identity.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import pl.goniec.identity.control.PersonRepository;
import pl.goniec.identity.control.SetupCode;
import pl.goniec.platform.config.Settings;

/** Says in the log how to begin, while nobody heads the office. The demonstration brings a head of its own. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@DenyAll
public class SetupAnnouncer {

    private static final System.Logger LOG = System.getLogger(SetupAnnouncer.class.getName());

    @Inject
    PersonRepository persons;

    @Inject
    SetupCode setupCode;

    @Inject
    Settings settings;

    @PostConstruct
    void announce() {
        if (!settings.isDemo() && !persons.hasHead()) {
            LOG.log(
                    Level.INFO,
                    "Goniec: first start, open {0}/setup.xhtml with the code {1}",
                    settings.publicUrl(),
                    setupCode.madeUp().orElse("of GONIEC_SETUP_CODE"));
        }
    }
}
