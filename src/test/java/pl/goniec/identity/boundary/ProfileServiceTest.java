package pl.goniec.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.identity.api.AccountState;
import pl.goniec.identity.api.Language;
import pl.goniec.identity.api.OfficeDetails;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.identity.api.OpeningHours;
import pl.goniec.identity.api.PersonProfile;
import pl.goniec.identity.api.SessionMark;
import pl.goniec.identity.api.Theme;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/** Who is calling, and what anybody may know of the office. */
class ProfileServiceTest extends OnBothEngines {

    private PersonProfile me(PersonId person) {
        return as(person, ProfileService.class, ProfileService::me);
    }

    private OfficeDetails officeDetails() {
        return with(OfficeService.class, OfficeService::office);
    }

    @Test
    void aProfileTellsTheSides() {
        var caretaker = world.caretaker("Żaneta Ćwik");
        var anna = world.entrepreneur(world.company("Piekarnia"), "Anna Kłos");

        assertThat(me(caretaker).position()).isEqualTo(OfficePosition.CARETAKER);
        assertThat(me(caretaker).office()).isTrue();
        assertThat(me(caretaker).client()).isFalse();
        assertThat(me(caretaker).initials()).isEqualTo("ŻĆ");
        assertThat(me(anna).office()).isFalse();
        assertThat(me(anna).client()).isTrue();

        world.joins(caretaker, world.company("Własna"), Role.ENTREPRENEUR, true);
        assertThat(me(caretaker).client()).isTrue();
    }

    @Test
    void choicesAreKept() {
        var head = world.head("Szef");
        assertThat(me(head).language()).isEqualTo(Language.PL);
        assertThat(me(head).theme()).isEqualTo(Theme.SYSTEM);

        as(head, ProfileService.class, profile -> {
            profile.choose(Language.EN, Theme.DARK);
            return null;
        });

        assertThat(me(head).language()).isEqualTo(Language.EN);
        assertThat(me(head).theme()).isEqualTo(Theme.DARK);
    }

    @Test
    void caseOfTheAddressDoesNotMatter() {
        var head = world.head("Szef");

        beans.callingAs(world.email(head).toUpperCase(Locale.ROOT));

        assertThat(beans.get(ProfileService.class).me().id()).isEqualTo(head);
    }

    @Test
    void aBlockedOrUnknownPersonIsNobody() {
        var head = world.head("Szef");
        world.becomes(head, AccountState.BLOCKED);

        assertThatThrownBy(() -> me(head)).isInstanceOf(NotFoundException.class);
        beans.callingAs("nikt@test.example");
        assertThatThrownBy(() -> beans.get(ProfileService.class).me()).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> beans.get(CallerScope.class).office()).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> beans.get(CallerScope.class).client()).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> beans.get(CallerScope.class).person()).isInstanceOf(NotFoundException.class);
    }

    private Optional<SessionMark> session(String name) {
        return with(ProfileService.class, profile -> profile.session(name));
    }

    @Test
    void aSessionIsMarkedOnlyWithAnAccountInUse() {
        var anna = world.entrepreneur(world.company("Piekarnia"), "Anna Kłos");
        var email = world.email(anna);

        assertThat(session(email.toUpperCase(Locale.ROOT))).contains(new SessionMark(anna, 0));
        assertThat(session("nikt@test.example")).isEmpty();
        world.becomes(anna, AccountState.BLOCKED);
        assertThat(session(email)).isEmpty();
    }

    @Test
    void aSessionIsNotThatOfWhoeverHasTheAddressNow() {
        var company = world.company("Piekarnia");
        var anna = world.entrepreneur(company, "Anna Kłos");
        var beata = world.entrepreneur(company, "Beata Kłos");
        var address = world.email(anna);
        var mark = session(address).orElseThrow();
        assertThat(inUse(anna, mark)).isTrue();

        world.sql().change("UPDATE person SET email = 'anna.nowa@test.example' WHERE id = ?", anna);
        world.sql().change("UPDATE person SET email = ? WHERE id = ?", address, beata);

        assertThat(inUse(beata, mark)).as("both are of the generation 0").isFalse();
    }

    @Test
    void aSessionEndsWithTheLastCompanyUnlessThereIsTheOffice() {
        var bakery = world.company("Piekarnia");
        var garage = world.company("Warsztat");
        var jan = world.employee(bakery, "Jan Maj");
        world.joins(jan, garage, Role.EMPLOYEE, true);
        var both = world.staff("Obie Strony");
        world.joins(both, bakery, Role.ENTREPRENEUR, true);

        world.leaves(jan, bakery);
        assertThat(inUse(jan, new SessionMark(jan, 0))).isTrue();
        world.leaves(jan, garage);
        assertThat(inUse(jan, new SessionMark(jan, 0))).isFalse();
        world.leaves(both, bakery);
        assertThat(inUse(both, new SessionMark(both, 0))).isTrue();
    }

    private boolean inUse(PersonId person, SessionMark mark) {
        return as(person, ProfileService.class, profile -> profile.inUse(mark));
    }

    @Test
    void anOfficeThatIsNotSetUpHasNoName() {
        world.sql().change("DELETE FROM office_hours");
        world.sql().change("DELETE FROM office");

        assertThat(officeDetails()).isEqualTo(new OfficeDetails("", "", List.of(), null));
    }

    @Test
    void theOfficeTellsItsHoursMondayFirst() {
        world.sql().change("DELETE FROM office_hours");
        world.sql().change("DELETE FROM office");
        world.sql().change("INSERT INTO office (id, name, phone) VALUES (1, 'Biuro Saldo', '+48 22 100 20 30')");
        world.sql().change("INSERT INTO office_hours (weekday, opens, closes) VALUES (2, '10:00', '18:00')");
        world.sql().change("INSERT INTO office_hours (weekday, opens, closes) VALUES (1, '08:00', '16:00')");

        assertThat(officeDetails())
                .isEqualTo(new OfficeDetails(
                        "Biuro Saldo",
                        "+48 22 100 20 30",
                        List.of(
                                new OpeningHours(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(16, 0)),
                                new OpeningHours(DayOfWeek.TUESDAY, LocalTime.of(10, 0), LocalTime.of(18, 0))),
                        null));
    }
}
