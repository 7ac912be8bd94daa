package pl.goniec.audit.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.audit.api.AuditAction;
import pl.goniec.audit.api.AuditFilter;
import pl.goniec.audit.api.AuditInspected;
import pl.goniec.audit.api.AuditPlace;
import pl.goniec.audit.api.AuditRow;
import pl.goniec.audit.api.AuditView;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.shared.ForbiddenException;
import pl.goniec.shared.PersonId;

/** What the head finds in the audit trail, and what he leaves there himself. */
class AuditTrailServiceTest extends OnBothEngines {

    private static final Instant NOON = Instant.parse("2026-11-20T11:00:00Z");
    private static final AuditFilter ALL = new AuditFilter(null, null, "", null, false);

    private PersonId head;

    @BeforeEach
    void fiveRowsAnHourApart() {
        head = world.head("Helena Szef");
        row(1, NOON, "anna_k@test.example", AuditAction.LOG_IN, "DONE");
        row(2, NOON.plus(Duration.ofHours(1)), "anna_k@test.example", AuditAction.MESSAGE_SENT, "DONE");
        row(3, NOON.plus(Duration.ofHours(2)), "annaxk@test.example", AuditAction.REFUSED, "REFUSED");
        row(4, NOON.plus(Duration.ofHours(3)), "jan@test.example", AuditAction.LOG_IN, "REFUSED");
        row(5, NOON.plus(Duration.ofHours(3)), "jan@test.example", AuditAction.LOG_IN, "DONE");
    }

    private void row(long id, Instant at, String actor, AuditAction action, String result) {
        row(id, at, actor, action, "", result);
    }

    private void row(long id, Instant at, String actor, AuditAction action, String object, String result) {
        world.sql()
                .change(
                        "INSERT INTO audit_event (id, happened_at, actor, action, object, result, address, correlation_id)"
                                + " VALUES (?, ?, ?, ?, ?, ?, '192.0.2.1', 'c')",
                        id,
                        at,
                        actor,
                        action,
                        object,
                        result);
    }

    private List<Long> found(AuditFilter filter) {
        return ids(view(filter).rows());
    }

    private AuditView view(AuditFilter filter) {
        return as(head, AuditTrailService.class, trail -> trail.view(filter, AuditPlace.NEWEST, 100));
    }

    private static List<Long> ids(List<AuditRow> rows) {
        return rows.stream().map(AuditRow::id).toList();
    }

    @Test
    void theNewestComeFirst() {
        assertThat(found(ALL)).containsExactly(5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void itIsSearchedByDayPersonActionAndResult() {
        assertThat(found(new AuditFilter(NOON.plusSeconds(1), NOON.plus(Duration.ofHours(3)), "", null, false)))
                .as("from is included, to is not")
                .containsExactly(3L, 2L);
        assertThat(found(new AuditFilter(null, null, "ANNA_K@", null, false)))
                .as("the underscore means itself")
                .containsExactly(2L, 1L);
        assertThat(found(new AuditFilter(null, null, "", AuditAction.LOG_IN, false)))
                .containsExactly(5L, 4L, 1L);
        assertThat(found(new AuditFilter(null, null, "", null, true))).containsExactly(4L, 3L);
        assertThat(found(new AuditFilter(null, null, "jan", AuditAction.LOG_IN, true)))
                .containsExactly(4L);
    }

    @Test
    void theCompaniesAndPeopleInItAreNamed() {
        var bakery = world.company("Piekarnia", "9000000001");
        row(
                6,
                NOON,
                "anna_k@test.example",
                AuditAction.MEMBER_LEFT,
                "company " + bakery + ", person " + head + ", person 999999",
                "DONE");

        var view = view(ALL);

        assertThat(view.companies()).containsExactly(entry(bakery.value(), "Piekarnia"));
        assertThat(view.people()).containsExactly(entry(head.value(), "Helena Szef"));
    }

    @Test
    void pagesFollowEachOtherThoughMomentsAreTheSame() {
        var all = new ArrayList<Long>();
        var place = AuditPlace.NEWEST;
        for (var page = pageOfOne(place); !page.isEmpty(); page = pageOfOne(place)) {
            all.addAll(ids(page));
            place = page.get(0).place();
        }

        assertThat(all).containsExactly(5L, 4L, 3L, 2L, 1L);
    }

    private List<AuditRow> pageOfOne(AuditPlace place) {
        return as(head, AuditTrailService.class, trail -> trail.export(ALL, place, 1));
    }

    @Test
    void whoeverLooksTakesAwayOrChecksLeavesARow() {
        as(head, AuditTrailService.class, trail -> trail.view(ALL, AuditPlace.NEWEST, 2));
        as(head, AuditTrailService.class, trail -> trail.export(ALL, AuditPlace.NEWEST, 2));
        as(head, AuditTrailService.class, trail -> trail.export(ALL, new AuditPlace(NOON, 1), 2));
        as(head, AuditTrailService.class, AuditTrailService::check);

        assertThat(beans.events())
                .as("the pieces of one file are one export")
                .containsExactly(
                        new AuditInspected(AuditAction.AUDIT_VIEWED),
                        new AuditInspected(AuditAction.AUDIT_EXPORTED),
                        new AuditInspected(AuditAction.AUDIT_CHECKED));
    }

    @Test
    void whereverSomebodyBeginsToLookItIsWritten() {
        as(head, AuditTrailService.class, trail -> trail.view(ALL, new AuditPlace(NOON.plusSeconds(1), 7), 2));

        assertThat(beans.events()).containsExactly(new AuditInspected(AuditAction.AUDIT_VIEWED));
    }

    @Test
    void whoIsHeadNoMoreIsRefusedThoughHisSessionIsOpen() {
        world.sql().change("UPDATE person SET office_position = 'CARETAKER' WHERE id = ?", head);

        assertThatThrownBy(() -> found(ALL)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> pageOfOne(AuditPlace.NEWEST)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> as(head, AuditTrailService.class, AuditTrailService::check))
                .isInstanceOf(ForbiddenException.class);
        assertThat(beans.events()).isEmpty();
    }

    @Test
    void aSealedRowShowsItsNumberAndSeal() {
        beans.get(SealService.class).seal();
        em.flush();
        em.clear();

        var rows = as(
                head,
                AuditTrailService.class,
                trail -> trail.view(ALL, AuditPlace.NEWEST, 1).rows());

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(5);
            assertThat(row.hash()).matches("[0-9a-f]{64}");
        });
    }
}
