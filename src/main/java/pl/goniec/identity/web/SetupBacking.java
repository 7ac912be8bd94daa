package pl.goniec.identity.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import pl.goniec.identity.api.Language;
import pl.goniec.identity.api.NewPerson;
import pl.goniec.identity.api.SetUpOffice;
import pl.goniec.identity.boundary.SetupService;
import pl.goniec.platform.faces.Messages;
import pl.goniec.platform.faces.ViewLanguage;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.NotFoundException;

/** Behind the page of the first start, which is not there as soon as somebody heads the office. */
@Named("firstStart")
@ViewScoped
public class SetupBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private SetupService setup;

    @Inject
    private Messages messages;

    @Inject
    private ViewLanguage language;

    private final OfficeFields office = OfficeFields.blank();
    private String code;
    private String name;
    private String email;
    private String password;

    /** Tells whether the page is there. */
    public boolean isOpen() {
        return setup.open();
    }

    /** Answers as if there were no such page, when there is none any more. */
    public void load() {
        if (!setup.open()) {
            throw new NotFoundException();
        }
        MarkedSession.keep();
    }

    /** Shows the page in the other language; unknown codes change nothing. */
    public void speak(String chosen) {
        language.choose(chosen);
        FacesContext.getCurrentInstance().getViewRoot().setLocale(language.getLocale());
    }

    /** Sets everything up and goes on to the log-in. */
    public void setUp() throws IOException {
        try {
            var head = new NewPerson(email, name, "", Language.of(language.getCode()));
            setup.setUp(new SetUpOffice(typed(code), office.data(), head, typed(password)));
        } catch (NotFoundException e) {
            throw e;
        } catch (BusinessException e) {
            messages.show(e, "setup:" + field(e.key()));
            return;
        }
        var faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().redirect("/login.xhtml?ready=true");
        faces.responseComplete();
    }

    private static String field(String key) {
        var words = key.split("\\.");
        return switch (words[0]) {
            case "office" -> "office" + words[1];
            case "person" -> "person" + words[1];
            case "password" -> "password";
            default -> "code";
        };
    }

    private static String typed(String value) {
        return value == null ? "" : value;
    }

    public OfficeFields getOffice() {
        return office;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
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
}
