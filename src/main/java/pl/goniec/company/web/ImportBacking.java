package pl.goniec.company.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.primefaces.event.FileUploadEvent;
import org.primefaces.model.file.UploadedFile;
import pl.goniec.company.api.ImportColumn;
import pl.goniec.company.api.ImportFault;
import pl.goniec.company.api.ImportPreview;
import pl.goniec.company.api.ImportProgress;
import pl.goniec.company.boundary.ImportService;
import pl.goniec.platform.faces.Messages;
import pl.goniec.platform.security.RequestOrigin;
import pl.goniec.shared.BusinessException;

/** Import: a list is chosen, what it would do is shown, and then it is done, with a bar that says how far. */
@Named("importing")
@ViewScoped
public class ImportBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final System.Logger LOG = System.getLogger(ImportBacking.class.getName());

    /** So many faults are shown; the rest is a number. */
    private static final int SHOWN = 200;

    @Inject
    private ImportService lists;

    @Inject
    private transient Messages messages;

    private String fileName;
    private byte[] file;
    private boolean invite;
    private boolean done;
    private ImportPreview preview;
    private ImportProgress progress;
    private transient Future<ImportPreview> running;

    /** Reads the chosen file and shows what it would do. */
    public void choose(FileUploadEvent event) {
        choose(event.getFile());
    }

    void choose(UploadedFile chosen) {
        forget();
        try {
            preview = lists.preview(chosen.getContent());
            file = chosen.getContent();
            fileName = chosen.getFileName();
        } catch (BusinessException e) {
            messages.show(e, "list:file");
        }
    }

    /** Begins to import what is shown; the page asks how far it is. Where only invitations are to be done, they are what is asked for. */
    public void start() {
        if (file == null || running != null) {
            return;
        }
        if (preview.changesNothing()) {
            invite = true;
        }
        progress = new ImportProgress();
        running = lists.run(file, invite, RequestOrigin.current(), progress);
    }

    /** Looks whether it is done. */
    public void look() {
        if (running == null || !running.isDone()) {
            return;
        }
        var ended = running;
        running = null;
        file = null;
        try {
            preview = ended.get();
            done = true;
            messages.info("import.done");
        } catch (InterruptedException e) {
            forget();
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            forget();
            messages.error("list:file", "import.unchanged", whyNot(e));
        }
    }

    /** Says what was refused; the unexpected is a number under which the log has it. The page stays as it is and takes another file. */
    private String whyNot(ExecutionException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BusinessException refusal) {
                return messages.text(refusal.key(), refusal.arguments().toArray());
            }
        }
        var incident = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "[" + incident + "] A list could not be imported", e);
        return messages.text("import.failed", incident);
    }

    private void forget() {
        file = null;
        fileName = null;
        preview = null;
        invite = false;
        done = false;
    }

    public ImportColumn[] getColumns() {
        return ImportColumn.values();
    }

    /** Returns the sentence that says what is wrong with a row. */
    public String reason(ImportFault fault) {
        return messages.text(fault.key(), fault.limit());
    }

    public List<ImportFault> getFaults() {
        var all = preview.faults();
        return all.subList(0, Math.min(SHOWN, all.size()));
    }

    public int getUnshownFaults() {
        return Math.max(0, preview.faults().size() - SHOWN);
    }

    public boolean isRunning() {
        return running != null;
    }

    public boolean isDone() {
        return done;
    }

    public int getPercent() {
        return progress == null ? 0 : progress.percent();
    }

    public ImportPreview getPreview() {
        return preview;
    }

    public String getFileName() {
        return fileName;
    }

    public boolean isInvite() {
        return invite;
    }

    public void setInvite(boolean invite) {
        this.invite = invite;
    }
}
