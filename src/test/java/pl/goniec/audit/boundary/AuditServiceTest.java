package pl.goniec.audit.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.broadcast.api.BroadcastAccepted;
import pl.goniec.broadcast.api.BroadcastFileDownloaded;
import pl.goniec.broadcast.api.BroadcastRetried;
import pl.goniec.broadcast.api.BroadcastWithdrawn;
import pl.goniec.broadcast.api.ChunkDelivered;
import pl.goniec.company.api.CareChanged;
import pl.goniec.company.api.CareDeed;
import pl.goniec.company.api.MemberChange;
import pl.goniec.company.api.MemberChanged;
import pl.goniec.conversation.api.ConversationRead;
import pl.goniec.conversation.api.FileDownloaded;
import pl.goniec.conversation.api.MarkersMoved;
import pl.goniec.conversation.api.MessageSent;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.identity.api.AccountChanged;
import pl.goniec.identity.api.AccountDeed;
import pl.goniec.identity.api.LogInAttempted;
import pl.goniec.identity.api.LoggedOut;
import pl.goniec.platform.security.ActionRefused;
import pl.goniec.shared.AttachmentId;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.MessageId;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/** Who did what to which object, and what came of it. */
class AuditServiceTest extends OnBothEngines {

    private static final PersonId ANNA = new PersonId(3);
    private static final CompanyId COMPANY = new CompanyId(7);
    private static final ConversationId CONVERSATION = new ConversationId(8);
    private static final BroadcastId BROADCAST = new BroadcastId(9);

    private String actor;

    @BeforeEach
    void somebodyActs() {
        actor = world.email(world.head("Szef"));
    }

    private List<String> rows(Consumer<AuditService> deed) {
        beans.callingAs(actor);
        deed.accept(beans.get(AuditService.class));
        em.flush();
        return world.sql()
                .texts(
                        "SELECT action || ' / ' || object || ' / ' || result FROM audit_event WHERE actor IN (?, 'goniec')"
                                + " AND happened_at > CURRENT_TIMESTAMP - INTERVAL '1' MINUTE",
                        actor);
    }

    @Test
    void logInsAreWrittenAcceptedOrNot() {
        assertThat(rows(audit -> audit.loggedIn(new LogInAttempted(actor, "192.0.2.1", true))))
                .containsExactly("LOG_IN /  / DONE");
        assertThat(rows(audit -> audit.loggedIn(new LogInAttempted(actor, "192.0.2.1", false))))
                .contains("LOG_IN /  / REFUSED");
        assertThat(rows(audit -> audit.loggedOut(new LoggedOut(actor, "192.0.2.1"))))
                .contains("LOG_OUT /  / DONE");
    }

    @Test
    void sendingReadingAndDownloadingAreWrittenWithIds() {
        var message = new MessageId(CONVERSATION, 2);

        assertThat(rows(audit -> audit.sent(new MessageSent(message, COMPANY, ANNA, Set.of(ANNA)))))
                .containsExactly("MESSAGE_SENT / company 7, message 8/2 / DONE");
        assertThat(rows(audit -> audit.read(new ConversationRead(CONVERSATION, COMPANY, ANNA, 4, Set.of()))))
                .contains("CONVERSATION_READ / company 7, conversation 8 up to 4 / DONE");
        assertThat(rows(audit -> audit.moved(new MarkersMoved(ANNA, 5))))
                .contains("MARKED_AS_READ / 5 conversations / DONE");
        assertThat(rows(audit -> audit.downloaded(new FileDownloaded(message, new AttachmentId(6), COMPANY, ANNA))))
                .contains("FILE_DOWNLOADED / company 7, message 8/2, file 6 / DONE");
    }

    @Test
    void aNoticeIsWrittenFromSubmittingToItsLastChunk() {
        assertThat(rows(audit -> audit.accepted(new BroadcastAccepted(BROADCAST, ANNA, 60, 58))))
                .containsExactly("BROADCAST_SUBMITTED / broadcast 9 to 60 companies, 58 recipients / DONE");
        assertThat(rows(audit -> audit.retried(new BroadcastRetried(BROADCAST, ANNA))))
                .contains("BROADCAST_RETRIED / broadcast 9 / DONE");
        assertThat(rows(audit -> audit.withdrawn(new BroadcastWithdrawn(BROADCAST, 58, Set.of()))))
                .contains("BROADCAST_WITHDRAWN / broadcast 9 from 58 recipients / DONE");
        assertThat(rows(audit -> audit.downloaded(new BroadcastFileDownloaded(BROADCAST, new AttachmentId(6), ANNA))))
                .contains("FILE_DOWNLOADED / broadcast 9, file 6 / DONE");
        assertThat(rows(audit -> audit.delivered(new ChunkDelivered(BROADCAST, 0, false, Set.of()))))
                .contains("BROADCAST_DELIVERED / broadcast 9, chunk 0 / DONE");
        assertThat(rows(audit -> audit.delivered(new ChunkDelivered(BROADCAST, 1, true, Set.of()))))
                .contains("BROADCAST_FAILED / broadcast 9, chunk 1 / DONE");
    }

    @Test
    void aChangeSaysToWhat() {
        assertThat(rows(audit -> audit.changed(new AccountChanged(AccountDeed.APPOINTED, ANNA, "CARETAKER"))))
                .containsExactly("POSITION_CHANGED / person 3, CARETAKER / DONE");
        assertThat(rows(audit ->
                        audit.changed(new MemberChanged(COMPANY, ANNA, new MemberChange(Role.EMPLOYEE, false)))))
                .contains("MEMBER_CHANGED / company 7, person 3, EMPLOYEE, may not start / DONE");
        assertThat(rows(audit ->
                        audit.changed(new MemberChanged(COMPANY, ANNA, new MemberChange(Role.ENTREPRENEUR, true)))))
                .contains("MEMBER_CHANGED / company 7, person 3, ENTREPRENEUR, may start / DONE");
        assertThat(rows(audit -> audit.changed(new CareChanged(
                        CareDeed.SUBSTITUTE_ADDED,
                        Set.of(COMPANY),
                        ANNA,
                        LocalDate.of(2026, 12, 1),
                        LocalDate.of(2026, 12, 31)))))
                .contains("SUBSTITUTE_ADDED / company 7, person 3, 2026-12-01 to 2026-12-31 / DONE");
        assertThat(rows(audit -> audit.changed(new CareChanged(CareDeed.ENDED, Set.of(COMPANY), ANNA))))
                .contains("CARETAKER_ENDED / company 7, person 3 / DONE");
    }

    @Test
    void anotherAddressIsWrittenWithTheOneBeforeHoweverLongTheyAre() {
        var former = "a".repeat(250) + "@b.c";
        var detail = "e-mail " + former + " → " + former.replace('a', 'd');

        assertThat(rows(audit -> audit.changed(new AccountChanged(AccountDeed.CHANGED, ANNA, detail))))
                .containsExactly("PERSON_CHANGED / person 3, " + detail + " / DONE");
        assertThat(rows(audit -> audit.changed(new AccountChanged(AccountDeed.BLOCKED, ANNA))))
                .contains("PERSON_BLOCKED / person 3 / DONE");
    }

    @Test
    void aRefusalIsWrittenHoweverLongItIs() {
        assertThat(rows(audit -> audit.refused(
                        new ActionRefused(actor, "CompanyService.open", "1".repeat(500), "error.notFound"))))
                .singleElement()
                .asString()
                .startsWith("REFUSED / CompanyService.open 111")
                .endsWith(" / REFUSED");
    }
}
