package pl.goniec.company.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.company.api.CareChanged;
import pl.goniec.company.api.CareDeed;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.identity.api.PositionChanged;
import pl.goniec.identity.boundary.Accounts;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;

/** What becomes of somebody's companies when he is no caretaker any more. */
class FormerCaretakersTest extends OnBothEngines {

    private CompanyId bakery;
    private CompanyId garage;
    private CompanyId optician;
    private PersonId olga;

    @BeforeEach
    void threeCompanies() {
        bakery = world.company("Piekarnia");
        garage = world.company("Warsztat");
        optician = world.company("Optyk");
        olga = world.caretaker("Olga Opiekun", bakery);
        var now = Instant.now();
        world.looksAfter(olga, garage, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)), true);
        world.looksAfter(olga, optician, now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(2)), true);
        world.looksAfter(olga, optician, now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(8)), true);
    }

    private void becomes(OfficePosition position) {
        with(Accounts.class, accounts -> {
            accounts.appoint(olga, position);
            return null;
        });
        var moved = new PositionChanged(olga, position);
        assertThat(beans.events()).contains(moved);
        with(FormerCaretakers.class, caretakers -> {
            caretakers.moved(moved);
            return null;
        });
    }

    private long unfinished() {
        return world.sql()
                .number(
                        "SELECT COUNT(*) FROM caretaking WHERE person_id = ?"
                                + " AND (valid_to IS NULL OR valid_to > CURRENT_TIMESTAMP)",
                        olga);
    }

    @Test
    void nothingIsLeftOfItAndNothingComesBack() {
        becomes(OfficePosition.STAFF);

        assertThat(unfinished()).isZero();
        assertThat(world.sql().number("SELECT COUNT(*) FROM caretaking WHERE person_id = ?", olga))
                .as("only what was to come is gone")
                .isEqualTo(3);
        assertThat(beans.events())
                .contains(
                        new CareChanged(CareDeed.ENDED, Set.of(bakery, garage), olga),
                        new CareChanged(CareDeed.SUBSTITUTE_CANCELLED, Set.of(optician), olga));

        becomes(OfficePosition.CARETAKER);
        Set<CompanyId> hers = with(CompanyQueries.class, queries -> queries.accessible(office(olga)));
        assertThat(hers).isEmpty();
    }

    @Test
    void whoLeavesTheOfficeLooksAfterNothing() {
        becomes(null);

        assertThat(unfinished()).isZero();
    }

    @Test
    void aHeadGoesOnLookingAfterHis() {
        becomes(OfficePosition.HEAD);

        assertThat(unfinished()).isEqualTo(3);
        assertThat(beans.events()).noneMatch(CareChanged.class::isInstance);
    }
}
