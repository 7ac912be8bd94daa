package pl.goniec.company.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pl.goniec.company.api.CompanyContact;
import pl.goniec.company.api.CompanyMember;
import pl.goniec.company.api.MemberData;
import pl.goniec.company.api.MemberDeed;
import pl.goniec.company.boundary.CompanyService;
import pl.goniec.company.boundary.PeopleService;
import pl.goniec.fixture.Beans;
import pl.goniec.identity.api.AccountState;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/** A window that was opened a while ago. */
class MemberBackingTest {

    private static final PersonId JAN = new PersonId(7);

    private String address = "jan@dawny.example";
    private MemberData added;

    /** A company of which one has left. */
    private final class People extends PeopleService {

        @Override
        public CompanyMember person(CompanyId company, PersonId person) {
            var contact = new CompanyContact(person, "Jan Maj", address, "", Role.EMPLOYEE, AccountState.ACTIVE, false);
            return new CompanyMember(contact, 0, 0, true, null, Instant.EPOCH, false, Set.of(MemberDeed.RETURN));
        }

        @Override
        public PersonId add(CompanyId company, MemberData data) {
            added = data;
            return JAN;
        }
    }

    @Test
    void whoComesBackIsFoundByTheAddressThatHeHasNow() {
        var beans = new Beans(null)
                .with(PeopleService.class, new People())
                .with(CompanyService.class, new CompanyService());
        beans.get(PeopleBacking.class).setCompany("1");
        var window = beans.get(MemberBacking.class);
        window.take(JAN);

        address = "jan@nowy.example";
        window.perform(MemberDeed.RETURN);

        assertThat(added.email()).isEqualTo("jan@nowy.example");
    }
}
