package pl.goniec.platform.faces;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.omnifaces.util.Servlets;

/** A CSV file as an answer, as a Polish Excel reads it: semicolons, UTF-8 with a byte order mark, and quotation marks. */
public final class CsvResponse {

    private static final CSVFormat FORMAT = CSVFormat.EXCEL
            .builder()
            .setDelimiter(';')
            .setQuoteMode(QuoteMode.ALL)
            .get();

    private final CSVPrinter printer;

    /** Begins a file of this name and today's date. */
    public CsvResponse(HttpServletResponse response, String name) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(
                "Content-Disposition",
                Servlets.formatContentDispositionHeader(name + "-" + LocalDate.now(Times.WARSAW) + ".csv", true));
        var out = response.getWriter();
        out.print("\ufeff");
        printer = new CSVPrinter(out, FORMAT);
    }

    /**
     * Writes a row. What a spreadsheet could take for a formula gets an apostrophe: much of it is typed by strangers. So does what looks
     * as if it had got one, so that whoever takes one away has what was there.
     */
    public void line(Stream<?> cells) throws IOException {
        printer.printRecord(cells.map(cell -> safe(cell.toString())));
    }

    private static String safe(String text) {
        return text.matches("(?s)'*[=+\\-@\t\r].*") ? "'" + text : text;
    }
}
