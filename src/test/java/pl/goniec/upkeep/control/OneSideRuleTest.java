package pl.goniec.upkeep.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.goniec.fixture.TestDatabases;
import pl.goniec.fixture.world.Sql;
import pl.goniec.fixture.world.World;
import pl.goniec.shared.Role;
import pl.goniec.upkeep.api.ConsistencyRule;
import pl.goniec.upkeep.api.Finding;

/** No row can give rights on both sides of a company; the rule finds a view that would. */
class OneSideRuleTest {

    @ParameterizedTest
    @MethodSource("pl.goniec.fixture.TestDatabases#both")
    void aViewThatGivesBothSidesIsFound(TestDatabases engine) throws SQLException {
        try (var connection = engine.apart().getConnection()) {
            var world = new World(Sql.on(connection));
            var company = world.company("Piekarnia");
            var both = world.caretaker("Olga Opiekun", company);
            world.joins(both, company, Role.ENTREPRENEUR, true);
            assertThat(findings(connection)).isEmpty();

            world.sql().change("DROP VIEW company_access");
            world.sql().change("""
                CREATE VIEW company_access (person_id, company_id, side, role) AS
                SELECT person_id, company_id, 'OFFICE', 'CARETAKER' FROM caretaking
                UNION ALL SELECT person_id, company_id, 'CLIENT', role FROM membership
                """);

            assertThat(findings(connection))
                    .containsExactly(new Finding(ConsistencyRule.ONE_SIDE, 1, List.of(company + "/" + both)));
        }
    }

    private static List<Finding> findings(Connection connection) throws SQLException {
        return new ConsistencyQueries(connection).findings();
    }
}
