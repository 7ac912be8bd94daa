package pl.goniec.broadcast.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.primefaces.PrimeFaces;
import org.primefaces.event.FileUploadEvent;
import pl.goniec.attachment.api.AttachmentRow;
import pl.goniec.attachment.api.UploadedFile;
import pl.goniec.broadcast.api.AcceptedBroadcast;
import pl.goniec.broadcast.api.AudienceSummary;
import pl.goniec.broadcast.api.BroadcastDraftDetails;
import pl.goniec.broadcast.api.SubmitBroadcast;
import pl.goniec.broadcast.boundary.BroadcastService;
import pl.goniec.conversation.api.Preview;
import pl.goniec.platform.faces.Messages;
import pl.goniec.shared.AttachmentId;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.DraftId;

/**
 * The window POWIADOMIENIE. It keeps the companies that were ticked when it was opened, and the page says with each click on
 * WYŚLIJ which draft it shows: a second click, another tab or a repeated request submits the same draft and gets the same
 * answer.
 */
@Named("notice")
@ViewScoped
public class NoticeBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String TEXT = "notice:write:text";
    private static final String TITLE = "notice:write:title";

    @Inject
    private BroadcastService broadcasts;

    @Inject
    private ProgressBacking progress;

    @Inject
    private Messages messages;

    private Set<CompanyId> companies = Set.of();
    private AudienceSummary audience;
    private DraftId draft;
    private DraftId shown;
    private String title;
    private String text;
    private boolean withEmployees;
    private List<AttachmentRow> files = List.of();
    private Instant savedAt;
    private boolean accepted;
    private BroadcastId last;

    /** Opens the window for these companies, or says why it stays shut. */
    public void open(Set<CompanyId> ticked) {
        if (ticked.isEmpty()) {
            messages.info("broadcast.nothingTicked");
            return;
        }
        try {
            take(broadcasts.draft());
            audience = broadcasts.audience(ticked, withEmployees);
        } catch (BusinessException e) {
            messages.show(e, null);
            return;
        }
        companies = Set.copyOf(ticked);
        PrimeFaces.current().ajax().addCallbackParam("opened", true);
    }

    /** Keeps what is typed. The time of saving goes when the draft is no longer there: another tab has sent it. */
    public void save() {
        if (draft == null) {
            return;
        }
        try {
            savedAt = broadcasts.save(draft, titled(), typed(), withEmployees);
        } catch (BusinessException e) {
            savedAt = null;
        }
    }

    /** Adds the employees to the recipients or takes them out, and counts anew. */
    public void addEmployees(boolean employeesToo) {
        withEmployees = employeesToo;
        audience = broadcasts.audience(companies, withEmployees);
        save();
    }

    public void upload(FileUploadEvent event) {
        var file = event.getFile();
        try {
            broadcasts.attach(draft, new UploadedFile(file.getFileName(), file::getInputStream));
        } catch (BusinessException e) {
            String refused = messages.text(e.key(), e.arguments().toArray());
            PrimeFaces.current().ajax().addCallbackParam("refused", refused);
        }
        files = broadcasts.draft().files();
    }

    public void remove(long file) {
        broadcasts.remove(draft, new AttachmentId(file));
        files = broadcasts.draft().files();
    }

    /** Sends, or says beside the field why not; then everything typed, attached and ticked stays. */
    public void send() {
        accepted = false;
        var written = shown == null ? draft : shown;
        if (written == null) {
            return;
        }
        try {
            accept(broadcasts.submit(new SubmitBroadcast(written, titled(), typed(), withEmployees, companies)));
        } catch (BusinessException e) {
            messages.show(e, "broadcast.titleTooLong".equals(e.key()) ? TITLE : TEXT);
            if ("broadcast.alreadySent".equals(e.key())) {
                renew();
            }
        }
    }

    public Set<CompanyId> getCompanies() {
        return companies;
    }

    public AudienceSummary getAudience() {
        return audience;
    }

    /** Returns the number of the draft that the page shows, null when the window is shut. */
    public Long getShown() {
        return draft == null ? null : draft.value();
    }

    public void setShown(Long number) {
        shown = number == null ? null : new DraftId(number);
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public boolean isWithEmployees() {
        return withEmployees;
    }

    public List<AttachmentRow> getFiles() {
        return files;
    }

    public Instant getSavedAt() {
        return savedAt;
    }

    /** Under this name the browser keeps what it could not save. */
    public String getKey() {
        return "notice." + draft;
    }

    /** Tells whether the request that is answered now has sent the notice. */
    public boolean isAccepted() {
        return accepted;
    }

    /** Returns what was sent from this page last, or null. */
    public BroadcastId getLast() {
        return last;
    }

    private void accept(AcceptedBroadcast sent) {
        accepted = true;
        last = sent.id();
        progress.accepted(sent, Preview.headline(titled().isEmpty() ? null : titled(), typed()));
        draft = null;
        title = null;
        text = null;
        files = List.of();
        PrimeFaces.current().ajax().addCallbackParam("sent", true);
        messages.info(
                "broadcast.accepted",
                messages.count("broadcast.companies", sent.companies()),
                messages.count("broadcast.recipients", sent.recipients()));
    }

    /** Another tab has sent the draft of this one: what is typed here goes on in a new draft. */
    private void renew() {
        var next = broadcasts.draft();
        draft = next.id();
        files = next.files();
        savedAt = null;
    }

    private void take(BroadcastDraftDetails details) {
        draft = details.id();
        title = details.title();
        text = details.text();
        withEmployees = details.withEmployees();
        files = details.files();
        savedAt = typed().isEmpty() ? null : details.savedAt();
    }

    private String typed() {
        return text == null ? "" : text.replace("\r\n", "\n");
    }

    private String titled() {
        return title == null ? "" : title.strip();
    }
}
