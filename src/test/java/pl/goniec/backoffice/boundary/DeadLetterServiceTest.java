package pl.goniec.backoffice.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.backoffice.api.DeadLetterCause;
import pl.goniec.backoffice.api.DeadLetterObstacle;
import pl.goniec.backoffice.api.DeadLetterPage;
import pl.goniec.backoffice.api.DeadLetterRetried;
import pl.goniec.backoffice.api.DeadLetterRow;
import pl.goniec.backoffice.api.ReceivedRequest;
import pl.goniec.backoffice.api.RefusedRequestRow;
import pl.goniec.backoffice.control.DeadLetter;
import pl.goniec.backoffice.control.DeadLetter.Content;
import pl.goniec.backoffice.control.DeadLetterBox;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.identity.api.AccountState;
import pl.goniec.platform.config.Settings;
import pl.goniec.platform.security.RequestOrigin;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.Page;
import pl.goniec.shared.PersonId;

/** What the head is told of messages that could not be delivered and of requests that were refused, and what he may do. */
class DeadLetterServiceTest extends OnBothEngines {

    private static final String REQUESTS = "GoniecRequests";
    private static final String FAN_OUT = "GoniecFanOut";

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final Box box = new Box();
    private PersonId head;

    @BeforeEach
    void aHeadAndABroker() {
        head = world.head("Helena Szef");
        beans.with(DeadLetterBox.class, box);
    }

    /** A broker's dead letters. */
    private static final class Box implements DeadLetterBox {

        private final List<DeadLetter> letters = new ArrayList<>();
        private final List<DeadLetter> back = new ArrayList<>();
        private boolean away;

        private List<DeadLetter> letters() {
            if (away) {
                throw new EJBException("no broker");
            }
            return letters;
        }

        @Override
        public List<DeadLetter> oldest(int most) {
            return letters().stream().limit(most).toList();
        }

        @Override
        public Optional<DeadLetter> find(String id) {
            return letters().stream().filter(letter -> letter.id().equals(id)).findFirst();
        }

        @Override
        public boolean hasAnySince(Instant moment) {
            return letters().stream().anyMatch(letter -> !letter.sentAt().isBefore(moment));
        }

        @Override
        public boolean putBack(DeadLetter letter) {
            return letters().remove(letter) && back.add(letter);
        }
    }

    private DeadLetter dies(String id, String origin, Content content, int tries, String reason) {
        var letter = new DeadLetter(
                id,
                origin,
                origin.equals(REQUESTS) ? "kadry" : "",
                "SendBroadcast",
                content,
                now.plusSeconds(box.letters.size()),
                tries,
                reason);
        box.letters.add(letter);
        return letter;
    }

    private DeadLetter request(String id, String reason) {
        return dies(id, REQUESTS, new Content("n1", null, 0), 3, reason);
    }

    private DeadLetterPage letters() {
        return as(head, DeadLetterService.class, service -> service.letters(0, 10));
    }

    private DeadLetterRow only() {
        assertThat(letters().page().total()).isOne();
        return letters().page().rows().get(0);
    }

    private void retry(String id) {
        as(head, DeadLetterService.class, service -> {
            service.retry(id);
            return null;
        });
    }

    private boolean needsALook() {
        return as(head, DeadLetterService.class, DeadLetterService::needsALook);
    }

    private void look() {
        with(DeadLetterService.class, service -> {
            service.look();
            return null;
        });
    }

    @Test
    void aRequestThatFailedSaysWhoseItIsAndWhatWentWrong() {
        request("ID:1", "java.lang.IllegalStateException: no database");

        var row = only();

        assertThat(row.program()).isEqualTo("kadry");
        assertThat(row.kind()).isEqualTo("SendBroadcast");
        assertThat(row.requestId()).isEqualTo("n1");
        assertThat(row.tries()).isEqualTo(3);
        assertThat(row.cause()).isEqualTo(DeadLetterCause.TECHNICAL);
        assertThat(row.words()).contains("no database");
        assertThat(row.isRepeatable()).isTrue();
    }

    @Test
    void aPartOfANoticeLeadsToItsLedgerAndWasTriedAsOftenAsIsSet() {
        dies("ID:1", FAN_OUT, new Content("", new BroadcastId(7), 2), 0, "");

        var row = only();

        assertThat(row.broadcast()).isEqualTo(new BroadcastId(7));
        assertThat(row.part()).isEqualTo(3);
        assertThat(row.tries()).isEqualTo(new Settings().maxDeliveries());
        assertThat(row.cause()).isEqualTo(DeadLetterCause.BURIED);
        assertThat(row.isRepeatable()).isTrue();
    }

    @Test
    void whatWouldComeBackOrBelongsElsewhereIsNotRepeatedAndSaysWhy() {
        request("ID:1", "request.replyTo");
        dies("ID:2", "GoniecReplies", Content.NOTHING, 0, "");
        dies("ID:3", FAN_OUT, Content.NOTHING, 0, "");
        dies("ID:4", "", Content.NOTHING, 0, "");
        dies("", REQUESTS, Content.NOTHING, 0, "");

        assertThat(letters().page().rows())
                .extracting(DeadLetterRow::obstacle)
                .containsExactly(
                        DeadLetterObstacle.ORIGIN,
                        DeadLetterObstacle.ORIGIN,
                        DeadLetterObstacle.CONTENT,
                        DeadLetterObstacle.ORIGIN,
                        DeadLetterObstacle.REPLY_TO);
        for (var id : List.of("ID:1", "ID:2", "ID:3", "ID:4")) {
            assertThatThrownBy(() -> retry(id))
                    .isInstanceOf(ConflictException.class)
                    .hasMessage("deadLetter.obstacle");
        }
        assertThat(box.back).isEmpty();
        assertThat(beans.events()).isEmpty();
    }

    @Test
    void aLetterIsPutBackOnceHoweverOftenItIsAsked() {
        var letter = request("ID:1", "java.lang.IllegalStateException");

        retry("ID:1");

        assertThat(box.back).containsExactly(letter);
        assertThat(beans.events()).singleElement().isInstanceOf(DeadLetterRetried.class);
        assertThatThrownBy(() -> retry("ID:1"))
                .isInstanceOf(ConflictException.class)
                .hasMessage("deadLetter.gone");
        assertThat(box.back).hasSize(1);
    }

    @Test
    void theLastComesFirstAndOfManyAThousandAreCounted() {
        for (int number = 1; number <= 1001; number++) {
            request("ID:" + number, "");
        }

        var letters = letters();

        assertThat(letters.more()).isTrue();
        assertThat(letters.page().total()).isEqualTo(1000);
        assertThat(letters.page().rows())
                .hasSize(10)
                .first()
                .extracting(DeadLetterRow::id)
                .isEqualTo("ID:1000");
        box.letters.remove(0);
        assertThat(letters().more()).isFalse();
    }

    @Test
    void withoutTheBrokerTheRestIsShownAndNothingIsPutBack() {
        request("ID:1", "");
        box.away = true;

        assertThat(letters().reachable()).isFalse();
        assertThat(letters().page().total()).isZero();
        assertThat(refused().total()).isZero();
        assertThatThrownBy(() -> retry("ID:1"))
                .isInstanceOf(ConflictException.class)
                .hasMessage("deadLetter.away");
        box.away = false;
        assertThat(letters().reachable()).isTrue();
    }

    @Test
    void theHeadIsToldOfWhatCameLatelyUntilItIsGone() {
        assertThat(needsALook()).isFalse();
        var letter = request("ID:1", "");
        look();
        assertThat(needsALook()).isTrue();

        box.away = true;
        look();
        assertThat(needsALook()).as("nothing is known of a broker that is away").isTrue();
        box.away = false;
        retry("ID:1");
        assertThat(needsALook()).isFalse();

        box.letters.add(new DeadLetter(
                "ID:2", REQUESTS, "", "", letter.content(), now.minus(Duration.ofDays(8)), 1, "request.replyTo"));
        look();
        assertThat(needsALook()).as("what has lain for a week is known").isFalse();
    }

    @Test
    void whoIsHeadNoMoreSeesNothing() {
        world.becomes(head, AccountState.BLOCKED);

        assertThatThrownBy(this::letters).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(this::refused).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(this::needsALook).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> retry("ID:1")).isInstanceOf(NotFoundException.class);
    }

    private Page<RefusedRequestRow> refused() {
        return as(head, DeadLetterService.class, service -> service.refused(0, 10));
    }

    private void ask(String sender, String kind, String text) {
        with(
                RequestService.class,
                service -> service.answer(new ReceivedRequest(sender, kind, text), RequestOrigin.ofProgram(sender)));
    }

    private static String notice(String id, String companies) {
        return "{\"version\":1,\"requestId\":\"%s\",\"text\":\"Treść\",\"companies\":%s}".formatted(id, companies);
    }

    @Test
    void aRefusalIsShownWithTheReasonThatTheProgramGot() {
        ask("Kadry", "SendBroadcast", notice("n1", "{\"tag\":\"PIT\"}"));

        var row = refused().rows().get(0);

        assertThat(row.program()).isEqualTo("kadry");
        assertThat(row.kind()).isEqualTo("SendBroadcast");
        assertThat(row.requestId()).isEqualTo("n1");
        assertThat(row.code()).isEqualTo("request.tagUnused");
        assertThat(row.text("pl")).startsWith("Żadna aktywna firma nie ma");
        assertThat(row.text("en")).isNotEqualTo(row.text("pl")).isNotBlank();
        assertThat(row.times()).isOne();
    }

    @Test
    void theSameNumberAgainCountsAndKeepsOneRowAndNonsenseOfAProgramSharesOne() {
        for (int time = 0; time < 3; time++) {
            ask("kadry", "SendBroadcast", notice("n1", "{\"tag\":\"PIT\"}"));
            ask("kadry", "Wypłata", "{");
        }
        ask(null, "SendBroadcast", notice("n1", "\"all\""));

        assertThat(refused().rows())
                .extracting(row ->
                        row.program() + "|" + row.kind() + "|" + row.requestId() + "|" + row.times() + "|" + row.code())
                .containsExactlyInAnyOrder(
                        "kadry|SendBroadcast|n1|3|request.tagUnused",
                        "kadry|||3|request.kind",
                        "|SendBroadcast|n1|1|request.sender");
    }

    @Test
    void aNumberThatIsAnsweredWellAfterItsFormWasMendedIsGone() {
        var company = world.company("Piekarnia Złoty Kłos");
        world.entrepreneur(company, "Anna Kłos");
        ask("kadry", "SendBroadcast", notice("n1", "[]"));
        assertThat(refused().total()).isOne();

        ask("kadry", "SendBroadcast", notice("n1", "\"all\""));
        assertThat(refused().total()).isZero();

        ask("kadry", "SendBroadcast", notice("n1", "{\"tag\":\"PIT\"}"));
        assertThat(refused().rows()).extracting(RefusedRequestRow::code).containsExactly("request.otherContent");
    }

    @Test
    void aNumberThatIsNoTextIsRefusedAndShownAllTheSame() {
        ask("kadry", "SendBroadcast", notice("n\\u0000\\ud800", "[]"));

        assertThat(refused().rows()).extracting(RefusedRequestRow::requestId).containsExactly("n ?");
    }
}
