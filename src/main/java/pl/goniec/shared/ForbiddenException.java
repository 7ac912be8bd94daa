package pl.goniec.shared;

/** The person sees the object but may not do this with it. */
public class ForbiddenException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public ForbiddenException(String key, Object... arguments) {
        super(key, arguments);
    }
}
