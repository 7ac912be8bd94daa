package pl.goniec.identity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import pl.goniec.identity.api.Language;
import pl.goniec.identity.api.Theme;
import pl.goniec.identity.boundary.ProfileService;
import pl.goniec.platform.faces.ViewLanguage;

/** Ustawienia: the person's language and colours, stored at once. */
@Named("choices")
@RequestScoped
public class SettingsBacking {

    @Inject
    private ProfileService profiles;

    @Inject
    private ViewLanguage language;

    @Inject
    private MeBacking me;

    /** Stores the language by its code and shows the page in it. */
    public void speak(String code) {
        profiles.choose(Language.of(code), me.profile().theme());
        language.choose(Language.of(code).code());
        FacesContext.getCurrentInstance().getViewRoot().setLocale(language.getLocale());
        me.forget();
    }

    /** Stores the colours; an unknown name follows the machine. */
    public void paint(String theme) {
        Theme chosen = switch (theme) {
            case "LIGHT" -> Theme.LIGHT;
            case "DARK" -> Theme.DARK;
            default -> Theme.SYSTEM;
        };
        profiles.choose(me.profile().language(), chosen);
        me.forget();
    }
}
