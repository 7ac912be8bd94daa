package pl.goniec.mail.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.regex.Pattern;
import pl.goniec.shared.PersonId;

/**
 * An e-mail as it will be sent, in the language of the person it goes to. What becomes a line of its head must be one line:
 * whatever follows a line break there would be another.
 *
 * @param address where to, as it is when the letter is written
 * @param content plain text; the office's signature is added when it is sent
 */
public record Letter(
        @NotNull LetterKind kind,
        @NotNull PersonId to,
        @NotBlank @Size(max = 254) String address,
        @NotBlank @Size(max = MAX_SUBJECT) String subject,
        @NotBlank @Size(max = MAX_CONTENT) String content) {

    /** Characters of a subject. */
    public static final int MAX_SUBJECT = 200;

    /** Characters of a text. */
    public static final int MAX_CONTENT = 20_000;

    private static final Pattern LINE_BREAK = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]");

    public Letter {
        if (LINE_BREAK.matcher(address).find() || LINE_BREAK.matcher(subject).find()) {
            throw new IllegalArgumentException("An address or a subject is one line");
        }
    }
}
