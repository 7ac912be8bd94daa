package pl.goniec.mail.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.goniec.fixture.TestDatabases;
import pl.goniec.fixture.world.Sql;

/** What becomes of letters that were written when none ended with its link. */
class LettersMigrationTest {

    private static final int LETTERS = 10;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private Sql sql;

    @ParameterizedTest
    @MethodSource("pl.goniec.fixture.TestDatabases#both")
    void lettersEndWithTheirLinksAndThoseOfDeadLinksAreWiped(TestDatabases engine) throws SQLException {
        var database = engine.apartBefore(LETTERS);
        sql = Sql.on(database);
        sql.change("INSERT INTO person (id, version, email, full_name, state, language, theme)"
                + " VALUES (1, 0, 'anna@test.example', 'Anna', 'NOT_ACTIVATED', 'pl', 'SYSTEM')");
        link(1, now.minus(HOUR.multipliedBy(2)));
        sql.change("UPDATE account_link SET ended_at = made_at WHERE id = 1");
        link(2, now.minus(HOUR));
        letter(1, "INVITATION", "WAITING", now.minus(HOUR.multipliedBy(2)));
        letter(2, "INVITATION", "REFUSED", now.minus(HOUR));
        letter(3, "PASSWORD", "WAITING", now.minus(HOUR));
        letter(4, "MESSAGES", "WAITING", now.minus(HOUR));

        engine.migrated(database);

        assertThat(sql.rows("SELECT id, state, content FROM letter ORDER BY id"))
                .containsExactly("1|DROPPED||", "2|REFUSED|link|", "3|DROPPED||", "4|WAITING|link|");
        assertThat(expires(2, now.plus(HOUR))).isTrue();
        assertThat(expires(4, now.minus(HOUR).plus(Duration.ofDays(3)))).isTrue();
    }

    private void link(long id, Instant made) {
        sql.change(
                "INSERT INTO account_link (id, person_id, purpose, secret_hash, made_at, expires_at)"
                        + " VALUES (?, 1, 'INVITATION', ?, ?, ?)",
                id,
                String.valueOf(id).repeat(64),
                made,
                now.plus(HOUR));
    }

    private void letter(long id, String kind, String state, Instant written) {
        sql.change(
                "INSERT INTO letter (id, person_id, kind, address, subject, content, state, tries, written_at, next_try_at)"
                        + " VALUES (?, 1, ?, 'anna@test.example', 'Temat', 'link', ?, 0, ?, ?)",
                id,
                kind,
                state,
                written,
                written);
    }

    private boolean expires(long letter, Instant moment) {
        return sql.number("SELECT COUNT(*) FROM letter WHERE id = ? AND expires_at = ?", letter, moment) == 1;
    }
}
