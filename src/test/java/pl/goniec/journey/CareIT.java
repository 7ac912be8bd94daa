package pl.goniec.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.company.boundary.CaretakerService;
import pl.goniec.company.boundary.CompanyAdminService;
import pl.goniec.fixture.world.World;
import pl.goniec.identity.boundary.StaffService;
import pl.goniec.shared.CareId;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.PersonId;

/** Rights that begin and end while somebody is logged in: at his next request, without a new log-in and without a restart. */
class CareIT extends Journey {

    @Inject
    CaretakerService caretakers;

    @Inject
    CompanyAdminService companies;

    @Inject
    StaffService staff;

    private CompanyId company;
    private PersonId head;
    private PersonId ewa;
    private ConversationId conversation;

    @BeforeEach
    void aCompanyWithQuestions() {
        company = world.company("Zastępowana " + System.nanoTime());
        head = world.head("Szef");
        ewa = world.caretaker("Ewa Zastępująca");
        var anna = world.entrepreneur(company, "Anna");
        conversation = world.conversation(company, anna);
        world.says(anna, conversation, "Pierwsze pytanie");
        world.says(anna, conversation, "Drugie pytanie");
    }

    private String page() {
        return "/office/company/start.xhtml?company=" + company;
    }

    @Test
    void aSubstitutesRightBeginsAndEndsAtItsMomentsAndNothingElseHappens() throws Exception {
        var session = Requests.as(world.email(ewa));
        var from = Instant.now().plusSeconds(3);
        var to = from.plusSeconds(4);
        enter(from, to);
        assertThat(session.get(page()).statusCode()).isEqualTo(404);

        waits(session, 200);
        assertThat(Instant.now()).isAfter(from);
        assertThat(session.get(page()).body()).contains("Drugie pytanie");
        waits(session, 404);
        assertThat(Instant.now()).isAfter(to);
    }

    @Test
    void whoIsAssignedOrRemovedIsSoAtHisNextRequest() throws Exception {
        var session = Requests.as(world.email(ewa));
        assertThat(session.get(page()).statusCode()).isEqualTo(404);

        as(head, () -> {
            caretakers.assign(company, ewa);
            return null;
        });
        assertThat(session.get(page()).statusCode()).isEqualTo(200);

        var care = new CareId(number("SELECT MAX(id) FROM caretaking WHERE person_id = ?", ewa));
        as(head, () -> {
            caretakers.end(company, care);
            return null;
        });
        assertThat(session.get(page()).statusCode()).isEqualTo(404);
    }

    @Test
    void whoLeavesTheOfficeIsOutAtHisNextRequestAndDoesNotComeInAgain() throws Exception {
        var session = Requests.as(world.email(ewa));
        assertThat(session.get("/office/companies.xhtml").statusCode()).isEqualTo(200);

        as(head, () -> {
            staff.leave(ewa);
            return null;
        });

        assertThat(session.get("/office/companies.xhtml").headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).contains("/login.xhtml"));
        assertThat(new Session().logIn(world.email(ewa), World.PASSWORD).status())
                .as("the log-in is shown again")
                .isEqualTo(200);
        assertThat(number(
                        "SELECT COUNT(*) FROM audit_event WHERE action = 'POSITION_ENDED' AND object = ?",
                        "person " + ewa))
                .isEqualTo(1);
    }

    @Test
    void aDeactivatedCompanyIsGoneAtTheNextRequestAndComesBack() throws Exception {
        var session = Requests.as(world.email(head));
        assertThat(session.get(page()).statusCode()).isEqualTo(200);

        as(head, () -> {
            companies.deactivate(company);
            return null;
        });
        assertThat(session.get(page()).statusCode()).isEqualTo(404);
        assertThat(session.get("/office/head/company.xhtml?id=" + company).statusCode())
                .isEqualTo(200);

        as(head, () -> {
            companies.activate(company);
            return null;
        });
        assertThat(session.get(page()).statusCode()).isEqualTo(200);
    }

    @Test
    void whoTakesOverHasOnlyThatUnreadWhichNobodyHasRead() throws Exception {
        var olga = world.caretaker("Olga Oddająca", company);
        as(olga, () -> {
            conversations.markRead(conversation, 1);
            return null;
        });

        as(head, () -> {
            caretakers.handOver(Set.of(company), olga, ewa);
            return null;
        });

        assertThat((long) as(ewa, () -> conversations.open(conversation).unread()))
                .isEqualTo(1);
    }

    @Test
    void theTimerSetsTheMarkersOfASubstituteWhoHasBegun() throws Exception {
        as(head, () -> {
            conversations.markRead(conversation, 2);
            return null;
        });
        enter(Instant.now().minusSeconds(1), Instant.now().plus(Duration.ofHours(1)));

        assertThat((long) as(ewa, () -> conversations.open(conversation).unread()))
                .as("the right does not wait for it")
                .isLessThanOrEqualTo(2);
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(() -> number(
                                "SELECT COUNT(*) FROM read_marker WHERE person_id = ? AND conversation_id = ?",
                                ewa,
                                conversation)
                        == 1);
        assertThat((long) as(ewa, () -> conversations.open(conversation).unread()))
                .isZero();
    }

    /** Enters a substitute of whom nobody has told that he has begun. */
    private void enter(Instant from, Instant to) {
        world.looksAfter(ewa, company, from, to, true);
        world.sql().change("UPDATE caretaking SET begun = FALSE WHERE person_id = ?", ewa);
    }

    private void waits(Requests session, int status) {
        eventually(() -> {
            try {
                return session.get(page()).statusCode() == status;
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
