package pl.goniec.mail.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.goniec.fixture.server.ScriptedMailServer.END;
import static pl.goniec.fixture.server.ScriptedMailServer.GREETING;
import static pl.goniec.fixture.server.ScriptedMailServer.HANGS_UP;
import static pl.goniec.fixture.server.ScriptedMailServer.recipient;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.Beans;
import pl.goniec.fixture.OwnTransactions;
import pl.goniec.fixture.server.ScriptedMailServer;
import pl.goniec.fixture.server.TestMailServer;
import pl.goniec.identity.api.AccountState;
import pl.goniec.mail.api.LetterId;
import pl.goniec.mail.api.LetterKind;
import pl.goniec.mail.control.LetterRepository;
import pl.goniec.platform.config.Settings;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

class SendingServiceTest extends MailOnBothEngines {

    private PersonId anna;

    @BeforeEach
    void aClient() {
        anna = world.entrepreneur(world.company("Złoty Kłos"), "Anna Kłos");
    }

    @Test
    void aLetterIsSentOnceWithTheOfficesNameAndSignature() throws Exception {
        var letter = post(anna, LetterKind.MESSAGES, "Zażółć gęślą jaźń");

        assertThat(sendDue()).isEqualTo(1);
        assertThat(sendDue()).isZero();

        awaitReceived(anna, 1);
        var message = mailServer.received(world.email(anna)).get(0);
        assertThat(message.getSubject()).isEqualTo("Zażółć gęślą jaźń");
        assertThat(message.getFrom()[0].toString()).endsWith("<goniec@biuro.example>");
        assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo("Biuro Rachunkowe Żółw");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getMessageID()).startsWith("<letter-" + letter + "-").endsWith("@biuro.example>");
        assertThat(message.getContentType()).containsIgnoringCase("text/plain").containsIgnoringCase("utf-8");
        assertThat(text(message))
                .startsWith("Treść listu:\nhttps://goniec.example/?klucz=tajny")
                .endsWith("\n-- \nBiuro Rachunkowe Żółw\n+48 22 100 20 30\nul. Długa 5, Łódź");
        assertThat(look(letter, "state")).isEqualTo("SENT");
        assertThat(look(letter, "tries")).isEqualTo("1");
        assertThat(look(letter, "content")).isNotEmpty();
    }

    @Test
    void theOfficesOwnSignatureStandsBelow() throws Exception {
        world.sql().change("UPDATE office SET signature = 'Zespół Żółwia' || CHR(10) || 'zadzwoń: 100 20 30'");
        post(anna, LetterKind.MESSAGES, "Temat");

        sendDue();

        awaitReceived(anna, 1);
        assertThat(text(mailServer.received(world.email(anna)).get(0)))
                .endsWith("\n-- \nZespół Żółwia\nzadzwoń: 100 20 30");
    }

    @Test
    void aSecretLinkDoesNotOutliveItsSending() {
        var invited =
                world.client(world.company("Nowa"), "Nowy Klient", Role.ENTREPRENEUR, AccountState.NOT_ACTIVATED, true);
        var invitation = post(invited, LetterKind.INVITATION, "Zaproszenie");
        var password = post(anna, LetterKind.PASSWORD, "Nowe hasło");
        var account = post(anna, LetterKind.ACCOUNT, "Zmiana adresu");

        assertThat(sendDue()).isEqualTo(3);

        assertThat(look(invitation, "state")).isEqualTo("SENT");
        assertThat(look(invitation, "content")).isEmpty();
        assertThat(look(password, "content")).isEmpty();
        assertThat(look(account, "state")).isEqualTo("SENT");
    }

    @Test
    void aLetterIsGivenUpWithItsLinkAndItsTextWiped() {
        mailServer.refuse(world.email(anna), "451 4.7.1 Proszę później");
        var password =
                post(anna, LetterKind.PASSWORD, "Nowe hasło", Instant.now().plusSeconds(3600));
        sendDue();
        assertThat(look(password, "content")).contains("tajny");

        world.sql()
                .change(
                        "UPDATE letter SET next_try_at = written_at, expires_at = ? WHERE id = ?",
                        Instant.now(),
                        password.value());
        mailServer.accept(world.email(anna));
        sendDue();

        assertThat(mailServer.received()).isEmpty();
        assertThat(look(password, "state")).isEqualTo("REFUSED");
        assertThat(look(password, "content")).isEmpty();
    }

    @Test
    void whatIsTakenBackIsNeitherSentNorKept() {
        mailServer.refuse(world.email(anna), "550 5.1.1 Nie ma takiej skrzynki");
        var refused = post(anna, LetterKind.PASSWORD, "Nowe hasło");
        sendDue();
        var waiting = post(anna, LetterKind.PASSWORD, "Nowe hasło");
        var news = post(anna, LetterKind.MESSAGES, "Wiadomości");
        mailServer.accept(world.email(anna));

        takeBack(anna);

        for (var letter : List.of(refused, waiting)) {
            assertThat(look(letter, "state")).isEqualTo("DROPPED");
            assertThat(look(letter, "content")).isEmpty();
        }
        assertThat(sendDue()).isEqualTo(1);
        assertThat(look(news, "state")).isEqualTo("SENT");
    }

    @Test
    void whatIsTakenBackWhileItIsHandedOverIsNotTriedAgain() throws Exception {
        var letter = post(anna, LetterKind.PASSWORD, "Nowe hasło");
        try (var server = new ScriptedMailServer()) {
            server.answers(END, () -> {
                takeBack(anna);
                return HANGS_UP;
            });
            reach(server.port());

            assertThat(sendDue()).isEqualTo(1);
        }
        assertThat(look(letter, "state")).isEqualTo("DROPPED");
        assertThat(look(letter, "content")).isEmpty();
        assertThat(sendDue()).isZero();
    }

    private void takeBack(PersonId person) {
        with(Outbox.class, outbox -> {
            outbox.takeBack(person, LetterKind.PASSWORD);
            return true;
        });
    }

    @Test
    void whoMayNotLogInIsToldOfNoMessagesAndTheBlockedNothing() {
        var invited =
                world.client(world.company("Nowa"), "Nowy Klient", Role.ENTREPRENEUR, AccountState.NOT_ACTIVATED, true);
        var messages = post(invited, LetterKind.MESSAGES, "Wiadomości");
        var toBlocked = post(anna, LetterKind.MESSAGES, "Wiadomości");
        var passwordOfBlocked = post(anna, LetterKind.PASSWORD, "Nowe hasło");
        world.becomes(anna, AccountState.BLOCKED);

        sendDue();

        assertThat(mailServer.received()).isEmpty();
        for (var letter : List.of(messages, toBlocked, passwordOfBlocked)) {
            assertThat(look(letter, "state")).isEqualTo("DROPPED");
        }
        assertThat(look(passwordOfBlocked, "content")).isEmpty();
    }

    @Test
    void anAddressThatTheMailServerDoesNotKnowIsRefusedAtOnceAndTheOthersGo() {
        var wrong = world.employee(world.company("Druga"), "Zły Adres");
        mailServer.refuse(world.email(wrong), "550 5.1.1 Nie ma takiej skrzynki");
        var refused = post(wrong, LetterKind.MESSAGES, "Wiadomości");
        var other = post(anna, LetterKind.MESSAGES, "Wiadomości");

        assertThat(sendDue()).isEqualTo(2);

        assertThat(look(refused, "state")).isEqualTo("REFUSED");
        assertThat(look(refused, "problem")).startsWith("BOUNCED ").contains("550 5.1.1 Nie ma takiej skrzynki");
        assertThat(look(other, "state")).isEqualTo("SENT");
    }

    @Test
    void whatIsNoAddressIsRefusedAndNeverReachesTheMailServer() {
        var letter = post(anna, LetterKind.MESSAGES, "Wiadomości");
        world.sql()
                .change("UPDATE letter SET address = 'anna@x.example, bcc@inny.example' WHERE id = ?", letter.value());

        sendDue();

        assertThat(look(letter, "state")).isEqualTo("REFUSED");
        assertThat(look(letter, "problem")).startsWith("BAD_ADDRESS ");
        assertThat(mailServer.received()).isEmpty();
    }

    @Test
    void whatIsPutOffIsTriedAgainEverMoreSeldomAndGivenUpAfterThreeDays() {
        mailServer.refuse(world.email(anna), "451 4.7.1 Proszę później");
        var letter = post(anna, LetterKind.MESSAGES, "Wiadomości");
        var pauses = new ArrayList<Long>();
        for (int i = 0; i < 7; i++) {
            world.sql().change("UPDATE letter SET next_try_at = written_at WHERE id = ?", letter.value());
            var before = Instant.now();
            assertThat(sendDue()).isEqualTo(1);
            pauses.add(Math.round(Duration.between(before, nextTry(letter)).toMillis() / 1000.0 / 30) * 30);
        }

        assertThat(pauses).containsExactly(30L, 60L, 120L, 240L, 480L, 900L, 900L);
        assertThat(look(letter, "state")).isEqualTo("WAITING");
        assertThat(look(letter, "problem")).startsWith("POSTPONED ").contains("451 4.7.1");

        age(letter, Instant.now().minus(Duration.ofDays(3)).minusSeconds(1));
        sendDue();
        assertThat(look(letter, "state")).isEqualTo("REFUSED");
        assertThat(look(letter, "problem")).startsWith("POSTPONED ").contains("451 4.7.1");
    }

    @Test
    void aMailServerThatIsAwayIsAskedOnceAndEverythingGoesWhenItIsBack() {
        int port = mailServer.port();
        mailServer.stop();
        var first = post(anna, LetterKind.MESSAGES, "Pierwszy");
        var second = post(anna, LetterKind.MESSAGES, "Drugi");
        age(first, Instant.now().minusSeconds(60));

        assertThat(sendDue()).isZero();
        var since = look(first, "problem");
        assertThat(sendDue()).isZero();

        assertThat(since).startsWith("UNREACHABLE ");
        assertThat(look(first, "problem")).isEqualTo(since);
        assertThat(look(first, "tries")).isEqualTo("0");
        assertThat(look(second, "problem")).isNull();

        var back = new TestMailServer(port).start();
        try {
            assertThat(sendDue()).isEqualTo(2);
            Awaitility.await().until(() -> back.received().size() == 2);
        } finally {
            back.stop();
        }
        assertThat(look(first, "problem")).isNull();
        assertThat(look(second, "state")).isEqualTo("SENT");
    }

    @Test
    void whoHangsUpOnOneAddressGetsTheOtherLetters() throws Exception {
        var wrong = world.employee(world.company("Druga"), "Zły Adres");
        var first = post(wrong, LetterKind.MESSAGES, "Pierwszy");
        var second = post(anna, LetterKind.MESSAGES, "Drugi");
        age(first, Instant.now().minusSeconds(60));
        try (var server = new ScriptedMailServer()) {
            server.answers(recipient(world.email(wrong)), HANGS_UP);
            reach(server.port());

            assertThat(sendDue()).as("the connection is gone").isEqualTo(1);
            assertThat(sendDue()).isEqualTo(1);
            assertThat(sendDue()).isZero();

            assertThat(server.taken()).containsExactly(recipient(world.email(anna)));
        }
        assertThat(look(second, "state")).isEqualTo("SENT");
        putOff(first);
    }

    @Test
    void whatTheMailServerTookWithoutSayingSoIsNotSentAgainAtOnce() throws Exception {
        var letter = post(anna, LetterKind.MESSAGES, "Raz");
        try (var server = new ScriptedMailServer()) {
            server.answers(END, HANGS_UP);
            reach(server.port());

            sendDue();
            sendDue();
            sendDue();

            assertThat(server.taken()).hasSize(1);
        }
        putOff(letter);
    }

    private void putOff(LetterId letter) {
        assertThat(look(letter, "state")).isEqualTo("WAITING");
        assertThat(look(letter, "problem")).startsWith("POSTPONED ");
        assertThat(look(letter, "tries")).isEqualTo("1");
        assertThat(nextTry(letter)).isAfter(Instant.now().plusSeconds(15));
    }

    @Test
    void nothingOfTheDatabaseWaitsForTheMailServerAndNobodyElseTakesTheLetter() throws Exception {
        post(anna, LetterKind.MESSAGES, "Powoli");
        var transactionsMeanwhile = new ArrayList<Integer>();
        var dueMeanwhile = new ArrayList<LetterId>();
        try (var server = new ScriptedMailServer()) {
            server.answers(END, () -> {
                transactionsMeanwhile.add(status());
                dueMeanwhile.addAll(
                        beans.get(LetterRepository.class).due(Instant.now().plus(Duration.ofMinutes(12)), 10));
                return "250 OK";
            });
            reach(server.port());

            assertThat(sendDue()).isEqualTo(1);
        }
        assertThat(transactionsMeanwhile).containsExactly(Status.STATUS_NO_TRANSACTION);
        assertThat(dueMeanwhile).isEmpty();
    }

    private int status() {
        try {
            return transactions.getStatus();
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoGreetsLateGetsLettersAllTheSame() throws Exception {
        var letter = post(anna, LetterKind.MESSAGES, "Dzień dobry");
        try (var server = new ScriptedMailServer()) {
            server.answers(GREETING, () -> {
                var until = Instant.now().plusMillis(4_500);
                Awaitility.await().until(() -> Instant.now().isAfter(until));
                return "220 test.example";
            });
            reach(server.port());

            assertThat(sendDue()).isEqualTo(1);
        }
        assertThat(look(letter, "state")).isEqualTo("SENT");
    }

    @Test
    void whatWaitedThroughALongOutageIsGivenUp() {
        mailServer.stop();
        var old = post(anna, LetterKind.MESSAGES, "Stary");
        var young = post(anna, LetterKind.MESSAGES, "Nowy");
        age(old, Instant.now().minus(Duration.ofDays(4)));

        sendDue();

        assertThat(look(old, "state")).isEqualTo("REFUSED");
        assertThat(look(old, "problem")).startsWith("EXPIRED ");
        assertThat(look(young, "problem")).startsWith("UNREACHABLE ");
    }

    @Test
    void withoutAMailServerLettersWait() {
        beans.with(Settings.class, new Settings());
        var service = new Beans(em)
                .with(UserTransaction.class, new OwnTransactions(em))
                .get(SendingService.class);
        var letter = post(anna, LetterKind.MESSAGES, "Czeka");

        assertThat(service.sendDue()).isZero();

        assertThat(look(letter, "state")).isEqualTo("WAITING");
        assertThat(look(letter, "problem")).isNull();
    }

    private Instant nextTry(LetterId letter) {
        em.clear();
        return em.createQuery("SELECT l.nextTryAt FROM OutgoingLetter l WHERE l.id = :id", Instant.class)
                .setParameter("id", letter.value())
                .getSingleResult();
    }

    private void awaitReceived(PersonId person, int letters) {
        var address = world.email(person);
        Awaitility.await().until(() -> mailServer.received(address).size() == letters);
    }

    private static String text(MimeMessage message) throws Exception {
        return ((String) message.getContent()).replace("\r\n", "\n").strip();
    }
}
