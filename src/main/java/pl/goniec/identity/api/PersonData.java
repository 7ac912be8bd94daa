package pl.goniec.identity.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import pl.goniec.shared.Visible;

/**
 * What is kept of a person of either side. Spaces around are taken off, and the e-mail, which is the log-in name, is put in lower
 * case.
 *
 * @param phone may be blank
 */
public record PersonData(
        @NotNull @Size(min = 1, max = MAX_NAME) String name,
        @NotNull @Size(min = 1, max = MAX_EMAIL) String email,
        @NotNull @Size(max = MAX_PHONE) String phone)
        implements Serializable {

    /** Characters of a name. */
    public static final int MAX_NAME = 120;

    /** Characters of an e-mail address. */
    public static final int MAX_EMAIL = 254;

    /** Characters of a phone number. */
    public static final int MAX_PHONE = 40;

    /** An address as mail servers take it without quoting: no letters but those of ASCII, and a domain with a dot. */
    private static final Pattern EMAIL =
            Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}){0,30}"
                    + "@[a-z0-9](?:[a-z0-9-]{0,62})(?:\\.[a-z0-9](?:[a-z0-9-]{0,62})){1,30}");

    public PersonData {
        name = name == null ? "" : name.strip();
        email = email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
        phone = phone == null ? "" : phone.strip();
    }

    /** Returns the key of the sentence that says what is wrong with it, if anything is; {@code person.…}. */
    public Optional<String> fault() {
        return nameFault().or(this::emailFault).or(this::phoneFault);
    }

    /** Returns what is wrong with the name. */
    public Optional<String> nameFault() {
        if (!Visible.anythingOf(name)) {
            return Optional.of("person.name.blank");
        }
        if (name.length() > MAX_NAME) {
            return Optional.of("person.name.wrong");
        }
        return name.chars().anyMatch(Character::isISOControl) ? Optional.of("person.name.sign") : Optional.empty();
    }

    /** Returns what is wrong with the e-mail address. */
    public Optional<String> emailFault() {
        if (email.isBlank()) {
            return Optional.of("person.email.blank");
        }
        return email.length() > MAX_EMAIL || !EMAIL.matcher(email).matches()
                ? Optional.of("person.email.wrong")
                : Optional.empty();
    }

    /** Returns what is wrong with the phone number. */
    public Optional<String> phoneFault() {
        return PhoneNumber.isPossible(phone) ? Optional.empty() : Optional.of("person.phone.wrong");
    }
}
