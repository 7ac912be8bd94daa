package pl.goniec.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.identity.api.AccountState;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/** Who can log in and as what, in the views that the server's realm reads. */
class LogInViewsTest extends OnBothEngines {

    private boolean mayLogIn(PersonId person) {
        return world.sql().number("SELECT COUNT(*) FROM login_secret WHERE email = ?", world.email(person)) > 0;
    }

    private boolean hasRole(PersonId person) {
        return world.sql().number("SELECT COUNT(*) FROM login_role WHERE email = ?", world.email(person)) > 0;
    }

    @Test
    void whoHasAPlaceLogsIn() {
        var staff = world.staff("Kadrowa");
        var former = world.caretaker("Była Opiekunka");
        var anna = world.entrepreneur(world.company("Piekarnia"), "Anna Kłos");

        assertThat(mayLogIn(staff)).isTrue();
        assertThat(mayLogIn(former)).as("she has the position still").isTrue();
        assertThat(mayLogIn(anna)).isTrue();
        world.becomes(anna, AccountState.BLOCKED);
        assertThat(mayLogIn(anna)).isFalse();
        world.sql().change("UPDATE person SET password_hash = NULL WHERE id = ?", staff);
        assertThat(mayLogIn(staff)).isFalse();
    }

    @Test
    void whoHasNoneAnyMoreDoesNot() {
        var bakery = world.company("Piekarnia");
        var jan = world.employee(bakery, "Jan Maj");
        var garage = world.company("Warsztat");
        world.joins(jan, garage, Role.EMPLOYEE, true);
        var dismissed = world.staff("Zwolniony");

        world.leaves(jan, bakery);
        assertThat(mayLogIn(jan)).isTrue();
        world.leaves(jan, garage);
        world.sql().change("UPDATE person SET office_position = NULL WHERE id = ?", dismissed);

        assertThat(mayLogIn(jan)).isFalse();
        assertThat(mayLogIn(dismissed)).isFalse();
        assertThat(hasRole(jan)).isFalse();
        assertThat(hasRole(dismissed)).isFalse();
    }
}
