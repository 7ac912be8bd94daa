package pl.goniec.broadcast.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.goniec.fixture.TestDatabases;
import pl.goniec.fixture.world.Sql;
import pl.goniec.fixture.world.World;

/** Ledgers that were written when nothing could be withdrawn. */
class WithdrawalMigrationTest {

    private static final int WITHDRAWAL = 13;

    @ParameterizedTest
    @MethodSource("pl.goniec.fixture.TestDatabases#both")
    void aLedgerKeepsItsStatesAndTakesThoseThatThereAre(TestDatabases engine) throws SQLException {
        var database = engine.apartBefore(WITHDRAWAL);
        var sql = Sql.on(database);
        var world = new World(sql);
        var company = world.company("Piekarnia");
        var anna = world.entrepreneur(company, "Anna");
        var notice = world.notice(world.head("Szef"), "Godziny", "Zmiana", List.of(world.conversation(company, anna)));

        engine.migrated(database);

        assertThat(sql.rows("SELECT k.state, r.state, b.withdrawn_at FROM broadcast b"
                        + " JOIN broadcast_chunk k ON k.broadcast_id = b.id JOIN receipt r ON r.broadcast_id = b.id"))
                .containsExactly("DONE|DONE|null|");
        for (var table : List.of("broadcast_chunk", "receipt")) {
            var becomes = "UPDATE " + table + " SET state = ? WHERE broadcast_id = ?";
            for (var state : DeliveryState.values()) {
                assertThat(sql.change(becomes, state, notice))
                        .as("%s %s", table, state)
                        .isOne();
            }
            assertThatThrownBy(() -> sql.change(becomes, "LOST", notice))
                    .as(table)
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
