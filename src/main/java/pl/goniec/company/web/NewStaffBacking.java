package pl.goniec.company.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import pl.goniec.identity.api.AccountState;
import pl.goniec.identity.api.AddStaff;
import pl.goniec.identity.api.NewPerson;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.identity.boundary.StaffService;

/** The window in which somebody is added to the office. */
@Named("newStaff")
@ViewScoped
public class NewStaffBacking extends NewPersonWindow {

    private static final long serialVersionUID = 1L;

    @Inject
    private StaffService service;

    @Inject
    private DirectoryBacking page;

    private OfficePosition position = OfficePosition.CARETAKER;

    @Override
    void choose() {
        position = OfficePosition.CARETAKER;
    }

    @Override
    AccountState join(PersonFields person) {
        var data = person.data();
        var added = service.add(
                new AddStaff(new NewPerson(data.email(), data.name(), data.phone(), person.getLanguage()), position));
        return service.person(added).row().state();
    }

    @Override
    void refresh() {
        page.load();
    }

    public OfficePosition getPosition() {
        return position;
    }

    public void setPosition(OfficePosition position) {
        this.position = position;
    }
}
