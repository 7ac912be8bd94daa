package pl.goniec.platform.config;

import java.nio.file.Path;
import java.util.Map;
import pl.goniec.fixture.Beans;

/** Settings that a test wants. */
public final class SettingsOfTests {

    private SettingsOfTests() {}

    /** Lets backups lie in a folder, and be made after this hour of the day or {@code off}. */
    public static void withBackups(Beans beans, Path folder, String hour) {
        beans.with(
                Settings.class,
                new Settings(Map.of("GONIEC_BACKUP_DIR", folder.toString(), "GONIEC_BACKUP_HOUR", hour)));
    }

    /** Lets letters be sent. */
    public static void withMail(Beans beans) {
        beans.with(
                Settings.class,
                new Settings(Map.of(
                        "GONIEC_SMTP_HOST", "127.0.0.1",
                        "GONIEC_MAIL_FROM", "goniec@biuro.example",
                        "GONIEC_PUBLIC_URL", "https://goniec.example")));
    }
}
