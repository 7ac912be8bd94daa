package pl.goniec.identity.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.primefaces.PrimeFaces;
import pl.goniec.identity.api.AddStaff;
import pl.goniec.identity.api.Language;
import pl.goniec.identity.api.NewPerson;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.identity.boundary.StaffService;
import pl.goniec.platform.faces.Messages;
import pl.goniec.shared.BusinessException;

/** The window in which somebody is added to the office; what is refused stays as it was typed. */
@Named("newStaff")
@ViewScoped
public class NewStaffBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private StaffService service;

    @Inject
    private StaffBacking page;

    @Inject
    private Messages messages;

    private String email;
    private String name;
    private String phone;
    private OfficePosition position = OfficePosition.CARETAKER;
    private Language language = Language.PL;

    /** Begins anew. */
    public void open() {
        email = null;
        name = null;
        phone = null;
        position = OfficePosition.CARETAKER;
        language = Language.PL;
        PrimeFaces.current().ajax().addCallbackParam("opened", true);
    }

    /** Adds the person, or says beside the fields why not; what is about the whole person, beside the address, which names him. */
    public void add() {
        var person = new NewPerson(email, name, phone, language);
        if (PersonFields.areWrong("add", person.data(), messages)) {
            return;
        }
        try {
            service.add(new AddStaff(person, position));
        } catch (BusinessException e) {
            messages.show(e, "add:email");
            return;
        }
        page.load();
        PrimeFaces.current().ajax().addCallbackParam("done", true);
        messages.info("staff.added");
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

    public OfficePosition getPosition() {
        return position;
    }

    public void setPosition(OfficePosition position) {
        this.position = position;
    }

    public Language getLanguage() {
        return language;
    }

    public void setLanguage(Language language) {
        this.language = language;
    }
}
