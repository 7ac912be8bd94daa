package pl.goniec.conversation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.primefaces.PrimeFaces;
import pl.goniec.company.api.CompanyContact;
import pl.goniec.company.api.CompanyDetails;
import pl.goniec.company.boundary.CompanyService;
import pl.goniec.conversation.api.MessageRow;
import pl.goniec.conversation.boundary.ConversationService;
import pl.goniec.identity.api.OfficeDetails;
import pl.goniec.identity.boundary.OfficeService;
import pl.goniec.platform.faces.PageAddress;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.ForbiddenException;
import pl.goniec.shared.Role;

/** START » STRONA GŁÓWNA of a client, with the window in which he talks with the office. */
@Named("clientHome")
@ViewScoped
public class ClientHomeBacking implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final String MODULE = "module-main";

    @Inject
    private CompanyService companies;

    @Inject
    private OfficeService offices;

    @Inject
    private ConversationService conversations;

    @Inject
    private ThreadBacking thread;

    @Inject
    private ReplyBacking reply;

    private String company;
    private String messages;
    private CompanyDetails details;
    private OfficeDetails office;
    private ConversationId conversation;
    private MessageRow last;

    /**
     * Reads the company and the last message; an employee who may not start has no conversation yet. Returns where to go
     * when the address names no company, otherwise null.
     */
    public String load() {
        if (company == null) {
            return "/client/companies?faces-redirect=true";
        }
        details = companies.openAsClient(companyId());
        office = offices.office();
        refreshLast();
        return null;
    }

    /** Opens the window; {@code seen} tells whether the tab is in front. */
    public void openWindow(boolean seen) {
        lookAgain();
        if (conversation == null) {
            return;
        }
        thread.open(conversation);
        reply.openBelowThread();
        if (seen) {
            thread.markRead();
        }
    }

    /** Something changed; {@code seen} tells whether the window is open in the tab in front. */
    public void refresh(boolean seen) {
        thread.refresh(seen);
        lookAgain();
    }

    /** Shows the messages that come next, which somebody asked for and so sees. */
    public void newer() {
        thread.showNewer();
        thread.markRead();
    }

    /** The window is closed: what comes from now on is not displayed. */
    public void closeWindow() {
        thread.close();
        reply.close();
        lookAgain();
    }

    /**
     * The page reads the last message anew and leaves its buttons alone, so that no click on them is lost; of whoever may talk only
     * since now, or no more, it shows all.
     */
    private void lookAgain() {
        boolean mightTalk = isMayTalk();
        refreshLast();
        if (isMayTalk() != mightTalk) {
            PrimeFaces.current().ajax().update(MODULE);
        }
    }

    /** Reads the message that the module shows. */
    public void refreshLast() {
        try {
            conversation = conversations.withOffice(companyId());
        } catch (ForbiddenException e) {
            conversation = null;
            return;
        }
        last = conversations.last(conversation).orElse(null);
    }

    public boolean isEntrepreneur() {
        return details.role() == Role.ENTREPRENEUR;
    }

    /** Tells whether there is a conversation, or this person may begin it. */
    public boolean isMayTalk() {
        return conversation != null;
    }

    public List<CompanyContact> getCaretakers() {
        return details.caretakers();
    }

    public List<OfficeHours> getHours() {
        return OfficeHours.of(
                office.hours(), LocalDate.now(ThreadEntry.OFFICE_TIME).getDayOfWeek());
    }

    public String getCompany() {
        return company;
    }

    public void setCompany(String company) {
        this.company = company;
    }

    public String getMessages() {
        return messages;
    }

    public void setMessages(String messages) {
        this.messages = messages;
    }

    public CompanyDetails getDetails() {
        return details;
    }

    public OfficeDetails getOffice() {
        return office;
    }

    public MessageRow getLast() {
        return last;
    }

    private CompanyId companyId() {
        return new CompanyId(PageAddress.number(company));
    }
}
