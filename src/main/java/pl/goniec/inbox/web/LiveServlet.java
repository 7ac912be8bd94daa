package pl.goniec.inbox.web;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import pl.goniec.inbox.boundary.InboxService;
import pl.goniec.platform.faces.ViewLanguage;

/** The one small request by which an open page reads its numbers again. */
@WebServlet("/live")
public class LiveServlet extends SideServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient InboxService inbox;

    @Inject
    private transient ViewLanguage language;

    @Override
    JsonObject ofOffice() {
        return LiveNumbers.json(inbox.officeUnread(), language.getLocale());
    }

    @Override
    JsonObject ofClient() {
        return LiveNumbers.json(inbox.clientUnread(), language.getLocale());
    }
}
