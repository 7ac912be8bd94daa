package pl.goniec.identity.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import pl.goniec.identity.api.ChangeStaff;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.identity.api.PersonData;
import pl.goniec.identity.api.StaffDetails;
import pl.goniec.identity.boundary.StaffService;
import pl.goniec.platform.faces.Messages;
import pl.goniec.platform.faces.PageAddress;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.PersonId;

/**
 * The page of one person of the office. It keeps the version that it showed: what somebody else has changed meanwhile is not
 * overwritten, and what was typed stays. A block is asked again before it is done.
 */
@Named("staffPerson")
@ViewScoped
public class StaffPersonBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private StaffService service;

    @Inject
    private Messages messages;

    private String id;
    private StaffDetails details;
    private String name;
    private String email;
    private String phone;
    private OfficePosition position;
    private boolean asked;
    private String problem;

    /** Reads the person as he stands. */
    public void load() {
        take(service.person(personId()));
    }

    /** Changes data and position, or says why not. */
    public void save() {
        problem = null;
        var data = new PersonData(name, email, phone);
        if (PersonFields.areWrong("data", data, messages)) {
            return;
        }
        try {
            service.change(new ChangeStaff(personId(), details.version(), data, position));
        } catch (BusinessException e) {
            if (PersonFields.isOfField(e)) {
                messages.show(e, "data:email");
            } else {
                tell(e);
            }
            return;
        }
        done("staff.saved");
    }

    public void invite() {
        act("staff.invited", () -> service.invite(personId()));
    }

    public void revoke() {
        act("staff.revoked", () -> service.revokeInvitation(personId()));
    }

    public void unblock() {
        act("staff.unblocked", () -> service.unblock(personId()));
    }

    public void endSessions() {
        act("staff.sessionsEnded", () -> service.endSessions(personId()));
    }

    public void askToBlock() {
        asked = true;
    }

    /** The answer was no. */
    public void spare() {
        asked = false;
    }

    /** The answer was yes. */
    public void block() {
        act("staff.blocked", () -> service.block(personId()));
    }

    private void act(String done, Runnable deed) {
        problem = null;
        asked = false;
        try {
            deed.run();
        } catch (BusinessException e) {
            tell(e);
            return;
        }
        done(done);
    }

    private void done(String key) {
        load();
        messages.info(key, details.row().name());
    }

    private void tell(BusinessException refusal) {
        problem = messages.text(refusal.key(), refusal.arguments().toArray());
    }

    private void take(StaffDetails person) {
        details = person;
        name = person.row().name();
        email = person.row().email();
        phone = person.row().phone();
        position = person.row().position();
        asked = false;
        problem = null;
    }

    private PersonId personId() {
        return new PersonId(PageAddress.number(id));
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public StaffDetails getDetails() {
        return details;
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

    public boolean isAsked() {
        return asked;
    }

    public String getProblem() {
        return problem;
    }
}
