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
import org.primefaces.PrimeFaces;
import pl.goniec.shared.BusinessException;

/**
 * Sentences of the bundles, for code behind pages: as text, beside a field, or in the page's one status region. Keys that code
 * asks for begin with their component or with what they are about ({@code inbox.nothingTicked}, {@code message.blank}).
 */
@RequestScoped
public class Messages {

    /** One bundle per component; keys are looked up in this order. */
    static final List<String> BUNDLES = List.of(
            "frame", "identity", "company", "attachment", "conversation", "broadcast", "inbox", "mail", "backoffice");

    private final Locale locale;

    protected Messages() {
        this(new ViewLanguage());
    }

    @Inject
    public Messages(ViewLanguage language) {
        this.locale = language.getLocale();
    }

    /** Returns the bundle of a component in the language of the session. */
    public static ResourceBundle bundle(String component, Locale locale) {
        return ResourceBundle.getBundle(
                "pl.goniec." + component + ".messages", locale, Messages.class.getClassLoader());
    }

    /** Returns the sentence of the first bundle that has the key, its places filled. */
    public String text(String key, Object... arguments) {
        return text(locale, key, arguments);
    }

    /** Returns that sentence in a language, for whoever is not in front of a page. */
    public static String text(Locale locale, String key, Object... arguments) {
        return new MessageFormat(bundleWith(key, locale).getString(key), locale).format(arguments);
    }

    /** Returns the sentence of {@code key.one}, {@code key.few} or {@code key.many}, as the number asks for. */
    public String count(String key, long number) {
        return Plurals.count(bundleWith(key + ".many", locale), key, number);
    }

    /** Announces a finished sentence in the status region, with the ajax response. */
    public void say(String sentence) {
        if (PrimeFaces.current().isAjaxRequest()) {
            PrimeFaces.current().ajax().addCallbackParam("status", sentence);
        } else {
            add(null, FacesMessage.SEVERITY_INFO, sentence);
        }
    }

    /** Announces good news in the status region. */
    public void info(String key, Object... arguments) {
        say(text(key, arguments));
    }

    /** Shows a refusal beside the component with this client id, or in the status region when it is null. */
    public void error(String clientId, String key, Object... arguments) {
        if (clientId == null && PrimeFaces.current().isAjaxRequest()) {
            say(text(key, arguments));
        } else {
            add(clientId, FacesMessage.SEVERITY_ERROR, text(key, arguments));
        }
    }

    /** Shows what a rule of the business said, beside the component with this client id or in the status region. */
    public void show(BusinessException refusal, String clientId) {
        error(clientId, refusal.key(), refusal.arguments().toArray());
    }

    private static ResourceBundle bundleWith(String key, Locale locale) {
        return BUNDLES.stream()
                .map(name -> bundle(name, locale))
                .filter(bundle -> bundle.containsKey(key))
                .findFirst()
                .orElseThrow(() ->
                        new MissingResourceException("No bundle has the key " + key, Messages.class.getName(), key));
    }

    private static void add(String clientId, FacesMessage.Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(clientId, new FacesMessage(severity, text, null));
    }
}
