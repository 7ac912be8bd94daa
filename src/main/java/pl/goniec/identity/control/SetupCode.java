package pl.goniec.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import pl.goniec.platform.config.Settings;

/** What proves at the first start that one may read the server's log or its environment. It is made anew at every start. */
@ApplicationScoped
public class SetupCode {

    @Inject
    Settings settings;

    private String random;

    /** Tells whether this is the code. */
    public boolean is(String typed) {
        return MessageDigest.isEqual(
                bytes(typed.strip()), bytes(settings.setupCode().orElseGet(this::random)));
    }

    /** Returns the code that was made up, unless one is set. */
    public Optional<String> madeUp() {
        return settings.setupCode().isPresent() ? Optional.empty() : Optional.of(random());
    }

    private synchronized String random() {
        if (random == null) {
            random = Secrets.make();
        }
        return random;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
