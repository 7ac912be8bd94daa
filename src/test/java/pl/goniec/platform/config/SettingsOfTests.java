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

    /** Returns settings of which one is a number of the test's own. */
    public static Settings with(String name, int number) {
        return new Settings(Map.of(name, String.valueOf(number)));
    }

    /** Lets letters be sent. */
    public static void withMail(Beans beans) {
        withMail(beans, "", "");
    }

    /** The same, with an account at the mail server. */
    public static void withMail(Beans beans, String user, String password) {
        beans.with(
                Settings.class,
                new Settings(Map.of(
                        "GONIEC_SMTP_HOST", "127.0.0.1",
                        "GONIEC_SMTP_USER", user,
                        "GONIEC_SMTP_PASSWORD", password,
                        "GONIEC_MAIL_FROM", "goniec@biuro.example",
                        "GONIEC_PUBLIC_URL", "https://goniec.example")));
    }
}
