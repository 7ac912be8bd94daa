package pl.goniec.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.backoffice.api.DeadLetterCause;
import pl.goniec.backoffice.api.DeadLetterObstacle;
import pl.goniec.backoffice.api.DeadLetterRow;
import pl.goniec.backoffice.boundary.DeadLetterService;
import pl.goniec.broadcast.api.BroadcastRow;
import pl.goniec.broadcast.api.SubmitBroadcast;
import pl.goniec.broadcast.boundary.BroadcastService;
import pl.goniec.broadcast.boundary.LedgerService;
import pl.goniec.fixture.server.Programs;
import pl.goniec.fixture.server.Stomp;
import pl.goniec.fixture.server.StubbornRequests;
import pl.goniec.fixture.world.World;
import pl.goniec.inbox.boundary.InboxService;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.PersonId;

/** What lies among the broker's dead letters is before the head, who puts it back: once, however often he asks. */
class UndeliveredIT extends Journey {

    private static final String PAGE = "/office/head/undelivered.xhtml";
    private static final long WAIT = Duration.ofSeconds(30).toMillis();
    private static final int TRIES = Integer.parseInt(System.getenv("GONIEC_MAX_DELIVERIES"));

    @Inject
    DeadLetterService service;

    @Inject
    BroadcastService broadcasts;

    @Inject
    LedgerService ledgers;

    @Inject
    InboxService inbox;

    @Inject
    StubbornRequests stubborn;

    @Resource(lookup = "java:jboss/exported/jms/RemoteConnectionFactory")
    ConnectionFactory remote;

    @Resource(lookup = "java:jboss/exported/jms/queue/GoniecRequests")
    Queue requests;

    @Resource(lookup = "java:/ConnectionFactory")
    ConnectionFactory inside;

    @Resource(lookup = "java:/jms/queue/GoniecDLQ")
    Queue deadLetters;

    private String name;
    private JMSContext program;
    private PersonId head;
    private String nip;
    private CompanyId company;
    private PersonId owner;

    @BeforeEach
    void aProgramAndACompany() throws Exception {
        head = world.head("Helena Szef");
        name = "place-" + UUID.randomUUID();
        Programs.add(name, "back-office");
        program = remote.createContext(name, Programs.PASSWORD);
        nip = World.freshNip();
        company = world.company("Firma programu", nip);
        owner = world.entrepreneur(company, "Właścicielka");
    }

    @AfterEach
    void close() {
        program.close();
    }

    private String notice(String id) {
        return "{\"version\":1,\"requestId\":\"%s\",\"text\":\"Zmiana godzin\",\"companies\":[{\"nip\":\"%s\"}]}"
                .formatted(id, nip);
    }

    private Message send(String json, Destination replyTo) throws JMSException {
        var message = program.createTextMessage(json);
        message.setJMSType("SendBroadcast");
        message.setJMSReplyTo(replyTo);
        program.createProducer().send(requests, message);
        return message;
    }

    private List<DeadLetterRow> letters(Predicate<DeadLetterRow> wanted) {
        try {
            return as(head, () -> service.letters(0, 1000)).page().rows().stream()
                    .filter(wanted)
                    .toList();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private DeadLetterRow await(Predicate<DeadLetterRow> wanted) {
        eventually(() -> !letters(wanted).isEmpty());
        assertThat(letters(wanted)).hasSize(1);
        return letters(wanted).get(0);
    }

    private boolean retry(DeadLetterRow letter) {
        try {
            service.retry(letter.id());
            return true;
        } catch (ConflictException gone) {
            assertThat(gone).hasMessage("deadLetter.gone");
            return false;
        }
    }

    private long audited(DeadLetterRow letter) {
        return number(
                "SELECT COUNT(*) FROM audit_event WHERE action = 'DEAD_LETTER_RETRIED' AND object LIKE ?",
                "%" + letter.id());
    }

    private long notices() {
        return number("SELECT COUNT(*) FROM broadcast b JOIN person p ON p.id = b.author_id WHERE p.email = ?", name);
    }

    private long unread() throws Exception {
        return as(owner, () -> inbox.clientUnread().total());
    }

    @Test
    void aRequestThatFailedIsDoneOnceAndItsProgramGetsTheReplyToIt() throws Exception {
        var own = program.createTemporaryQueue();
        try (var consumer = program.createConsumer(own)) {
            send("{", own);
            assertThat(consumer.receive(WAIT).getJMSType()).isEqualTo("rejected");
            send(notice("n0"), own);
            assertThat(consumer.receive(WAIT).getJMSType()).isEqualTo("accepted");
            var author = new PersonId(number("SELECT id FROM person WHERE email = ?", name));
            stubborn.breaks(author);
            var request = send(notice("n1"), own);
            var letter = await(row -> row.program().equals(name));
            assertThat(letter.requestId()).isEqualTo("n1");
            assertThat(letter.kind()).isEqualTo("SendBroadcast");
            assertThat(letter.origin()).isEqualTo("GoniecRequests");
            assertThat(letter.tries()).isEqualTo(TRIES);
            assertThat(letter.cause()).isEqualTo(DeadLetterCause.TECHNICAL);
            assertThat(letter.obstacle()).isNull();

            stubborn.mends(author);
            var pressed = atOnce(6, head, () -> retry(letter));

            assertThat(pressed).containsOnlyOnce(true);
            var reply = consumer.receive(WAIT);
            assertThat(reply.getJMSType()).isEqualTo("accepted");
            assertThat(reply.getJMSCorrelationID()).isEqualTo(request.getJMSMessageID());
            assertThat(reply.getBody(String.class)).contains("\"requestId\":\"n1\"");
            assertThat(consumer.receiveNoWait()).isNull();
            assertThat(notices()).isEqualTo(2);
            assertThat(audited(letter)).isOne();
            assertThat(letters(row -> row.program().equals(name))).isEmpty();
            assertThat(as(head, () -> retry(letter))).isFalse();
        } finally {
            own.delete();
        }
    }

    @Test
    void aRequestThatFailsAgainComesBackWithItsReason() throws Exception {
        var own = program.createTemporaryQueue();
        try (var consumer = program.createConsumer(own)) {
            send(notice("n0"), own);
            assertThat(consumer.receive(WAIT).getJMSType()).isEqualTo("accepted");
            var author = new PersonId(number("SELECT id FROM person WHERE email = ?", name));
            stubborn.breaks(author);
            send(notice("n1"), own);
            var first = await(row -> row.program().equals(name));

            assertThat(as(head, () -> retry(first))).isTrue();

            var again = await(row -> row.program().equals(name) && !row.id().equals(first.id()));
            assertThat(again.cause()).isEqualTo(DeadLetterCause.TECHNICAL);
            assertThat(again.requestId()).isEqualTo("n1");
            assertThat(again.tries()).isEqualTo(TRIES);
            stubborn.mends(author);
            assertThat(as(head, () -> retry(again))).isTrue();
            assertThat(consumer.receive(WAIT).getJMSType()).isEqualTo("accepted");
        } finally {
            own.delete();
        }
    }

    @Test
    void aRequestWhoseReplyWouldGoAstrayIsShownWithItsReasonAndWithoutAButton() throws Exception {
        send(notice("n1"), requests);

        var letter = await(row -> row.program().equals(name));

        assertThat(letter.cause()).isEqualTo(DeadLetterCause.REPLY_TO);
        assertThat(letter.obstacle()).isEqualTo(DeadLetterObstacle.REPLY_TO);
        assertThat(letter.tries()).isOne();
        assertThatThrownBy(() -> as(head, () -> {
                    service.retry(letter.id());
                    return null;
                }))
                .isInstanceOf(ConflictException.class)
                .hasMessage("deadLetter.obstacle");
        assertThat(notices()).isZero();
        var session = Session.as(world.email(head));
        assertThat(session.get(PAGE).text())
                .contains(name, "Żądania nie wykonano.", "Program musi wysłać je jeszcze raz");
        eventually(() -> leadsThere(session));
    }

    @Test
    void aRequestInAnyLanguageIsPutAsideWithoutWhatJmsCannotSay() throws Exception {
        try (var stomp = new Stomp(name, Programs.PASSWORD)) {
            stomp.send(
                    "jms.queue.GoniecRequests",
                    Map.of("type", "SendBroadcast", "reply-to", "jms.queue.GoniecFanOut", "x-trace", "7"),
                    notice("s1"));
            var letter = await(row -> row.program().equals(name));
            assertThat(letter.cause()).isEqualTo(DeadLetterCause.REPLY_TO);
            assertThat(letter.requestId()).isEqualTo("s1");
            assertThat(letter.tries()).isOne();
        }
    }

    private static boolean leadsThere(Session head) {
        try {
            return head.get("/office/companies.xhtml").text().contains(PAGE + "\">Niedoręczone</a>");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPartThatPoisonedItsConsumerIsDeliveredOnceMendedHoweverItIsSentAgain() throws Exception {
        var conversation = world.conversation(company, owner);
        write(head, conversation, "Pierwsza");
        world.sql().change("UPDATE conversation SET office_count = 0 WHERE id = ?", conversation);
        var draft = as(head, () -> broadcasts.draft().id());
        var id = as(
                        head,
                        () -> broadcasts.submit(new SubmitBroadcast(
                                draft, "", "Nie dojdzie za pierwszym razem", false, Set.of(company))))
                .id();

        var letter = await(row -> id.equals(row.broadcast()));
        assertThat(letter.part()).isOne();
        assertThat(letter.origin()).isEqualTo("GoniecFanOut");
        assertThat(letter.cause()).isEqualTo(DeadLetterCause.BURIED);
        assertThat(failed()).contains(id);

        world.sql().change("UPDATE conversation SET office_count = 1 WHERE id = ?", conversation);
        assertThat(press(letter)).contains("Wiadomość wróciła do swojej kolejki.");
        eventually(() -> number("SELECT COUNT(*) FROM receipt WHERE broadcast_id = ? AND state <> 'DONE'", id) == 0);
        assertThat(as(head, () -> ledgers.retry(id))).isZero();
        assertThat(as(head, () -> retry(letter))).isFalse();
        assertThat(failed()).doesNotContain(id);
        assertThat(unread()).isEqualTo(2);
        assertThat(audited(letter)).isOne();
    }

    private List<BroadcastId> failed() throws Exception {
        return as(head, () -> ledgers.failed(0, 1000)).rows().stream()
                .map(BroadcastRow::id)
                .toList();
    }

    /** Presses the button of a letter on the page, which is among the last ten. */
    private String press(DeadLetterRow letter) throws Exception {
        int row = as(head, () -> service.letters(0, 10)).page().rows().stream()
                .map(DeadLetterRow::id)
                .toList()
                .indexOf(letter.id());
        var session = Session.as(world.email(head));
        return session.send(session.open(PAGE).press("undelivered:letters:" + row + ":retry", Map.of()))
                .text();
    }

    @Test
    void aDeadLetterOfSomethingThatIsDeliveredAlreadyChangesNothing() throws Exception {
        var draft = as(head, () -> broadcasts.draft().id());
        var id = as(
                        head,
                        () -> broadcasts.submit(
                                new SubmitBroadcast(draft, "", "Dochodzi od razu", false, Set.of(company))))
                .id();
        eventually(() -> number("SELECT COUNT(*) FROM receipt WHERE broadcast_id = ? AND state <> 'DONE'", id) == 0);
        bury("{\"broadcast\":%s,\"chunk\":0}".formatted(id), "jms.queue.GoniecFanOut");
        var letter = await(row -> id.equals(row.broadcast()));

        assertThat(as(head, () -> retry(letter))).isTrue();

        eventually(() -> isEmpty("GoniecFanOut"));
        assertThat(letters(row -> id.equals(row.broadcast()))).isEmpty();
        assertThat(unread()).isOne();
    }

    @Test
    void whatComesFromElsewhereIsNotPutBack() {
        var mark = UUID.randomUUID().toString();
        bury("{\"requestId\":\"" + mark + "\"}", "jms.queue.GoniecReplies");

        var letter = await(row -> row.origin().equals("GoniecReplies"));

        assertThat(letter.obstacle()).isEqualTo(DeadLetterObstacle.ORIGIN);
        assertThatThrownBy(() -> as(head, () -> {
                    service.retry(letter.id());
                    return null;
                }))
                .isInstanceOf(ConflictException.class)
                .hasMessage("deadLetter.obstacle");
        assertThat(letters(row -> row.id().equals(letter.id()))).hasSize(1);
        try (var context = inside.createContext();
                var consumer = context.createConsumer(deadLetters, "JMSMessageID = '" + letter.id() + "'")) {
            assertThat(consumer.receive(WAIT)).isNotNull();
        }
    }

    /** Puts something among the dead letters as the broker does. */
    private void bury(String json, String address) {
        try (var context = inside.createContext()) {
            context.createProducer().setProperty("_AMQ_ORIG_ADDRESS", address).send(deadLetters, json);
        }
    }

    private static boolean isEmpty(String queue) {
        try {
            var name = new ObjectName("jboss.as:subsystem=messaging-activemq,server=default,jms-queue=" + queue);
            return ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(name, "messageCount")
                    .equals(0L);
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatAProgramWasRefusedIsOnThePageInTheHeadsLanguage() throws Exception {
        var own = program.createTemporaryQueue();
        try (var consumer = program.createConsumer(own)) {
            send(
                    "{\"version\":1,\"requestId\":\"<b>n1</b>\",\"text\":\"x\",\"companies\":[{\"nip\":\"0000000000\"}]}",
                    own);
            assertThat(consumer.receive(WAIT).getJMSType()).isEqualTo("rejected");
        } finally {
            own.delete();
        }

        assertThat(Session.as(world.email(head)).get(PAGE).text())
                .contains(name, "&lt;b&gt;n1&lt;/b&gt;", "Nie ma aktywnej firmy wskazanej w polu /companies/0.")
                .contains("Tylko on może poprawić żądanie")
                .doesNotContain("<b>n1</b>");
        world.sql().change("UPDATE person SET language = 'en' WHERE id = ?", head);
        assertThat(Session.as(world.email(head)).get(PAGE).text())
                .contains("There is no active company as named in /companies/0.");
    }
}
