package pl.goniec.audit.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.audit.api.AuditAction;
import pl.goniec.audit.api.AuditCheck;
import pl.goniec.audit.api.AuditCheck.Fault;
import pl.goniec.audit.entity.AuditSeal;
import pl.goniec.fixture.OnBothEngines;

/** The chain of seals: in order, without gaps, and broken by whatever is changed, taken out or put in. */
class SealChainTest extends OnBothEngines {

    private static final int ROWS = 12;
    private static final Instant NOW = Instant.parse("2026-11-20T08:30:00Z");

    /** What a row of the trail holds, as SQL would write it. */
    private record Row(
            long id,
            String at,
            String actor,
            String action,
            String object,
            String result,
            String address,
            String correlation) {}

    private List<Row> rows;

    @BeforeEach
    void someRows() {
        rows = IntStream.rangeClosed(1, ROWS)
                .mapToObj(number -> new Row(
                        number,
                        "2026-11-20 08:" + (10 + number) + ":30.123456+00:00",
                        "osoba" + number + "@test.example",
                        number % 2 == 0 ? "MESSAGE_SENT" : "FILE_DOWNLOADED",
                        "company 7, message 8/" + number,
                        number % 3 == 0 ? "REFUSED" : "DONE",
                        number % 4 == 0 ? null : "192.0.2." + number,
                        "00000000-0000-4000-8000-00000000000" + number % 10))
                .toList();
    }

    private void write(List<Row> all) {
        all.forEach(row -> world.sql()
                .change(
                        "INSERT INTO audit_event (id, happened_at, actor, action, object, result, address, correlation_id)"
                                + " VALUES (?, CAST(? AS TIMESTAMP WITH TIME ZONE), ?, ?, ?, ?, CAST(? AS VARCHAR), ?)",
                        row.id(),
                        row.at(),
                        row.actor(),
                        row.action(),
                        row.object(),
                        row.result(),
                        row.address(),
                        row.correlation()));
    }

    private int seal() {
        return seal(NOW);
    }

    private int seal(Instant now) {
        return with(SealChain.class, chain -> chain.seal(1000, now));
    }

    private static Row row(long id, Instant at) {
        return new Row(id, at.toString(), "osoba@test.example", "LOG_IN", "", "DONE", null, "c");
    }

    private List<String> sealed() {
        return world.sql().texts("SELECT event_id FROM audit_seal ORDER BY number");
    }

    private AuditCheck check() {
        return with(SealChain.class, chain -> chain.check(Instant.parse("2026-12-31T00:00:00Z")));
    }

    /** Checks as the system does. */
    private AuditCheck patientCheck(Instant before) {
        return with(SealChain.class, chain -> {
            try {
                return chain.check(before, em.unwrap(Connection.class));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private List<String> seals() {
        return world.sql().texts("SELECT hash FROM audit_seal ORDER BY number");
    }

    /** Puts rows there that are sealed already, as somebody with the database in his hands could leave them. */
    private void writeSealed(List<Row> all, List<Long> numbers, List<String> hashes) {
        write(all);
        for (int i = 0; i < all.size(); i++) {
            world.sql()
                    .change(
                            "INSERT INTO audit_seal (number, event_id, hash) VALUES (?, ?, ?)",
                            numbers.get(i),
                            all.get(i).id(),
                            hashes.get(i));
        }
    }

    /** Returns the seals of the rows as they are, and leaves nothing behind. */
    private List<String> honestSeals() {
        var savepoint = savepoint();
        write(rows);
        seal();
        var seals = seals();
        rollBack(savepoint);
        return seals;
    }

    @Test
    void rowsAreSealedOnceAndInOrder() {
        write(rows.subList(0, 5));
        assertThat(seal()).isEqualTo(5);
        assertThat(seal()).isZero();
        write(rows.subList(5, ROWS));
        assertThat(seal()).isEqualTo(ROWS - 5);

        assertThat(world.sql().texts("SELECT number || ' ' || event_id FROM audit_seal ORDER BY number"))
                .isEqualTo(IntStream.rangeClosed(1, ROWS)
                        .mapToObj(number -> number + " " + number)
                        .toList());
        assertThat(check()).isEqualTo(new AuditCheck(ROWS, seals().get(ROWS - 1), 0, null, 0));
    }

    @Test
    void whatAnImportHadNumberedLongBeforeItsCommitIsSealedToo() {
        write(List.of(row(1_000_000, NOW)));
        seal();
        write(List.of(row(1, NOW.minus(SealChain.REACH)), row(500_000, NOW.minusSeconds(1))));

        assertThat(seal()).isEqualTo(2);
        assertThat(sealed()).containsExactly("1000000", "1", "500000");
    }

    @Test
    void whoseTransactionLastedLongerIsFoundByTheCheck() {
        write(List.of(row(2, NOW)));
        seal();
        write(List.of(row(1, NOW.minus(SealChain.REACH).minusMillis(1))));

        assertThat(seal()).isZero();
        assertThat(check().unsealed()).isEqualTo(1);
    }

    @Test
    void whatWasWrittenBeforeTheServerStoodStillIsSealedDaysLater() {
        write(List.of(row(1, NOW)));
        seal();
        write(List.of(row(2, NOW.plusSeconds(1))));

        assertThat(seal(NOW.plus(Duration.ofDays(4)))).isEqualTo(1);
    }

    @Test
    void aClockThatWasAheadAndWasPutRightHidesNothing() {
        write(List.of(row(1, NOW.plus(Duration.ofDays(30)))));
        seal(NOW.plus(Duration.ofDays(30)));
        write(List.of(row(2, NOW)));

        assertThat(seal()).isEqualTo(1);
    }

    @Test
    void anEmptyTrailIsSound() {
        assertThat(check()).isEqualTo(new AuditCheck(0, AuditSeal.NOTHING, 0, null, 0));
    }

    @Test
    void whatShouldLongBeSealedIsCounted() {
        write(rows);

        assertThat(check().unsealed()).isEqualTo(ROWS);
        assertThat(check().sound()).isFalse();
        var tenth = Instant.parse("2026-11-20T08:20:30.123456Z");
        assertThat(patientCheck(tenth)).isEqualTo(with(SealChain.class, chain -> chain.check(tenth)));
        assertThat(patientCheck(tenth).unsealed()).isEqualTo(9);
    }

    @Test
    void oneChangedCharacterIsFoundAHundredTimesOfAHundred() {
        var seals = honestSeals();
        var numbers = IntStream.rangeClosed(1, ROWS).mapToObj(Long::valueOf).toList();
        for (int seed = 0; seed < 100; seed++) {
            var random = new Random(seed);
            int changed = random.nextInt(ROWS);
            var forged = new ArrayList<>(rows);
            forged.set(changed, forged(rows.get(changed), seed % 7, random));
            var savepoint = savepoint();
            writeSealed(forged, numbers, seals);

            var check = check();

            assertThat(check.fault())
                    .as("seed %d: %s", seed, forged.get(changed))
                    .isEqualTo(Fault.CHANGED);
            assertThat(check.number()).as("seed %d", seed).isEqualTo(changed + 1);
            rollBack(savepoint);
        }
    }

    /** Changes one character of one column. */
    private static Row forged(Row row, int column, Random random) {
        return new Row(
                row.id(),
                column == 0 ? row.at().replace(".123456", ".123457") : row.at(),
                column == 1 ? one(row.actor(), random) : row.actor(),
                column == 2 ? (row.action().equals(AuditAction.LOG_IN.name()) ? "LOG_OUT" : "LOG_IN") : row.action(),
                column == 3 ? one(row.object(), random) : row.object(),
                column == 4 ? (row.result().equals("DONE") ? "REFUSED" : "DONE") : row.result(),
                column == 5 ? (row.address() == null ? "" : one(row.address(), random)) : row.address(),
                column == 6 ? one(row.correlation(), random) : row.correlation());
    }

    private static String one(String text, Random random) {
        int at = random.nextInt(text.length());
        char other = text.charAt(at) == 'x' ? 'y' : 'x';
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    @Test
    void aRowTakenOutLeavesAGap() {
        var seals = honestSeals();
        writeSealed(
                List.of(rows.get(0), rows.get(1), rows.get(3)),
                List.of(1L, 2L, 4L),
                List.of(seals.get(0), seals.get(1), seals.get(3)));

        assertThat(check().fault()).isEqualTo(Fault.SEAL_MISSING);
        assertThat(check().number()).isEqualTo(3);
    }

    @Test
    void twoRowsExchangedBreakTheChain() {
        var seals = honestSeals();
        writeSealed(List.of(rows.get(1), rows.get(0)), List.of(1L, 2L), List.of(seals.get(1), seals.get(0)));

        assertThat(check().fault()).isEqualTo(Fault.CHANGED);
        assertThat(check().number()).isEqualTo(1);
    }

    @Test
    void neitherARowNorASealIsEverChanged() {
        write(rows.subList(0, 1));
        seal();
        for (var statement : List.of("UPDATE audit_seal SET hash = 'x'", "DELETE FROM audit_seal")) {
            var savepoint = savepoint();
            assertThat(catchThrowable(() -> world.sql().change(statement)))
                    .as(statement)
                    .isInstanceOf(IllegalStateException.class);
            rollBack(savepoint);
        }
    }

    private Savepoint savepoint() {
        try {
            return em.unwrap(Connection.class).setSavepoint();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void rollBack(Savepoint savepoint) {
        try {
            em.unwrap(Connection.class).rollback(savepoint);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
