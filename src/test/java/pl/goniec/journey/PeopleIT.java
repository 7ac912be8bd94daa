package pl.goniec.journey;

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

    private void called(PersonId person, String email) {
        world.sql().change("UPDATE person SET email = ? WHERE id = ?", email, person);
    }
}
