package pl.goniec.identity.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.primefaces.event.FileUploadEvent;
import pl.goniec.identity.api.OfficeLogo;
import pl.goniec.identity.api.OfficeRecord;
import pl.goniec.identity.boundary.OfficeService;
import pl.goniec.platform.faces.Messages;
import pl.goniec.shared.BusinessException;

/** Dane biura: what the head keeps of the office. What was changed by another head meanwhile is not overwritten. */
@Named("officeData")
@ViewScoped
public class OfficeDataBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private OfficeService offices;

    @Inject
    private Messages messages;

    private OfficeFields fields;
    private OfficeRecord seen;

    /** Reads the office as it is. */
    public void load() {
        seen = offices.forChange();
        fields = new OfficeFields(seen.data());
    }

    /** Stores what was typed, or says beside the fields everything that is wrong; what is refused stays as it was typed. */
    public void save() {
        var faults = fields.faults();
        faults.forEach(key -> messages.error(field(key), key));
        if (!faults.isEmpty()) {
            return;
        }
        try {
            offices.change(seen.version(), fields.data());
            load();
            messages.info("office.saved");
        } catch (BusinessException e) {
            messages.show(e, field(e.key()));
        }
    }

    /** Returns beside what a refusal belongs; what is not about the office's data belongs into the status region. */
    static String field(String key) {
        return key.startsWith("office.") ? "office:office" + key.split("\\.")[1] : null;
    }

    /** Takes another logo; of one that is too large no more is read than shows that it is. */
    public void upload(FileUploadEvent event) {
        try (var file = event.getFile().getInputStream()) {
            change(file.readNBytes(OfficeLogo.MAX_BYTES + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the logo away. */
    public void removeLogo() {
        change(null);
    }

    private void change(byte[] picture) {
        try {
            offices.changeLogo(seen.version(), picture);
            seen = offices.forChange();
            messages.info("office.saved");
        } catch (BusinessException e) {
            messages.show(e, "logo:picture");
        }
    }

    public OfficeFields getFields() {
        return fields;
    }

    /** Tells whether there is a logo. */
    public boolean isLogo() {
        return seen.logo();
    }

    /** Returns the version that is seen, which the address of the logo carries. */
    public long getVersion() {
        return seen.version();
    }
}
