package pl.goniec.identity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import pl.goniec.identity.boundary.AccountService;
import pl.goniec.platform.faces.Messages;
import pl.goniec.shared.BusinessException;

/** Behind the page for who has forgotten his password: it says the same whoever asks for whatever address. */
@Named("forgotten")
@RequestScoped
public class ForgottenBacking {

    @Inject
    private AccountService accounts;

    @Inject
    private Messages messages;

    private String email;
    private boolean asked;

    public void ask() {
        try {
            accounts.forgotten(email == null ? "" : email);
            asked = true;
        } catch (BusinessException e) {
            messages.show(e, "ask:email");
        }
    }

    public boolean isAsked() {
        return asked;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
