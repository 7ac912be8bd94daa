package pl.goniec.identity.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import pl.goniec.identity.api.LinkDetails;
import pl.goniec.identity.boundary.AccountService;
import pl.goniec.platform.faces.Messages;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.NotFoundException;

/** Behind the page that a link in a letter opens: the first password, or another one. */
@Named("activation")
@ViewScoped
public class ActivationBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private AccountService accounts;

    @Inject
    private Messages messages;

    private final NewPassword chosen = new NewPassword();
    private String key = "";
    private LinkDetails details;

    /** Reads whose link it is; one that does not work leaves the page without a form. */
    public void load() {
        MarkedSession.keep();
        try {
            details = accounts.link(key);
        } catch (NotFoundException e) {
            details = null;
        }
    }

    /** Sets the password and goes on to the log-in. */
    public void activate() throws IOException {
        if (chosen.isUnequal("activate", messages)) {
            return;
        }
        try {
            accounts.activate(key, chosen.getPassword());
        } catch (NotFoundException e) {
            details = null;
            return;
        } catch (BusinessException e) {
            messages.show(e, "activate:password");
            return;
        }
        var faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().redirect("/login.xhtml?ready=true");
        faces.responseComplete();
    }

    public LinkDetails getDetails() {
        return details;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key == null ? "" : key;
    }

    public NewPassword getChosen() {
        return chosen;
    }
}
