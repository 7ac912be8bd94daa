package pl.goniec.identity.api;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a password must be. It is compared as it was typed, spaces included. */
public final class PasswordRule {

    /** The fewest characters. */
    public static final int MIN_LENGTH = 12;

    /** The most bytes in UTF-8: bcrypt leaves out, without a word, whatever comes after. A Polish letter is two. */
    public static final int MAX_BYTES = 72;

    /** The commonest of those that are long enough, in lower case. */
    private static final Set<String> COMMON = Set.of(
            "123456789012",
            "1234567890123",
            "12345678901234",
            "123456789012345",
            "1234567890123456",
            "123123123123",
            "qwertyuiop12",
            "qwertyuiop123",
            "qwertyuiopasdf",
            "qwerty123456",
            "qwerty1234567",
            "1q2w3e4r5t6y",
            "1qaz2wsx3edc",
            "zaq12wsxcde3",
            "zaq12wsxzaq1",
            "password1234",
            "password12345",
            "passwordpassword",
            "haslo1234567",
            "haslohaslo12",
            "haslohaslohaslo",
            "hasło1234567",
            "zaq1@wsxcde3",
            "administrator",
            "polskapolska",
            "polska123456",
            "abcdefghijkl",
            "iloveyou1234",
            "niepamietam1",
            "bezpieczne123");

    private PasswordRule() {}

    /** Returns the key of the sentence that says why this person may not have this password; {@code password.…}. */
    public static Optional<String> fault(String password, String name, String email) {
        if (password.codePointCount(0, password.length()) < MIN_LENGTH) {
            return Optional.of("password.short");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return Optional.of("password.long");
        }
        var lower = password.strip().toLowerCase(Locale.ROOT);
        if (lower.equals(email.toLowerCase(Locale.ROOT)) || lower.equals(name.toLowerCase(Locale.ROOT))) {
            return Optional.of("password.own");
        }
        boolean common = COMMON.contains(lower) || lower.codePoints().distinct().count() < 4;
        return common ? Optional.of("password.common") : Optional.empty();
    }
}
