package pl.goniec.inbox.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
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
public class SwitchServlet extends SideServlet {

    private static final long serialVersionUID = 1L;

    private static final int MOST = 10;

    @Inject
    private transient InboxService inbox;

    @Inject
    private transient ViewLanguage language;

    @Override
    JsonArray ofOffice() {
        var everything = new CompanyFilter(false, "", false, false, false);
        return array(inbox.companies(everything, CompanyOrder.ACTIVITY, 0, MOST).page().rows().stream()
                .map(row -> entry(row.id(), row.name(), row.unread())));
    }

    @Override
    JsonArray ofClient() {
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
