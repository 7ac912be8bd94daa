package pl.goniec.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.server.Goniec;
import pl.goniec.fixture.server.MailServerOfTheRun;
import pl.goniec.fixture.server.TestMailServer;
import pl.goniec.fixture.world.World;
import pl.goniec.identity.api.AccountState;
import pl.goniec.identity.boundary.OfficeService;
import pl.goniec.mail.api.LetterProblem.Reason;
import pl.goniec.mail.api.LetterRow;
import pl.goniec.mail.boundary.MailService;
import pl.goniec.mail.boundary.SendingService;
import pl.goniec.notification.boundary.NotificationService;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/** Letters of the shipped application over the server's mail session to a real mail server. */
@ArquillianTest
class MailIT extends Journey {

    private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+(/client/\\S+)");

    @Inject
    private MailServerOfTheRun run;

    @Inject
    private MailService mail;

    @Inject
    private SendingService sending;

    @Inject
    private NotificationService notifications;

    @Inject
    private OfficeService offices;

    @Inject
    private Goniec goniec;

    private TestMailServer server;
    private CompanyId company;
    private PersonId head;
    private PersonId caretaker;
    private PersonId client;
    private ConversationId conversation;

    @BeforeEach
    void aClientWhoWantsToKnowAtOnce() {
        server = run.server();
        company = world.company("Firma z pocztą");
        head = world.head("Helena Szef");
        caretaker = world.caretaker("Olga Opiekun", company);
        client = world.entrepreneur(company, "Anna Kłos");
        world.sql().change("UPDATE person SET mail_choice = 'NEVER' WHERE id IN (?, ?)", head, caretaker);
        wantsToKnowAtOnce(client);
        conversation = world.conversation(company, client);
    }

    @Test
    void aMessageIsToldOnceInTheReadersLanguageAndWithoutItsText() throws Exception {
        world.sql().change("UPDATE person SET language = 'en' WHERE id = ?", client);
        write(caretaker, conversation, "Poufne: proszę o wyciąg z konta");

        eventually(() -> received(client) == 1);

        var letter = server.received(world.email(client)).get(0);
        var office = offices.office();
        assertThat(letter.getSubject()).isEqualTo("Goniec: 1 new message");
        assertThat(((InternetAddress) letter.getFrom()[0]).getPersonal()).isEqualTo(office.name());
        assertThat(((InternetAddress) letter.getFrom()[0]).getAddress()).isEqualTo("goniec@biuro.example");
        assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(text(letter))
                .contains("\n-- \n" + office.name())
                .contains(office.phone())
                .doesNotContain("Poufne", "wyciąg", "Olga", "Firma z pocztą");
        leadsToTheMessage(letter);
        goniec.does(() -> notifications.tellAtOnce());
        goniec.does(() -> notifications.tellDigest());
        goniec.does(() -> sending.sendDue());
        assertThat(letters(client)).isEqualTo(1);
        assertThat(received(client)).isEqualTo(1);
    }

    private void leadsToTheMessage(MimeMessage letter) throws Exception {
        var link = LINK.matcher(text(letter));
        assertThat(link.find()).isTrue();
        var session = new Session();
        var page = session.get(link.group(1));
        assertThat(page.status()).isEqualTo(302);
        var logIn = session.open(path(page.header("Location")));
        assertThat(logIn.text()).contains(link.group(1));
        var answer = session.send(logIn.submit(Map.of(
                "login",
                "login",
                "login:email",
                world.email(client),
                "login:password",
                World.PASSWORD,
                "login:submit",
                "",
                "from",
                link.group(1))));
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith(link.group(1));
        assertThat(session.open(link.group(1)).text()).contains("Firma z pocztą");
    }

    @Test
    void readingBeforeTheLetterLeavesNothingToTell() throws Exception {
        world.sql().change("UPDATE person SET mail_choice = 'NEVER' WHERE id = ?", client);
        write(caretaker, conversation, "Czytane od razu");
        as(client, () -> {
            conversations.markRead(conversation, 1);
            return null;
        });
        wantsToKnowAtOnce(client);

        goniec.does(() -> notifications.tellAtOnce());

        assertThat(letters(client)).isZero();
    }

    @Test
    void whileTheMailServerIsAwayLettersWaitAndThenArriveOnce() throws Exception {
        server.stop();
        try {
            write(caretaker, conversation, "Nikt nie odbierze");
            eventually(() -> letters(client) == 1);
            eventually(() -> overviewOfHead().contains("unreachable"));
            assertThat(as(head, () -> mail.overview()).waiting()).isPositive();
            assertThat(Requests.as(world.email(head))
                            .get("/office/head/mail.xhtml")
                            .body())
                    .contains("Serwer poczty nie przyjmuje wiadomości e-mail od");
        } finally {
            server.start();
        }

        eventually(() -> received(client) == 1);
        eventually(() -> overviewOfHead().equals("works"));
        goniec.does(() -> sending.sendDue());
        assertThat(received(client)).isEqualTo(1);
    }

    private String overviewOfHead() {
        try {
            return as(head, () -> mail.overview()).works() ? "works" : "unreachable";
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anAddressThatIsUnknownIsShownToTheHeadWhoSendsAgain() throws Exception {
        server.refuse(world.email(client), "550 5.1.1 Nie ma <takiej> skrzynki");
        write(caretaker, conversation, "Na zły adres");
        eventually(() -> refused() != null);

        var letter = refused();
        assertThat(letter.problem().reason()).isEqualTo(Reason.BOUNCED);
        assertThat(letter.problem().words()).contains("550 5.1.1 Nie ma <takiej> skrzynki");
        var session = Requests.as(world.email(head));
        assertThat(session.get("/office/head/mail.xhtml").body())
                .contains(world.email(client), "Nie ma &lt;takiej&gt; skrzynki")
                .doesNotContain("<takiej>");
        assertThat(session.get("/office/companies.xhtml").body()).contains("/office/head/mail.xhtml\">Poczta</a>");

        server.accept(world.email(client));
        var pressing = Session.as(world.email(head));
        var answer = pressing.send(pressing.open("/office/head/mail.xhtml").press("letters:table:0:retry", Map.of()));
        assertThat(answer.text()).contains("Wiadomość e-mail czeka na ponowne wysłanie.");
        eventually(() -> received(client) == 1);
        assertThatThrownBy(() -> as(head, () -> {
                    mail.retry(letter.id());
                    return null;
                }))
                .isInstanceOf(NotFoundException.class);
        assertThat(number(
                        "SELECT COUNT(*) FROM audit_event WHERE action = 'LETTER_RETRIED' AND object = ?",
                        "letter " + letter.id()))
                .isEqualTo(1);
    }

    private LetterRow refused() {
        try {
            return as(head, () -> mail.troubled(0, 1000)).rows().stream()
                    .filter(row -> row.refused() && row.address().equals(world.email(client)))
                    .findFirst()
                    .orElse(null);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoIsBlockedOrNotActivatedGetsNothing() throws Exception {
        var invited = world.client(company, "Nina Nowa", Role.EMPLOYEE, AccountState.NOT_ACTIVATED, true);
        var blocked = world.employee(company, "Zenon Blok");
        wantsToKnowAtOnce(invited);
        wantsToKnowAtOnce(blocked);
        world.becomes(blocked, AccountState.BLOCKED);
        var late = world.employee(company, "Lena Blok");
        server.stop();
        try {
            wantsToKnowAtOnce(late);
            write(caretaker, world.conversation(company, late), "Dzień dobry");
            world.says(caretaker, world.conversation(company, invited), "Dzień dobry");
            world.says(caretaker, world.conversation(company, blocked), "Dzień dobry");
            world.sql()
                    .change("UPDATE conversation SET last_sent_at = CURRENT_TIMESTAMP WHERE company_id = ?", company);
            eventually(() -> letters(late) == 1);
            world.becomes(late, AccountState.BLOCKED);
        } finally {
            server.start();
        }

        eventually(() -> number("SELECT COUNT(*) FROM letter WHERE person_id = ? AND state = 'DROPPED'", late) == 1);
        assertThat(letters(invited)).isZero();
        assertThat(letters(blocked)).isZero();
        assertThat(received(late)).isZero();
    }

    private void wantsToKnowAtOnce(PersonId person) {
        world.sql().change("UPDATE person SET mail_choice = 'AT_ONCE' WHERE id = ?", person);
    }

    private long letters(PersonId person) {
        return number("SELECT COUNT(*) FROM letter WHERE person_id = ?", person);
    }

    private int received(PersonId person) {
        return server.received(world.email(person)).size();
    }

    private static String path(String address) {
        return address.replaceFirst("^http://[^/]+", "");
    }

    private static String text(MimeMessage message) throws Exception {
        return ((String) message.getContent()).replace("\r\n", "\n");
    }
}
