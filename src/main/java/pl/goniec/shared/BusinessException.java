package pl.goniec.shared;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** A rule of the business said no. The key names the sentence in the bundles that the person is shown. */
@ApplicationException(rollback = true, inherited = true)
public class BusinessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final List<String> arguments;

    public BusinessException(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = List.of(arguments).stream().map(String::valueOf).toList();
    }

    /** Returns the bundle key of the sentence, for example {@code message.blank}. */
    public String key() {
        return key;
    }

    /** Returns what fills the sentence's places, already as text. */
    public List<String> arguments() {
        return arguments;
    }
}
