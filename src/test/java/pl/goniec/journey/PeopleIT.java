package pl.goniec.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import pl.goniec.shared.PersonId;

/** The people of a company on the pages of those who keep them: first they are made, then they sit at their browsers. */
@TestMethodOrder(OrderAnnotation.class)
class PeopleIT extends Journey {

    static final String COMPANY = "Kadrownia Ludzi";
    static final String HEAD = "szef.ludzi@test.example";
    static final String CARETAKER = "opiekun.ludzi@test.example";
    static final String OWNER = "wlascicielka.ludzi@test.example";
    static final String EMPLOYEE = "pracownik.ludzi@test.example";
    static final String ADDED = "celina.ludzi@test.example";
    static final String COLLEAGUE = "kolezanka.ludzi@test.example";

    @Test
    @Order(1)
    void theCompanyHasPeople() {
        var company = world.company(COMPANY);
        called(world.head("Helena Ludzka"), HEAD);
        called(world.caretaker("Olga Ludzka", company), CARETAKER);
        called(world.entrepreneur(company, "Wanda Właścicielka"), OWNER);
        called(world.employee(company, "Piotr Pracownik"), EMPLOYEE);
        called(world.employee(company, "Kinga Koleżanka"), COLLEAGUE);
    }

    @Test
    @Order(2)
    @RunAsClient
    void theyAreKeptAtTheBrowser() {
        PeopleInBrowser.keepThem();
    }

    @Test
    @Order(3)
    void whoWasAddedAtTheBrowserIsInvited() {
        var added = new PersonId(number("SELECT id FROM person WHERE email = ?", ADDED));

        assertThat(world.sql().texts("SELECT kind FROM letter WHERE person_id = ?", added))
                .containsExactly("INVITATION");
        assertThat(world.sql()
                        .texts(
                                "SELECT m.role FROM membership m JOIN company c ON c.id = m.company_id"
                                        + " WHERE m.person_id = ? AND c.name = ?",
                                added,
                                COMPANY))
                .containsExactly("ENTREPRENEUR");
        assertThat(number("SELECT COUNT(*) FROM conversation WHERE person_id = ?", added))
                .isEqualTo(1);
    }

    private void called(PersonId person, String email) {
        world.sql().change("UPDATE person SET email = ? WHERE id = ?", email, person);
    }
}
