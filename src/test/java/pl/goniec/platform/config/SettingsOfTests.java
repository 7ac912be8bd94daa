package pl.goniec.platform.config;

import java.util.Map;
import pl.goniec.fixture.Beans;

/** Settings that a test wants. */
public final class SettingsOfTests {

    private SettingsOfTests() {}

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
