package pl.goniec.upkeep.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.ConversationId;
import pl.goniec.upkeep.api.Figures;

/** What waits is counted, and nothing that is done. */
class FigureQueriesTest extends OnBothEngines {

    private static final Duration LATER = Duration.ofSeconds(90);

    private Figures figures() {
        try {
            return new FigureQueries(em.unwrap(Connection.class))
                    .figures(world.now().plus(LATER));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private ConversationId conversation(String company) {
        var id = world.company(company);
        return world.conversation(id, world.entrepreneur(id, "Anna " + company));
    }

    /** Returns how long ago something was when the figures are taken. */
    private double secondsSince(Instant moment) {
        return (double) Duration.between(moment, world.now()).plus(LATER).toSeconds();
    }

    private void is(BroadcastId notice, String state) {
        world.sql().change("UPDATE broadcast_chunk SET state = ? WHERE broadcast_id = ?", state, notice);
    }

    @Test
    void whatIsDoneIsNotCounted() {
        world.notice(world.head("Barbara Nowicka"), "Godziny", "W piątek do 13", List.of(conversation("Piekarnia")));

        assertThat(figures()).isEqualTo(new Figures(0, 0, 0, 0, 0, 0));
    }

    @Test
    void copiesAreCountedByStateAndTheOldestPendingTellsTheLag() {
        var head = world.head("Barbara Nowicka");
        var bakery = conversation("Piekarnia");
        var garage = conversation("Warsztat");
        is(world.notice(head, "Dawne", "Nie doszło", List.of(bakery)), "FAILED");
        var before = world.now();
        var oldest = world.notice(head, "Godziny", "W piątek do 13", List.of(bakery, garage));
        var after = world.now();
        is(oldest, "PENDING");
        is(world.notice(head, "Urlop", "W lipcu", List.of(garage)), "PENDING");

        var figures = figures();

        assertThat(figures.pendingCopies()).isEqualTo(3);
        assertThat(figures.failedCopies()).isEqualTo(1);
        assertThat(figures.oldestPendingSeconds()).isBetween(secondsSince(after), secondsSince(before));
    }

    @Test
    void lettersAndEventsAreCounted() {
        var person = world.head("Barbara Nowicka");
        for (var state : List.of("WAITING", "WAITING", "REFUSED", "SENT", "DROPPED")) {
            world.sql()
                    .change(
                            "INSERT INTO letter (id, person_id, kind, address, subject, content, state, tries, written_at, next_try_at,"
                                    + " expires_at) VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM letter), ?, 'MESSAGES', 'a@b.pl', 's',"
                                    + " 'c', ?, 0, ?, ?, ?)",
                            person,
                            state,
                            world.now(),
                            world.now(),
                            world.now());
        }
        world.sql()
                .change(
                        "INSERT INTO company_event (id, company_id, kind, happened_at) VALUES (1, 0, 'MessageSent', ?)",
                        world.now());

        var figures = figures();

        assertThat(figures.waitingLetters()).isEqualTo(2);
        assertThat(figures.refusedLetters()).isEqualTo(1);
        assertThat(figures.waitingEvents()).isEqualTo(1);
    }
}
