package pl.goniec.company.api;

import java.io.Serializable;

/**
 * Why a row of a list is left out.
 *
 * @param row as a spreadsheet counts it: the headings are row 1
 * @param column where the fault is, or null when it is in none of them
 * @param key of the sentence that says it
 * @param limit what the sentence names, 0 when it names nothing
 * @param value what stood there, cut to what a page shows
 */
public record ImportFault(long row, ImportColumn column, String key, int limit, String value) implements Serializable {

    private static final int SHOWN = 80;

    public ImportFault {
        value = shown(value);
    }

    /** Returns a text of a list as a page shows it: not more than {@value #SHOWN} characters. */
    public static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
