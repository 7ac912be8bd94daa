package pl.goniec.company.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pl.goniec.company.api.CompanyContact;
import pl.goniec.company.api.CompanyDetails;
import pl.goniec.company.api.CompanyMember;
import pl.goniec.company.boundary.CompanyService;
import pl.goniec.company.boundary.PeopleService;
import pl.goniec.fixture.Beans;
import pl.goniec.identity.api.AccountState;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/** The window of somebody new, and what he is before anybody has chosen. */
class NewMemberBackingTest {

    private final List<CompanyMember> people = new ArrayList<>();
    private Role caller = Role.CARETAKER;

    private final class Companies extends CompanyService {

        @Override
        public CompanyDetails open(CompanyId company) {
            return new CompanyDetails(company, "Piekarnia", "526-000-12-46", caller, true, false, List.of(), List.of());
        }
    }

    private final class People extends PeopleService {

        @Override
        public List<CompanyMember> people(CompanyId company) {
            return people;
        }

        @Override
        public List<CompanyMember> employees(CompanyId company) {
            return List.of();
        }
    }

    private void has(Role role, Instant leftAt) {
        var contact = new CompanyContact(
                new PersonId(people.size()), "Anna Kłos", "a@test.example", "", role, AccountState.ACTIVE, false);
        people.add(new CompanyMember(contact, 0, 0, true, null, leftAt, false, Set.of()));
    }

    private Role first() {
        var beans = new Beans(null).with(CompanyService.class, new Companies()).with(PeopleService.class, new People());
        var page = beans.get(PeopleBacking.class);
        page.setCompany("1");
        page.loadForOffice();
        var window = beans.get(NewMemberBacking.class);
        window.choose();
        return window.getRole();
    }

    @Test
    void theFirstWhomTheOfficeAddsIsTheOwner() {
        assertThat(first()).isEqualTo(Role.ENTREPRENEUR);
        has(Role.EMPLOYEE, null);
        has(Role.ENTREPRENEUR, Instant.EPOCH);
        assertThat(first()).isEqualTo(Role.ENTREPRENEUR);

        has(Role.ENTREPRENEUR, null);
        assertThat(first()).isEqualTo(Role.EMPLOYEE);
    }

    @Test
    void anOwnerAddsEmployees() {
        caller = Role.ENTREPRENEUR;

        assertThat(first()).isEqualTo(Role.EMPLOYEE);
    }
}
