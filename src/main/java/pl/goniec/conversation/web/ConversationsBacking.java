package pl.goniec.conversation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import pl.goniec.company.api.CompanyDetails;
import pl.goniec.company.boundary.CompanyService;
import pl.goniec.conversation.api.ConversationRow;
import pl.goniec.conversation.boundary.ConversationService;
import pl.goniec.platform.faces.PageAddress;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.NotFoundException;

/** PYTANIA KLIENTÓW: the conversations of a company, and which of them is open. */
@Named("conversations")
@ViewScoped
public class ConversationsBacking implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private CompanyService companies;

    @Inject
    private ConversationService conversations;

    @Inject
    private ThreadBacking thread;

    @Inject
    private ReplyBacking reply;

    private String company;
    private String conversation;
    private String search;
    private CompanyDetails details;
    private List<ConversationRow> rows = List.of();

    /** Reads the company, and the conversation if the address names one; nothing counts as read by that. */
    public void load() {
        details = companies.open(companyId());
        if (conversation != null) {
            open(new ConversationId(PageAddress.number(conversation)));
        }
        refreshList();
    }

    /** Opens a conversation that somebody clicked, and so sees. */
    public void show(ConversationId id) {
        open(id);
        thread.markRead();
        refreshList();
    }

    /** The same for a number that comes from the page. */
    public void select(long id) {
        show(new ConversationId(id));
    }

    /** Back to the list on a phone. */
    public void leave() {
        thread.close();
        reply.close();
        refreshList();
    }

    /** Something changed; {@code seen} tells whether anybody looks at this page. */
    public void refresh(boolean seen) {
        thread.refresh(seen);
        refreshList();
    }

    /** Shows the messages that come next, which somebody asked for and so sees. */
    public void newer() {
        thread.showNewer();
        thread.markRead();
        refreshList();
    }

    /** Reads the list; the open conversation keeps its place until one leaves it. */
    public void refreshList() {
        int place = placeOfOpen(rows);
        rows = conversations.conversations(companyId(), search == null ? "" : search);
        int newPlace = placeOfOpen(rows);
        if (place >= 0 && newPlace > place) {
            var kept = new ArrayList<>(rows);
            kept.add(place, kept.remove(newPlace));
            rows = List.copyOf(kept);
        }
    }

    /** Another box on the page has changed a draft; tells whether the box below the open conversation shows it too. */
    public boolean draftChanged(ConversationId id) {
        boolean shown = reply.isOpen() && thread.getDetails().id().equals(id);
        if (shown) {
            reply.open(id);
        }
        return shown;
    }

    public CompanyId companyId() {
        return new CompanyId(PageAddress.number(company));
    }

    private void open(ConversationId id) {
        thread.open(id);
        if (!thread.getDetails().company().equals(companyId())) {
            thread.close();
            throw new NotFoundException();
        }
        reply.openBelowThread();
    }

    private int placeOfOpen(List<ConversationRow> list) {
        if (thread.isOpen()) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i).id().equals(thread.getDetails().id())) {
                    return i;
                }
            }
        }
        return -1;
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

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search;
    }

    public CompanyDetails getDetails() {
        return details;
    }

    public List<ConversationRow> getRows() {
        return rows;
    }
}
