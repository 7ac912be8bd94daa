package pl.goniec.company.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import pl.goniec.company.api.ImportColumn;
import pl.goniec.company.boundary.ImportService;
import pl.goniec.platform.faces.CsvResponse;

/** The whole office as a list that can be imported again, here or elsewhere. */
@WebServlet("/office/head/companies.csv")
public class ListExportServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient ImportService lists;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var rows = lists.export();
        var file = new CsvResponse(response, "firmy");
        file.line(Arrays.stream(ImportColumn.values()).map(ImportColumn::heading));
        for (var row : rows) {
            file.line(Arrays.stream(ImportColumn.values()).map(row::cell));
        }
    }
}
