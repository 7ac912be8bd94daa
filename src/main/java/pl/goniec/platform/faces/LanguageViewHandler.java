package pl.goniec.platform.faces;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import java.util.Locale;

/** Gives every view the session's language; the browser's own wishes are not asked, the person's are. */
public class LanguageViewHandler extends ViewHandlerWrapper {

    public LanguageViewHandler(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Locale calculateLocale(FacesContext context) {
        if (context.getExternalContext().getSession(false) == null) {
            return ViewLanguage.POLISH;
        }
        return CDI.current().select(ViewLanguage.class).get().getLocale();
    }
}
