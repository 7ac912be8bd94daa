package pl.goniec.conversation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import pl.goniec.company.api.CompanyDetails;
import pl.goniec.company.boundary.CompanyService;
import pl.goniec.conversation.api.ConversationRow;
import pl.goniec.conversation.api.ThreadDetails;
import pl.goniec.conversation.api.ThreadPage;
import pl.goniec.conversation.boundary.OversightService;
import pl.goniec.platform.faces.PageAddress;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.Side;

/** The conversations of the employees as their entrepreneur may read them: a list and one thread, and nothing to write with. */
@Named("oversight")
@ViewScoped
public class OversightBacking implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private CompanyService companies;

    @Inject
    private OversightService service;

    private String company;
    private String conversation;
    private String before;
    private CompanyDetails details;
    private List<ConversationRow> rows = List.of();
    private ThreadDetails thread;
    private ThreadPage page;

    /** Reads the list and, when the address names one, a conversation of it. */
    public void load() {
        var id = new CompanyId(PageAddress.number(company));
        details = companies.openAsClient(id);
        rows = service.conversations(id);
        if (conversation == null) {
            return;
        }
        thread = service.thread(new ConversationId(PageAddress.number(conversation)));
        if (!thread.company().equals(id)) {
            throw new NotFoundException();
        }
        page = before == null ? thread.page() : service.older(thread.id(), PageAddress.number(before));
    }

    /** Returns the company that one is in. */
    public CompanyDetails getFirm() {
        return details;
    }

    public List<ConversationRow> getRows() {
        return rows;
    }

    public boolean isOpen() {
        return thread != null;
    }

    /** Returns the opened conversation. */
    public ThreadDetails getDetails() {
        return thread;
    }

    public List<ThreadEntry> getEntries() {
        return ThreadEntry.of(page.messages(), 0);
    }

    public Side getSide() {
        return Side.CLIENT;
    }

    public boolean isBlank() {
        return page.messages().isEmpty();
    }

    /** Older messages are another page here, which the thread itself does not offer. */
    public boolean isOlder() {
        return false;
    }

    public boolean isNewer() {
        return false;
    }

    public long getUnread() {
        return 0;
    }

    /** Returns before which position the messages of the next page stand, or null when these are the first. */
    public Long getOlderThan() {
        return page.older() ? page.messages().get(0).id().position() : null;
    }

    /** Tells whether newer messages than these are there. */
    public boolean isTurned() {
        return page.newer();
    }

    public String getCompany() {
        return company;
    }

    public void setCompany(String company) {
        this.company = company;
    }

    public String getConversation() {
        return conversation;
    }

    public void setConversation(String conversation) {
        this.conversation = conversation;
    }

    public String getBefore() {
        return before;
    }

    public void setBefore(String before) {
        this.before = before;
    }
}
