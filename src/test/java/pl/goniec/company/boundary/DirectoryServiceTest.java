package pl.goniec.company.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.company.api.PersonFilter;
import pl.goniec.company.api.PersonRow;
import pl.goniec.company.api.PersonTie;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.identity.api.AccountState;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.identity.boundary.ProgramService;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ForbiddenException;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.Page;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/** Whom the head finds, and what is said of each. */
class DirectoryServiceTest extends OnBothEngines {

    private PersonId head;
    private CompanyId bakery;

    @BeforeEach
    void anOfficeWithAClient() {
        head = world.head("Żaneta Szef");
        bakery = world.company("Piekarnia");
    }

    private Page<PersonRow> people(String search, AccountState state, int first, int size) {
        return as(
                head,
                DirectoryService.class,
                directory -> directory.people(new PersonFilter(search, state), first, size));
    }

    private Page<PersonRow> people(String search) {
        return people(search, null, 0, 10);
    }

    private PersonRow found(String search) {
        var page = people(search);
        assertThat(page.total()).as(search).isEqualTo(1);
        return page.rows().get(0);
    }

    @Test
    void aProgramOfTheOfficeIsNobodyToKeep() {
        with(ProgramService.class, programs -> programs.program("xymena-kadry"));

        assertThat(people("xymena").total()).isZero();
    }

    @Test
    void everybodyIsFoundPeopleOfTheOfficeFirst() {
        world.caretaker("Xymena Żak");
        world.staff("Xymena Ość");
        world.entrepreneur(bakery, "Xymena Adamczyk");

        var found = people(" XYMENA ");

        assertThat(found.rows())
                .extracting(PersonRow::name)
                .containsExactly("Xymena Ość", "Xymena Żak", "Xymena Adamczyk");
        assertThat(found.rows())
                .extracting(PersonRow::position)
                .containsExactly(OfficePosition.STAFF, OfficePosition.CARETAKER, null);
        assertThat(found.total()).isEqualTo(3);
    }

    @Test
    void anAddressIsFoundHoweverItIsWritten() {
        var anna = world.entrepreneur(bakery, "Anna Kłos");

        assertThat(found(world.email(anna).toUpperCase(Locale.ROOT)).id()).isEqualTo(anna);
    }

    @Test
    void aStateIsAllThatIsShownWhenItIsChosen() {
        world.client(bakery, "Xymena Nowa", Role.EMPLOYEE, AccountState.NOT_ACTIVATED, true);
        world.person("Xymena Zablokowana", OfficePosition.STAFF, AccountState.BLOCKED);
        world.employee(bakery, "Xymena Czynna");

        for (var state : AccountState.values()) {
            var found = people("xymena", state, 0, 10);
            assertThat(found.rows()).extracting(PersonRow::state).containsExactly(state);
            assertThat(found.total()).isEqualTo(1);
        }
    }

    @Test
    void whatSomebodyIsInHisCompaniesIsSaid() {
        var anna = world.entrepreneur(bakery, "Xymena Kłos");
        var smithy = world.company("Kuźnia");
        world.joins(anna, smithy, Role.EMPLOYEE, true);
        var left = world.company("Opuszczona");
        world.joins(anna, left, Role.EMPLOYEE, true);
        world.leaves(anna, left);

        assertThat(found("xymena").ties())
                .containsExactly(
                        new PersonTie(smithy, "Kuźnia", Role.EMPLOYEE, true),
                        new PersonTie(bakery, "Piekarnia", Role.ENTREPRENEUR, true));
    }

    @Test
    void aCompanyThatTheHeadCannotEnterIsNotOpen() {
        var anna = world.entrepreneur(bakery, "Xymena Kłos");
        world.sql().change("UPDATE company SET active = ? WHERE id = ?", false, bakery);
        var own = world.company("Szefowska");
        world.joins(head, own, Role.ENTREPRENEUR, true);
        world.joins(anna, own, Role.EMPLOYEE, true);

        assertThat(found("xymena").ties()).extracting(PersonTie::open).containsExactly(false, false);
    }

    @Test
    void whoHasNoCompanyIsThereToo() {
        var gone = world.entrepreneur(bakery, "Xymena Odeszła");
        world.leaves(gone, bakery);

        assertThat(found("xymena").ties()).isEmpty();
        assertThat(found("xymena").caredFor()).isZero();
    }

    @Test
    void companiesThatACaretakerLooksAfterTodayAreCounted() {
        var over = world.company("Oddana");
        var later = world.company("Przyszła");
        var xymena = world.caretaker("Xymena Żak", bakery, world.company("Kuźnia"), over);
        world.takenAway(xymena, over);
        var tomorrow = Instant.now().plus(Duration.ofDays(1));
        world.looksAfter(xymena, later, tomorrow, tomorrow.plus(Duration.ofDays(1)), true);
        world.looksAfter(xymena, bakery, Instant.now().minus(Duration.ofDays(1)), tomorrow, true);

        assertThat(found("xymena").caredFor()).isEqualTo(2);
    }

    @Test
    void theListIsReadAPageAtATime() {
        for (int i = 0; i <= DirectoryService.MAX_PAGE; i++) {
            world.person("Xymena %03d".formatted(i), null, AccountState.ACTIVE);
        }

        var second = people("xymena", null, 1, 1);
        assertThat(second.rows()).extracting(PersonRow::name).containsExactly("Xymena 001");
        assertThat(second.total()).isEqualTo(DirectoryService.MAX_PAGE + 1);
        assertThat(people("xymena", null, -5, 0).rows())
                .extracting(PersonRow::name)
                .containsExactly("Xymena 000");
        assertThat(people("xymena", null, 0, DirectoryService.MAX_PAGE + 1).rows())
                .hasSize(DirectoryService.MAX_PAGE);
        var beyond = people("xymena", null, 1000, 10);
        assertThat(beyond.rows()).isEmpty();
        assertThat(beyond.total()).isEqualTo(DirectoryService.MAX_PAGE + 1);
    }

    @Test
    void signsOfASearchMeanThemselves() {
        world.entrepreneur(bakery, "100%_Xymena!");

        assertThat(people("%").rows()).extracting(PersonRow::name).containsExactly("100%_Xymena!");
        assertThat(people("_xymena!").total()).isEqualTo(1);
        assertThat(people("\0_xy\0mena!").total()).isEqualTo(1);
        assertThat(people("'; --").rows()).isEmpty();
        assertThat(people(null).total()).isPositive();
    }

    @Test
    void whoIsTheHeadNoMoreFindsNobody() {
        world.sql().change("UPDATE person SET office_position = ? WHERE id = ?", OfficePosition.CARETAKER, head);
        assertThatThrownBy(() -> people("")).isInstanceOf(ForbiddenException.class);

        world.becomes(head, AccountState.BLOCKED);
        assertThatThrownBy(() -> people("")).isInstanceOf(NotFoundException.class);
    }
}
