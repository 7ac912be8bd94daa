package pl.goniec.platform.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import pl.goniec.shared.BusinessException;

/** Sentences of the bundles, for code behind pages: as text, or shown as a message of Faces. */
@RequestScoped
public class Messages {

    /** One bundle per component; keys are looked up in this order. */
    static final List<String> BUNDLES =
            List.of("platform", "identity", "company", "attachment", "conversation", "broadcast", "inbox");

    private final Locale locale;

    protected Messages() {
        this(new ViewLanguage());
    }

    @Inject
    public Messages(ViewLanguage language) {
        this.locale = language.getLocale();
    }

    /** Returns the sentence of the first bundle that has the key, its places filled. */
    public String text(String key, Object... arguments) {
        for (String name : BUNDLES) {
            ResourceBundle bundle = bundle(name, locale);
            if (bundle.containsKey(key)) {
                String pattern = bundle.getString(key);
                return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
            }
        }
        throw new MissingResourceException("No bundle has the key " + key, Messages.class.getName(), key);
    }

    /** Shows a sentence that is good news. */
    public void info(String key, Object... arguments) {
        add(null, FacesMessage.SEVERITY_INFO, text(key, arguments));
    }

    /** Shows a refusal beside the component with this client id, or for the page when it is null. */
    public void error(String clientId, String key, Object... arguments) {
        add(clientId, FacesMessage.SEVERITY_ERROR, text(key, arguments));
    }

    /** Shows what a rule of the business said. */
    public void error(BusinessException refusal) {
        error(null, refusal.key(), refusal.arguments().toArray());
    }

    private static void add(String clientId, FacesMessage.Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(clientId, new FacesMessage(severity, text, null));
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle("i18n." + name, locale, Messages.class.getClassLoader());
    }
}
