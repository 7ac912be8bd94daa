package pl.goniec.identity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import pl.goniec.identity.boundary.AccountService;

/** Behind the page for who has forgotten his password: it says the same whoever asks for whatever address. */
@Named("forgotten")
@RequestScoped
public class ForgottenBacking {

    @Inject
    private AccountService accounts;

    private String email;
    private boolean asked;

    public void ask() {
        accounts.forgotten(email == null ? "" : email);
        asked = true;
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
