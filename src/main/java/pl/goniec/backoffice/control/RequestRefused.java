package pl.goniec.backoffice.control;

import pl.goniec.shared.BusinessException;

/** A request is not as it must be, at a certain place. */
public class RequestRefused extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * A refusal whose sentence names the place first.
     *
     * @param field JSON pointer, for example {@code /companies/3}
     */
    RequestRefused(String key, String field) {
        super(key, field);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
