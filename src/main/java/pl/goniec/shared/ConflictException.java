package pl.goniec.shared;

/** The object's state does not allow it, now. */
public class ConflictException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public ConflictException(String key, Object... arguments) {
        super(key, arguments);
    }
}
