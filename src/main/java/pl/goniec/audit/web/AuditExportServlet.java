package pl.goniec.audit.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import pl.goniec.audit.api.AuditPlace;
import pl.goniec.audit.api.AuditRow;
import pl.goniec.audit.boundary.AuditTrailService;
import pl.goniec.platform.faces.CsvResponse;

/**
 * The audit trail as a CSV file, newest first, with the seals. Times are UTC. The rows are read piece by piece and never held
 * together.
 */
@WebServlet("/office/head/audit.csv")
public class AuditExportServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final int PIECE = 1000;

    @Inject
    private transient AuditTrailService trail;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var filter = new AuditAddress(
                        request.getParameter("from"),
                        request.getParameter("to"),
                        request.getParameter("who"),
                        request.getParameter("action"),
                        request.getParameter("refused"),
                        null)
                .filter();
        var file = new CsvResponse(response, "dziennik");
        file.line(Stream.of("number", "time", "actor", "action", "object", "result", "address", "correlation", "seal"));
        var place = AuditPlace.NEWEST;
        for (var rows = trail.export(filter, place, PIECE);
                !rows.isEmpty();
                rows = trail.export(filter, place, PIECE)) {
            for (var row : rows) {
                file.line(cells(row));
            }
            place = rows.get(rows.size() - 1).place();
        }
    }

    private static Stream<Object> cells(AuditRow row) {
        return Stream.of(
                Objects.requireNonNullElse(row.number(), ""),
                row.at(),
                row.actor(),
                row.action(),
                row.object(),
                row.refused() ? "REFUSED" : "DONE",
                Objects.requireNonNullElse(row.address(), ""),
                row.correlationId(),
                Objects.requireNonNullElse(row.hash(), ""));
    }
}
