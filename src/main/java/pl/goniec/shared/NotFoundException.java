package pl.goniec.shared;

/** The object does not exist, or not for this person: the two are never told apart. */
public class NotFoundException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public NotFoundException() {
        super("error.notFound");
    }
}
