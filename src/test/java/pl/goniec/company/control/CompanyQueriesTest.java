package pl.goniec.company.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.company.api.CompanyContact;
import pl.goniec.company.api.CompanyDetails;
import pl.goniec.company.boundary.CompanyService;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.identity.api.AccountState;
import pl.goniec.shared.AccessScope;
import pl.goniec.shared.AccessScope.PersonScope;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/** What a person is for a company, and what he sees of it. */
class CompanyQueriesTest extends OnBothEngines {

    private CompanyId bakery;
    private CompanyId garage;
    private PersonId head;
    private PersonId caretaker;
    private PersonId anna;
    private PersonId jan;

    @BeforeEach
    void twoCompanies() {
        bakery = world.company("Piekarnia Złoty Kłos", "7261843055");
        garage = world.company("Warsztat Turbo");
        head = world.head("Szef");
        caretaker = world.caretaker("Olga Opiekun", bakery);
        anna = world.entrepreneur(bakery, "Anna Kłos");
        jan = world.client(bakery, "Jan Kłos", Role.EMPLOYEE, AccountState.ACTIVE, false);
    }

    private Optional<Role> role(CompanyId company, AccessScope scope) {
        return with(CompanyQueries.class, queries -> queries.role(company, scope));
    }

    private CompanyDetails open(PersonId person, CompanyId company) {
        return as(person, CompanyService.class, companies -> companies.open(company));
    }

    private CompanyDetails openAsClient(PersonId person, CompanyId company) {
        return as(person, CompanyService.class, companies -> companies.openAsClient(company));
    }

    private void requireAll(AccessScope scope, CompanyId... companies) {
        with(CompanyService.class, service -> {
            service.requireAll(Set.of(companies), scope);
            return null;
        });
    }

    @Test
    void everybodyIsWhatHeIsPerCompany() {
        assertThat(role(bakery, office(head))).contains(Role.OFFICE_HEAD);
        assertThat(role(bakery, office(caretaker))).contains(Role.CARETAKER);
        assertThat(role(garage, office(caretaker))).isEmpty();
        assertThat(role(bakery, client(anna))).contains(Role.ENTREPRENEUR);
        assertThat(role(bakery, client(jan))).contains(Role.EMPLOYEE);
        assertThat(role(bakery, office(anna))).isEmpty();
        assertThat(role(bakery, client(head))).isEmpty();
        assertThat(role(bakery, new PersonScope(anna))).contains(Role.ENTREPRENEUR);
        assertThat(role(bakery, office(world.staff("Kadrowa")))).isEmpty();
    }

    @Test
    void aSubstituteHasTheCompanyForHisTime() {
        var now = Instant.now();
        var present = world.caretaker("Obecny Zastępca");
        world.looksAfter(present, bakery, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)), true);
        var past = world.caretaker("Dawny Zastępca");
        world.looksAfter(past, bakery, now.minus(Duration.ofDays(9)), now.minus(Duration.ofSeconds(1)), true);
        var future = world.caretaker("Przyszły Zastępca");
        world.looksAfter(future, bakery, now.plus(Duration.ofHours(1)), now.plus(Duration.ofDays(1)), true);

        assertThat(role(bakery, office(present))).contains(Role.CARETAKER);
        assertThat(role(bakery, office(past))).isEmpty();
        assertThat(role(bakery, office(future))).isEmpty();
        assertThat(open(caretaker, bakery).caretakers())
                .extracting(CompanyContact::name)
                .containsExactly("Olga Opiekun", "Obecny Zastępca");
        assertThat(open(caretaker, bakery).caretakers())
                .extracting(CompanyContact::substitute)
                .containsExactly(false, true);
    }

    @Test
    void theOfficeSeesTheCompanyWithItsPeople() {
        var details = open(caretaker, bakery);

        assertThat(details.name()).isEqualTo("Piekarnia Złoty Kłos");
        assertThat(details.nip()).isEqualTo("726-184-30-55");
        assertThat(details.role()).isEqualTo(Role.CARETAKER);
        assertThat(details.mayStart()).isTrue();
        assertThat(details.people()).extracting(CompanyContact::id).containsExactly(anna, jan);
        assertThat(details.people()).extracting(CompanyContact::role).containsExactly(Role.ENTREPRENEUR, Role.EMPLOYEE);
    }

    @Test
    void aClientSeesCaretakersButNotTheOtherPeople() {
        var annas = openAsClient(anna, bakery);
        var jans = openAsClient(jan, bakery);

        assertThat(annas.caretakers()).extracting(CompanyContact::name).containsExactly("Olga Opiekun");
        assertThat(annas.people()).isEmpty();
        assertThat(annas.mayStart()).isTrue();
        assertThat(jans.role()).isEqualTo(Role.EMPLOYEE);
        assertThat(jans.mayStart()).isFalse();
    }

    @Test
    void aForeignCompanyIsNotFoundLikeOneThatNeverWas() {
        for (var company : List.of(garage, new CompanyId(-1))) {
            assertThatThrownBy(() -> open(caretaker, company)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> openAsClient(anna, company)).isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> openAsClient(caretaker, bakery)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> open(anna, bakery)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aBlockedCaretakerIsShownToNobodyAndSeesNothing() {
        world.becomes(caretaker, AccountState.BLOCKED);

        assertThat(openAsClient(anna, bakery).caretakers()).isEmpty();
        assertThat(role(bakery, office(caretaker))).isEmpty();
        assertThatThrownBy(() -> open(caretaker, bakery)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void onlyWhoHasThePositionStillIsShownAsCaretaker() {
        world.sql().change("UPDATE person SET office_position = 'HEAD' WHERE id = ?", caretaker);
        assertThat(openAsClient(anna, bakery).caretakers())
                .as("a head may look after a company himself")
                .extracting(CompanyContact::id)
                .containsExactly(caretaker);

        world.sql().change("UPDATE person SET office_position = 'STAFF' WHERE id = ?", caretaker);
        assertThat(openAsClient(anna, bakery).caretakers()).isEmpty();
        world.sql().change("UPDATE person SET office_position = NULL WHERE id = ?", caretaker);
        assertThat(openAsClient(anna, bakery).caretakers()).isEmpty();
    }

    @Test
    void severalCompaniesAreAllHisOrNone() {
        requireAll(office(head), bakery, garage);
        requireAll(office(caretaker), bakery);
        requireAll(office(caretaker));

        assertThatThrownBy(() -> requireAll(office(caretaker), bakery, garage)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> requireAll(office(head), bakery, new CompanyId(-1)))
                .isInstanceOf(NotFoundException.class);
    }
}
