package pl.goniec.identity.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import pl.goniec.identity.api.Language;
import pl.goniec.identity.api.NewPerson;
import pl.goniec.identity.api.PasswordRule;
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
    private final NewPassword chosen = new NewPassword();
    private String code;
    private String name;
    private String email;

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

    /** Sets everything up and goes on to the log-in, or says beside the fields everything that is wrong. */
    public void setUp() throws IOException {
        boolean wrong = areWrong();
        try {
            // Asked in any case, for the code; it takes no office without a name.
            var data = wrong ? OfficeFields.blank().data() : office.data();
            setup.setUp(new SetUpOffice(code == null ? "" : code, data, head(), chosen.getPassword()));
        } catch (NotFoundException e) {
            throw e;
        } catch (BusinessException e) {
            if (!wrong || e.key().startsWith("setup.")) {
                messages.show(e, "setup:" + field(e.key()));
            }
            return;
        }
        var faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().redirect("/login.xhtml?ready=true");
        faces.responseComplete();
    }

    private boolean areWrong() {
        var faults = new ArrayList<>(office.faults());
        var head = head().data();
        head.nameFault().ifPresent(faults::add);
        head.emailFault().ifPresent(faults::add);
        if (chosen.isUnequal()) {
            faults.add("password.unequal");
        } else {
            PasswordRule.fault(chosen.getPassword(), head.name(), head.email()).ifPresent(faults::add);
        }
        faults.forEach(key -> messages.error("setup:" + field(key), key));
        return !faults.isEmpty();
    }

    private NewPerson head() {
        return new NewPerson(email, name, "", Language.of(language.getCode()));
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

    public NewPassword getChosen() {
        return chosen;
    }
}
