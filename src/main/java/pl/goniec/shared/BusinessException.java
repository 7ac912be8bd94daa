package pl.goniec.shared;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** A rule of the business said no. The key names the sentence in the bundles that the person is shown. */
@ApplicationException(rollback = true, inherited = true)
public class BusinessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final List<String> arguments;
    private boolean reported;

    public BusinessException(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = List.of(arguments).stream().map(String::valueOf).toList();
    }

    /** Returns the bundle key of the sentence, for example {@code message.blank}. */
    public String key() {
        return key;
    }

    /** Tells whether this is the first time the refusal is reported, and remembers that it was. */
    public boolean firstReport() {
        boolean first = !reported;
        reported = true;
        return first;
    }

    /** Returns what fills the sentence's places, already as text. */
    public List<String> arguments() {
        return arguments;
    }
}
