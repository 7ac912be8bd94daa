package pl.goniec.company.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import pl.goniec.company.api.MemberDeed;
import pl.goniec.identity.api.AccountState;
import pl.goniec.identity.api.ChangeStaff;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.identity.api.StaffDetails;
import pl.goniec.identity.boundary.StaffService;
import pl.goniec.platform.faces.PageAddress;
import pl.goniec.shared.PersonId;

/** The page of one person of the office. */
@Named("staffPerson")
@ViewScoped
public class StaffPersonBacking extends KeptPerson {

    private static final long serialVersionUID = 1L;

    @Inject
    private StaffService service;

    private String id;
    private StaffDetails details;
    private OfficePosition position;

    /** Reads the person as he stands. */
    public void load() {
        details = service.person(personId());
        var shown = new PersonFields();
        shown.show(details.data());
        show(shown);
        position = details.row().position();
    }

    @Override
    void perform(MemberDeed deed) {
        switch (deed) {
            case RENAME ->
                service.change(new ChangeStaff(
                        personId(), details.version(), getFields().data(), position));
            case INVITE -> service.invite(personId());
            case REVOKE -> service.revokeInvitation(personId());
            case BLOCK -> service.block(personId());
            case UNBLOCK -> service.unblock(personId());
            case END_SESSIONS -> service.endSessions(personId());
            case LEAVE -> service.leave(personId());
            case CHANGE, MOVE, RETURN -> throw new IllegalArgumentException(deed + " is a deed within a company");
        }
    }

    @Override
    void showAfter(MemberDeed deed) {
        if (deed == MemberDeed.LEAVE) {
            goToTheOthers();
        } else {
            load();
        }
    }

    /** Who has left the office is not found here any more. */
    private static void goToTheOthers() {
        try {
            FacesContext.getCurrentInstance().getExternalContext().redirect("/office/head/people.xhtml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    String place() {
        return "staff";
    }

    @Override
    public boolean may(String deed) {
        return switch (MemberDeed.valueOf(deed)) {
            case RENAME, MOVE -> true;
            case INVITE -> getState() == AccountState.NOT_ACTIVATED;
            case REVOKE -> getInvitedUntil() != null;
            case BLOCK -> getState() != AccountState.BLOCKED && !details.self();
            case UNBLOCK -> getState() == AccountState.BLOCKED;
            case END_SESSIONS -> getState() == AccountState.ACTIVE;
            case LEAVE -> !details.self();
            case CHANGE, RETURN -> false;
        };
    }

    private PersonId personId() {
        return new PersonId(PageAddress.number(id));
    }

    @Override
    public String getWho() {
        return details.row().name();
    }

    @Override
    public AccountState getState() {
        return details.row().state();
    }

    @Override
    public Instant getInvitedUntil() {
        return details.row().invitedUntil();
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

    public OfficePosition getPosition() {
        return position;
    }

    public void setPosition(OfficePosition position) {
        this.position = position;
    }
}
