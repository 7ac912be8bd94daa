package pl.goniec.company.control;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import pl.goniec.company.api.ImportColumn;
import pl.goniec.company.api.ImportFault;
import pl.goniec.company.api.ImportRow;
import pl.goniec.shared.BusinessException;

/**
 * Lists of companies and people as CSV, as a Polish Excel reads and writes them: semicolons, commas or tabs, UTF-8 with or without a
 * byte order mark or Windows-1250. The first row has the headings, in any order.
 */
public final class CompanyCsv {

    /** The largest list, in rows. */
    public static final int MAX_ROWS = 50_000;

    private static final Charset WINDOWS = Charset.forName("windows-1250");
    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** Up to here no text has such characters, and every workbook, picture or archive has. */
    private static final char NO_TEXT = '\u0008';

    /** What the export has protected: a formula's sign, or one after apostrophes of its own, has got one more. */
    private static final Pattern PROTECTED = Pattern.compile("'+[=+\\-@\t\r].*", Pattern.DOTALL);

    private static final List<Character> DELIMITERS = List.of(';', ',', '\t');
    private static final Set<ImportColumn> NEEDED = EnumSet.of(ImportColumn.NIP);

    private CompanyCsv() {}

    /**
     * Reads a list.
     *
     * @return its rows, without those that are blank
     * @throws BusinessException when it is no such list: {@code import.empty}, {@code import.binary} when it is no text, {@code
     *     import.heading} with the heading that nobody knows or that stands there twice, {@code import.missing} with one that is not
     *     there, {@code import.broken} with the row whose quotation mark has no end, {@code import.long}
     */
    public static List<ImportRow> read(byte[] file) {
        String text = text(file);
        if (text.isBlank()) {
            throw new BusinessException("import.empty");
        }
        if (text.chars().anyMatch(character -> character <= NO_TEXT)) {
            throw new BusinessException("import.binary");
        }
        long last = 0;
        try (var parser = CSVParser.parse(new StringReader(text), format(text))) {
            var rows = new ArrayList<ImportRow>();
            List<ImportColumn> columns = null;
            for (var row : parser) {
                last = row.getRecordNumber();
                if (columns == null) {
                    columns = columns(row);
                } else {
                    var read = row(columns, row);
                    if (!read.isBlank()) {
                        rows.add(read);
                    }
                }
                if (rows.size() > MAX_ROWS) {
                    throw new BusinessException("import.long", MAX_ROWS);
                }
            }
            return rows;
        } catch (IOException | UncheckedIOException e) {
            throw new BusinessException("import.broken", last + 1);
        }
    }

    private static CSVFormat format(String text) {
        return CSVFormat.EXCEL
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(false)
                .setLenientEof(false)
                .get();
    }

    /** The character that stands most often in the row of headings. */
    private static char delimiter(String text) {
        String headings = text.lines().findFirst().orElse("");
        return DELIMITERS.stream()
                .max((one, other) -> Long.compare(count(headings, one), count(headings, other)))
                .orElseThrow();
    }

    private static long count(String text, char sought) {
        return text.chars().filter(character -> character == sought).count();
    }

    /** Windows-1250 takes any bytes, so what is no UTF-8 is taken for that. */
    private static String text(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(file, WINDOWS);
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static List<ImportColumn> columns(CSVRecord headings) {
        var columns = new ArrayList<ImportColumn>();
        for (String heading : headings) {
            var column = ImportColumn.of(heading).orElse(null);
            if ((column == null && !heading.isBlank()) || (column != null && columns.contains(column))) {
                throw new BusinessException("import.heading", ImportFault.shown(heading.strip()));
            }
            columns.add(column);
        }
        for (var needed : NEEDED) {
            if (!columns.contains(needed)) {
                throw new BusinessException("import.missing", needed.heading());
            }
        }
        return columns;
    }

    private static ImportRow row(List<ImportColumn> columns, CSVRecord row) {
        Map<ImportColumn, String> cells = new EnumMap<>(ImportColumn.class);
        for (int i = 0; i < Math.min(columns.size(), row.size()); i++) {
            String cell = plain(row.get(i).strip());
            if (columns.get(i) != null && !cell.isEmpty()) {
                cells.put(columns.get(i), cell);
            }
        }
        return new ImportRow(row.getRecordNumber(), cells, surplus(columns, row));
    }

    private static String surplus(List<ImportColumn> columns, CSVRecord row) {
        return row.stream()
                .skip(columns.size())
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Takes away the apostrophe that the export puts before what a spreadsheet would take for a formula, and no other one. */
    private static String plain(String cell) {
        return PROTECTED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
