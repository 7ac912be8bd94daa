package pl.goniec.backoffice.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;

/** {@code /contract/asyncapi.yaml} and the schemas that it names, for everybody: what is enforced is what is read here. */
@WebServlet("/contract/*")
public class ContractServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern FILE = Pattern.compile("/asyncapi\\.yaml|/v1/[A-Za-z]+\\.schema\\.json");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = Objects.requireNonNullElse(request.getPathInfo(), "");
        if (!FILE.matcher(path).matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try (var file = getClass().getResourceAsStream("/contract" + path)) {
            if (file == null) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            response.setContentType(path.endsWith(".json") ? "application/schema+json" : "application/yaml");
            response.setCharacterEncoding("UTF-8");
            file.transferTo(response.getOutputStream());
        }
    }
}
