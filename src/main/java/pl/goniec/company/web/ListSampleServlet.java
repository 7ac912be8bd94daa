package pl.goniec.company.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import pl.goniec.company.api.ImportColumn;
import pl.goniec.platform.faces.CsvResponse;

/** A list as the import reads it, with two invented people, for an office that has nothing to export yet. */
@WebServlet("/office/head/sample.csv")
public class ListSampleServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** In the order of the columns. */
    private static final List<List<String>> ROWS = List.of(
            List.of(
                    "Piekarnia Pod Lipą",
                    "777-000-01-17",
                    "L-1",
                    "VAT, ryczałt",
                    "aktywna",
                    "tak",
                    "nie",
                    "",
                    "alina@podlipa.example",
                    "Alina Lipa",
                    "600 100 200",
                    "przedsiębiorca",
                    "tak",
                    "polski"),
            List.of(
                    "Warsztat Zębatka",
                    "777-000-01-23",
                    "L-2",
                    "VAT",
                    "aktywna",
                    "tak",
                    "nie",
                    "",
                    "bogdan@zebatka.example",
                    "Bogdan Zębaty",
                    "",
                    "pracownik",
                    "nie",
                    "polski"));

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var file = new CsvResponse(response, "wzor-importu");
        file.line(Arrays.stream(ImportColumn.values()).map(ImportColumn::heading));
        for (var row : ROWS) {
            file.line(row.stream());
        }
    }
}
