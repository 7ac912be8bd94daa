package pl.goniec.company.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import pl.goniec.company.api.MemberData;
import pl.goniec.company.boundary.PeopleService;
import pl.goniec.identity.api.AccountState;
import pl.goniec.shared.Role;

/** The window in which somebody is added to a company. */
@Named("newMember")
@ViewScoped
public class NewMemberBacking extends NewPersonWindow {

    private static final long serialVersionUID = 1L;

    @Inject
    private PeopleService service;

    @Inject
    private PeopleBacking page;

    private Role role = Role.EMPLOYEE;
    private boolean mayStart = true;

    @Override
    void choose() {
        role = page.isWithoutEntrepreneur() ? Role.ENTREPRENEUR : Role.EMPLOYEE;
        mayStart = true;
    }

    @Override
    AccountState join(PersonFields person) {
        var data = person.data();
        var added = service.add(
                page.companyId(),
                new MemberData(data.email(), data.name(), data.phone(), role, mayStart, person.getLanguage()));
        return service.person(page.companyId(), added).contact().state();
    }

    @Override
    void refresh() {
        page.refresh();
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
