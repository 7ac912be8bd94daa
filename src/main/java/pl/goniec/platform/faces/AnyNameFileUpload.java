package pl.goniec.platform.faces;

import jakarta.faces.context.FacesContext;
import org.primefaces.component.fileupload.FileUpload;
import org.primefaces.model.file.UploadedFile;

/**
 * PrimeFaces' file upload without its own judgement of names. That drops a file called "10:30?.pdf" in silence, for a message that no
 * page shows; the component {@code attachment} makes every name a harmless one, or says why it cannot.
 */
public class AnyNameFileUpload extends FileUpload {

    @Override
    public void validateFilename(FacesContext context, UploadedFile file) {
        // judged where files are stored
    }
}
