package pl.goniec.platform.faces;

import java.util.regex.Pattern;
import pl.goniec.shared.NotFoundException;

/** Numbers in an address. One that is missing or no number is answered like one that names nothing. */
public final class PageAddress {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private PageAddress() {}

    /** Returns the number, or says that nothing was found. */
    public static long number(String parameter) {
        if (parameter == null || !NUMBER.matcher(parameter).matches()) {
            throw new NotFoundException();
        }
        return Long.parseLong(parameter);
    }
}
