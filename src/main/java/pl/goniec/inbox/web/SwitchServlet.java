package pl.goniec.inbox.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import pl.goniec.inbox.api.CompanyFilter;
import pl.goniec.inbox.api.CompanyOrder;
import pl.goniec.inbox.boundary.InboxService;
import pl.goniec.platform.faces.ViewLanguage;
import pl.goniec.shared.CompanyId;

/**
 * The entries of the company switcher, asked for when it is opened: the office's are the first of the lista firm in its
 * default order, a client's are all of his own.
 */
@WebServlet("/switch")
public class SwitchServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final int MOST = 10;

    @Inject
    private transient InboxService inbox;

    @Inject
    private transient ViewLanguage language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean office = "office".equals(request.getParameter("side"));
        if (!request.isUserInRole(office ? "OFFICE" : "CLIENT")) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().print(office ? officeEntries() : clientEntries());
    }

    private JsonArray officeEntries() {
        var everything = new CompanyFilter(false, "", false, false, false);
        return array(inbox.companies(everything, CompanyOrder.ACTIVITY, 0, MOST).rows().stream()
                .map(row -> entry(row.id(), row.name(), row.unread())));
    }

    private JsonArray clientEntries() {
        return array(inbox.myCompanies().stream().map(row -> entry(row.id(), row.name(), row.unread())));
    }

    private JsonObject entry(CompanyId id, String name, long unread) {
        return Json.createObjectBuilder()
                .add("id", id.value())
                .add("name", name)
                .add("n", unread)
                .add("text", LiveNumbers.sentence(unread, language.getLocale()))
                .build();
    }

    private static JsonArray array(Stream<JsonObject> entries) {
        return Json.createArrayBuilder(entries.toList()).build();
    }
}
