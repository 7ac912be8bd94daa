package pl.goniec.identity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import pl.goniec.identity.api.Language;
import pl.goniec.identity.api.MailChoice;
import pl.goniec.identity.api.PasswordReplaced;
import pl.goniec.identity.api.Theme;
import pl.goniec.identity.boundary.AccountService;
import pl.goniec.identity.boundary.ProfileService;
import pl.goniec.platform.faces.Messages;
import pl.goniec.platform.faces.ViewLanguage;
import pl.goniec.shared.BusinessException;

/** Ustawienia: the person's language, colours and letters, stored at once, and his password. */
@Named("choices")
@RequestScoped
public class SettingsBacking {

    @Inject
    private ProfileService profiles;

    @Inject
    private AccountService accounts;

    @Inject
    private Event<PasswordReplaced> events;

    @Inject
    private Messages messages;

    @Inject
    private ViewLanguage language;

    @Inject
    private MeBacking me;

    private final NewPassword chosen = new NewPassword();
    private String old;

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

    /** Stores how often a letter may come; an unknown name is a digest. */
    public void tell(String choice) {
        MailChoice chosen = switch (choice) {
            case "AT_ONCE" -> MailChoice.AT_ONCE;
            case "NEVER" -> MailChoice.NEVER;
            default -> MailChoice.DIGEST;
        };
        profiles.choose(chosen);
        me.forget();
    }

    /** Changes the password; this session goes on, the person's others end, and their open pages are told. */
    public void changePassword() {
        if (chosen.isUnequal("passwords", messages)) {
            return;
        }
        try {
            var mark = accounts.changePassword(old == null ? "" : old, chosen.getPassword());
            MarkedSession.set(mark);
            events.fire(new PasswordReplaced(mark.person()));
            messages.info("password.changed");
        } catch (BusinessException e) {
            messages.show(e, e.key().startsWith("password.old") ? "passwords:old" : "passwords:password");
        }
    }

    public String getOld() {
        return old;
    }

    public void setOld(String old) {
        this.old = old;
    }

    public NewPassword getChosen() {
        return chosen;
    }
}
