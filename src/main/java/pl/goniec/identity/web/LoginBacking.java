package pl.goniec.identity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import pl.goniec.identity.api.Language;
import pl.goniec.identity.api.LogInAttempted;
import pl.goniec.identity.api.PersonProfile;
import pl.goniec.identity.api.SessionMark;
import pl.goniec.identity.boundary.ProfileService;
import pl.goniec.platform.faces.Messages;
import pl.goniec.platform.faces.ViewLanguage;
import pl.goniec.platform.security.LocalAddress;
import pl.goniec.platform.security.LogInRealm;
import pl.goniec.platform.security.Passwords;

/** Behind the log-in page: the container checks, this says where to go or that it did not work, and never why. */
@Named
@RequestScoped
public class LoginBacking {

    /** No verification of a bcrypt hash is that quick, so a quicker refusal was one without a hash. */
    private static final long NO_HASH_MILLIS = 100;

    @Inject
    private Messages messages;

    @Inject
    private LogInRealm realm;

    @Inject
    private Passwords passwords;

    @Inject
    private ViewLanguage language;

    @Inject
    private ProfileService profiles;

    @Inject
    private Event<LogInAttempted> events;

    private String email;
    private String password;
    private String from;
    private boolean chosen;

    public void logIn() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        HttpServletRequest request =
                (HttpServletRequest) faces.getExternalContext().getRequest();
        long start = System.nanoTime();
        Optional<SessionMark> mark;
        try {
            if (request.getUserPrincipal() != null) {
                request.logout();
            }
            String name = email == null ? "" : email.strip();
            mark = realm.inTurn(name, () -> {
                // Comparing takes its time. Whatever ends the person's sessions meanwhile must end this one too.
                var before = profiles.session(name);
                request.login(name, password == null ? "" : password);
                return before;
            });
        } catch (ServletException e) {
            events.fire(attempt(request, false));
            refuse(start);
            return;
        }
        mark.ifPresent(MarkedSession::set);
        begin();
        events.fire(attempt(request, true));
        ExternalContext external = faces.getExternalContext();
        external.redirect(from == null ? "/" : from);
        faces.responseComplete();
    }

    /** Shows the page in another language and remembers that it was asked for; unknown codes change nothing. */
    public void speak(String code) {
        // EL hands over an empty text where the address has no such parameter.
        if (code == null || code.isEmpty()) {
            return;
        }
        language.choose(code);
        MarkedSession.keep();
        chosen = language.getCode().equals(code);
        FacesContext.getCurrentInstance().getViewRoot().setLocale(language.getLocale());
    }

    /** A language that was chosen on this page becomes the person's own; otherwise his own becomes the session's. */
    private void begin() {
        PersonProfile profile = profiles.me();
        if (chosen) {
            profiles.choose(Language.of(language.getCode()), profile.theme());
        } else {
            language.choose(profile.language().code());
        }
    }

    private LogInAttempted attempt(HttpServletRequest request, boolean accepted) {
        return new LogInAttempted(email == null ? "" : email.strip(), request.getRemoteAddr(), accepted);
    }

    /** Unknown, blocked and locked names are refused without a hash; the time must not tell them from a wrong password. */
    private void refuse(long start) {
        if (System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(NO_HASH_MILLIS)) {
            passwords.pretend((password == null ? "" : password).toCharArray());
        }
        password = null;
        messages.error("login:email", "login.refused");
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getFrom() {
        return from;
    }

    /** Takes where to go after the log-in; what is not here is as if nothing had been said. */
    public void setFrom(String from) {
        this.from = LocalAddress.of(from).orElse(null);
    }

    public boolean isChosen() {
        return chosen;
    }

    public void setChosen(boolean chosen) {
        this.chosen = chosen;
    }
}
