package pl.goniec.backoffice.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.goniec.fixture.TestDatabases;
import pl.goniec.fixture.world.Sql;

/** What was refused before there was a list of refusals is on it. */
class RefusedRequestsMigrationTest {

    private static final int REFUSED_REQUESTS = 14;

    private Sql sql;

    @ParameterizedTest
    @MethodSource("pl.goniec.fixture.TestDatabases#both")
    void requestsThatWereRefusedAreListedAndOthersAreNot(TestDatabases engine) throws SQLException {
        var database = engine.apartBefore(REFUSED_REQUESTS);
        sql = Sql.on(database);
        sql.change("INSERT INTO person (id, version, email, full_name, state, language, theme, kind)"
                + " VALUES (1, 0, 'kadry', 'System kadry', 'ACTIVE', 'pl', 'SYSTEM', 'PROGRAM')");
        answered(1, "n1", "{\"version\":1,\"requestId\":\"n1\",\"outcome\":\"accepted\",\"broadcast\":5}");
        answered(
                2,
                "n2",
                "{\"version\":1,\"requestId\":\"n2\",\"outcome\":\"rejected\",\"code\":\"request.tagUnused\"}");
        answered(
                3,
                "\"outcome\":\"rejected\"",
                "{\"version\":1,\"requestId\":\"\\\"outcome\\\":\\\"rejected\\\"\",\"outcome\":\"done\"}");

        engine.migrated(database);

        assertThat(sql.rows("SELECT program, request_id, kind, times FROM refused_request"))
                .containsExactly("kadry|n2||1|");
    }

    private void answered(long id, String request, String reply) {
        sql.change(
                "INSERT INTO back_office_request (id, program_id, request_id, content_hash, reply, answered_at)"
                        + " VALUES (?, 1, ?, ?, ?, ?)",
                id,
                request,
                "0".repeat(64),
                reply,
                Instant.now());
    }
}
