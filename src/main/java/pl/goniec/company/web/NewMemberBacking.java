package pl.goniec.company.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.primefaces.PrimeFaces;
import pl.goniec.company.api.MemberData;
import pl.goniec.company.boundary.PeopleService;
import pl.goniec.identity.api.Language;
import pl.goniec.identity.api.PersonData;
import pl.goniec.platform.faces.Messages;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.Role;

/** The window in which somebody is added to a company; what is refused stays as it was typed. */
@Named("newMember")
@ViewScoped
public class NewMemberBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private PeopleService service;

    @Inject
    private PeopleBacking page;

    @Inject
    private Messages messages;

    private String email;
    private String name;
    private String phone;
    private Role role = Role.EMPLOYEE;
    private boolean mayStart = true;
    private Language language = Language.PL;

    /** Begins anew. */
    public void open() {
        email = null;
        name = null;
        phone = null;
        role = Role.EMPLOYEE;
        mayStart = true;
        language = Language.PL;
        PrimeFaces.current().ajax().addCallbackParam("opened", true);
    }

    /** Adds the person, or says beside the fields why not; what is about the whole person, beside the address, which names him. */
    public void add() {
        if (PersonFields.areWrong("add", new PersonData(name, email, phone), messages)) {
            return;
        }
        try {
            service.add(page.companyId(), new MemberData(email, name, phone, role, mayStart, language));
        } catch (BusinessException e) {
            messages.show(e, "add:email");
            return;
        }
        page.refresh();
        PrimeFaces.current().ajax().addCallbackParam("done", true);
        messages.info("people.added");
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    public boolean isMayStart() {
        return mayStart;
    }

    public void setMayStart(boolean mayStart) {
        this.mayStart = mayStart;
    }

    public Language getLanguage() {
        return language;
    }

    public void setLanguage(Language language) {
        this.language = language;
    }
}
