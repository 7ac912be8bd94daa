package pl.goniec.company.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.primefaces.PrimeFaces;
import pl.goniec.company.api.CompanyMember;
import pl.goniec.company.api.MemberChange;
import pl.goniec.company.api.MemberData;
import pl.goniec.company.api.MemberDeed;
import pl.goniec.company.boundary.PeopleService;
import pl.goniec.identity.api.Language;
import pl.goniec.identity.api.PersonData;
import pl.goniec.platform.faces.Messages;
import pl.goniec.platform.faces.PageAddress;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/**
 * The window of one of a company's people. It keeps the versions that it showed: what somebody else has changed meanwhile is not
 * overwritten, and what was typed stays. What is hard to undo is asked again before it is done.
 */
@Named("member")
@ViewScoped
public class MemberBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private PeopleService service;

    @Inject
    private PeopleBacking page;

    @Inject
    private Messages messages;

    private CompanyMember chosen;
    private String name;
    private String email;
    private String phone;
    private Role role;
    private boolean mayStart;
    private MemberDeed question;
    private String problem;

    /** Opens the window of a person, by a number that comes from the page. */
    public void open(String person) {
        take(service.person(page.companyId(), new PersonId(PageAddress.number(person))));
        PrimeFaces.current().ajax().addCallbackParam("opened", true);
    }

    /** Changes name, e-mail address and phone, or says beside the field why not. */
    public void rename() {
        problem = null;
        var data = new PersonData(name, email, phone);
        if (PersonFields.areWrong("data", data, messages)) {
            return;
        }
        try {
            service.rename(page.companyId(), id(), chosen.account(), data);
        } catch (BusinessException e) {
            if (PersonFields.isOfField(e)) {
                messages.show(e, "data:email");
            } else {
                tell(e);
            }
            return;
        }
        done("people.saved");
    }

    /** Changes what the person is in the company. */
    public void change() {
        act(
                "people.saved",
                () -> service.change(page.companyId(), id(), chosen.version(), new MemberChange(role, mayStart)));
    }

    /** Takes somebody back who has left. */
    public void takeBack() {
        var contact = chosen.contact();
        act(
                "people.returned",
                () -> service.add(
                        page.companyId(),
                        new MemberData(contact.email(), contact.name(), contact.phone(), role, mayStart, Language.PL)));
    }

    public void invite() {
        act("people.invited", () -> service.resendInvitation(page.companyId(), id()));
    }

    public void revoke() {
        act("people.revoked", () -> service.revokeInvitation(page.companyId(), id()));
    }

    public void unblock() {
        act("people.unblocked", () -> service.unblock(page.companyId(), id()));
    }

    public void endSessions() {
        act("people.sessionsEnded", () -> service.endSessions(page.companyId(), id()));
    }

    public void askToBlock() {
        question = MemberDeed.BLOCK;
    }

    public void askToLetGo() {
        question = MemberDeed.LEAVE;
    }

    /** The answer was no. */
    public void spare() {
        question = null;
    }

    /** The answer was yes. */
    public void confirm() {
        if (question == MemberDeed.BLOCK) {
            act("people.blocked", () -> service.block(page.companyId(), id()));
        } else if (question == MemberDeed.LEAVE) {
            act("people.left", () -> service.leave(page.companyId(), id()));
        }
    }

    private void act(String done, Runnable deed) {
        problem = null;
        question = null;
        try {
            deed.run();
        } catch (BusinessException e) {
            tell(e);
            return;
        }
        done(done);
    }

    private void done(String key) {
        var who = chosen.contact().name();
        page.refresh();
        take(service.person(page.companyId(), id()));
        messages.info(key, who);
    }

    private void tell(BusinessException refusal) {
        problem = messages.text(refusal.key(), refusal.arguments().toArray());
    }

    private void take(CompanyMember member) {
        chosen = member;
        name = member.contact().name();
        email = member.contact().email();
        phone = member.contact().phone();
        role = member.contact().role();
        mayStart = member.mayStart();
        question = null;
        problem = null;
    }

    private PersonId id() {
        return chosen.contact().id();
    }

    public CompanyMember getChosen() {
        return chosen;
    }

    public MemberDeed getQuestion() {
        return question;
    }

    public String getProblem() {
        return problem;
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
