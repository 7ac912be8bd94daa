package pl.goniec.bench.peer;

import jakarta.annotation.Resource;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Runs the one statement that is posted, on the server's datasource: H2 lets no second process into its file. Answers with the
 * first column of each row on a line of its own, or with the number of changed rows.
 */
@WebServlet("/sql")
public class SqlServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Resource(lookup = "java:jboss/datasources/GoniecDS")
    private transient DataSource source;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setContentType("text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var sql = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                response.getWriter().println(statement.getUpdateCount());
                return;
            }
            try (var rows = statement.getResultSet()) {
                while (rows.next()) {
                    response.getWriter().println(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new ServletException(e);
        }
    }
}
