package pl.goniec.company.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import org.primefaces.PrimeFaces;
import pl.goniec.company.api.CompanyMember;
import pl.goniec.company.api.MemberChange;
import pl.goniec.company.api.MemberData;
import pl.goniec.company.api.MemberDeed;
import pl.goniec.company.boundary.PeopleService;
import pl.goniec.identity.api.AccountState;
import pl.goniec.identity.api.Language;
import pl.goniec.identity.api.PersonData;
import pl.goniec.platform.faces.PageAddress;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/** The window of one of a company's people. */
@Named("member")
@ViewScoped
public class MemberBacking extends KeptPerson {

    private static final long serialVersionUID = 1L;

    @Inject
    private PeopleService service;

    @Inject
    private PeopleBacking page;

    private CompanyMember chosen;
    private Role role;
    private boolean mayStart;

    /** Opens the window of a person, by a number that comes from the page. */
    public void open(String person) {
        take(new PersonId(PageAddress.number(person)));
        PrimeFaces.current().ajax().addCallbackParam("opened", true);
    }

    @Override
    void perform(MemberDeed deed) {
        var company = page.companyId();
        switch (deed) {
            case MOVE -> throw new IllegalArgumentException("It is a part of " + MemberDeed.RENAME);
            case CHANGE -> service.change(company, id(), chosen.version(), new MemberChange(role, mayStart));
            case RENAME ->
                service.rename(company, id(), chosen.account(), getFields().data());
            case LEAVE -> service.leave(company, id());
            case RETURN -> service.add(company, asHeIsNow());
            case INVITE -> service.resendInvitation(company, id());
            case REVOKE -> service.revokeInvitation(company, id());
            case BLOCK -> service.block(company, id());
            case UNBLOCK -> service.unblock(company, id());
            case END_SESSIONS -> service.endSessions(company, id());
        }
    }

    /** His address may have become another one since the window was opened; under the old one somebody new would be added. */
    private MemberData asHeIsNow() {
        var contact = service.person(page.companyId(), id()).contact();
        return new MemberData(contact.email(), contact.name(), contact.phone(), role, mayStart, Language.PL);
    }

    @Override
    void showAfter(MemberDeed deed) {
        page.refresh();
        take(id());
    }

    void take(PersonId person) {
        chosen = service.person(page.companyId(), person);
        var contact = chosen.contact();
        var shown = new PersonFields();
        shown.show(new PersonData(contact.name(), contact.email(), contact.phone()));
        show(shown);
        role = contact.role();
        mayStart = chosen.mayStart();
    }

    @Override
    String place() {
        return "people";
    }

    private PersonId id() {
        return chosen.contact().id();
    }

    @Override
    public boolean may(String deed) {
        return chosen != null && chosen.may(deed);
    }

    @Override
    public String getWho() {
        return chosen.contact().name();
    }

    @Override
    public AccountState getState() {
        return chosen.contact().state();
    }

    @Override
    public Instant getInvitedUntil() {
        return chosen.invitedUntil();
    }

    @Override
    public String getAccount() {
        return chosen.blockedByOffice() ? "people.account.byOffice" : super.getAccount();
    }

    public CompanyMember getChosen() {
        return chosen;
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
}
