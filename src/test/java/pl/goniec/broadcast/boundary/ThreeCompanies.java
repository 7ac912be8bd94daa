package pl.goniec.broadcast.boundary;

import org.junit.jupiter.api.BeforeEach;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;

/** An office with three client companies, one of which has nobody to receive anything. */
abstract class ThreeCompanies extends OnBothEngines {

    CompanyId bakery;
    CompanyId garage;
    CompanyId apiary;
    PersonId head;
    PersonId caretaker;
    PersonId anna;
    PersonId piotr;

    @BeforeEach
    void threeCompaniesOneWithNobody() {
        bakery = world.company("Piekarnia Złoty Kłos");
        garage = world.company("Warsztat Turbo");
        apiary = world.company("Pasieka Miodek");
        head = world.head("Szef");
        caretaker = world.caretaker("Olga Opiekun", bakery, apiary);
        anna = world.entrepreneur(bakery, "Anna Kłos");
        piotr = world.entrepreneur(garage, "Piotr Turbo");
    }

    void deliver(BroadcastId broadcast, int chunk) {
        as(head, DeliveryService.class, delivery -> {
            delivery.deliver(broadcast, chunk);
            return null;
        });
    }

    long messages(BroadcastId broadcast) {
        return world.sql().number("SELECT COUNT(*) FROM message WHERE broadcast_id = ?", broadcast);
    }
}
