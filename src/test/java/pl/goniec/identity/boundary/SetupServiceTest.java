package pl.goniec.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.identity.api.HeadAppointed;
import pl.goniec.identity.api.Language;
import pl.goniec.identity.api.NewPerson;
import pl.goniec.identity.api.OfficeChanged;
import pl.goniec.identity.api.OfficeData;
import pl.goniec.identity.api.OpeningHours;
import pl.goniec.identity.api.SetUpOffice;
import pl.goniec.identity.control.SetupCode;
import pl.goniec.platform.security.Passwords;
import pl.goniec.shared.ForbiddenException;
import pl.goniec.shared.NotFoundException;

/** The first start. */
class SetupServiceTest extends OnBothEngines {

    private static final String PASSWORD = "Niezapominajka 7";

    private static final OfficeData OFFICE = new OfficeData(
            " Biuro Saldo ",
            "526-025-02-74",
            "ul. Długa 1",
            "+48 22 1",
            "",
            List.of(new OpeningHours(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(16, 0))));

    @BeforeEach
    void nobodyYet() {
        world.sql().change("UPDATE person SET office_position = NULL WHERE office_position = 'HEAD'");
        world.sql().change("DELETE FROM office_hours");
        world.sql().change("DELETE FROM office");
    }

    private String code() {
        return beans.get(SetupCode.class).madeUp().orElseThrow();
    }

    private void setsUp(String code, OfficeData office, String email, String password) {
        with(SetupService.class, setup -> {
            setup.setUp(new SetUpOffice(code, office, new NewPerson(email, "Żaneta Szef", "", Language.PL), password));
            return null;
        });
    }

    private boolean open() {
        return with(SetupService.class, SetupService::open);
    }

    @Test
    void theFirstHeadIsInUseAtOnceAndThePageIsGone() {
        assertThat(open()).isTrue();

        setsUp(" " + code() + " ", OFFICE, "Szef@Test.Example", PASSWORD);

        assertThat(open()).isFalse();
        assertThat(world.sql().texts("SELECT state FROM person WHERE email = 'szef@test.example'"))
                .containsExactly("ACTIVE");
        var hash = world.sql()
                .texts(
                        "SELECT password_hash FROM person WHERE email = 'szef@test.example' AND office_position = 'HEAD'")
                .get(0);
        assertThat(new Passwords().verify(PASSWORD.toCharArray(), hash)).isTrue();
        assertThat(world.sql().texts("SELECT name FROM office WHERE nip = '5260250274'"))
                .containsExactly("Biuro Saldo");
        assertThat(world.sql().texts("SELECT opens FROM office_hours")).containsExactly("08:00");
        assertThat(beans.events()).contains(new OfficeChanged()).hasAtLeastOneElementOfType(HeadAppointed.class);
        assertThatThrownBy(() -> setsUp(code(), OFFICE, "drugi@test.example", PASSWORD))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void anotherCodeIsRefused() {
        for (var code : List.of("", "x", code() + "x", code().toLowerCase(java.util.Locale.ROOT) + "!")) {
            assertThatThrownBy(() -> setsUp(code, OFFICE, "szef@test.example", PASSWORD))
                    .isInstanceOf(ForbiddenException.class)
                    .hasMessage("setup.code.wrong");
        }
        assertThat(open()).isTrue();
    }

    @Test
    void wrongDataAreRefused() {
        var nameless = new OfficeData(" ", "", "", "", "", List.of());

        assertThatThrownBy(() -> setsUp(code(), nameless, "szef@test.example", PASSWORD))
                .hasMessage("office.name.blank");
        assertThatThrownBy(() -> setsUp(code(), OFFICE, "szef", PASSWORD)).hasMessage("person.email.wrong");
    }

    @Test
    void aWeakPasswordIsRefused() {
        assertThatThrownBy(() -> setsUp(code(), OFFICE, "szef@test.example", "krótkie"))
                .hasMessage("password.short");
    }

    @Test
    void aBlockedHeadIsAHead() {
        var head = world.head("Szef");
        world.becomes(head, pl.goniec.identity.api.AccountState.BLOCKED);

        assertThat(open()).isFalse();
    }
}
