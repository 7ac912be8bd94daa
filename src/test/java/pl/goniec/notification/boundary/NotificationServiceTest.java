package pl.goniec.notification.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.Beans;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.fixture.OwnTransactions;
import pl.goniec.identity.api.AccountChanged;
import pl.goniec.identity.api.AccountDeed;
import pl.goniec.identity.api.AccountState;
import pl.goniec.notification.control.ReturnedPeople;
import pl.goniec.platform.config.Settings;
import pl.goniec.platform.config.SettingsOfTests;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

class NotificationServiceTest extends OnBothEngines {

    private CompanyId company;
    private PersonId caretaker;
    private PersonId anna;
    private ConversationId withAnna;
    private final List<Long> afterEachTransaction = new ArrayList<>();

    @BeforeEach
    void anOffice() {
        SettingsOfTests.withMail(beans);
        beans.with(
                UserTransaction.class, new OwnTransactions(em, () -> afterEachTransaction.add(number("FROM letter"))));
        world.sql().change("DELETE FROM letter");
        world.sql().change("DELETE FROM office");
        world.sql().change("INSERT INTO office (id, name, phone) VALUES (1, 'Biuro', '1')");
        world.later(Duration.ofDays(10).minusHours(2));
        company = world.company("Złoty Kłos");
        caretaker = world.caretaker("Olga Opiekun", company);
        anna = world.entrepreneur(company, "Anna Kłos");
        withAnna = world.conversation(company, anna);
    }

    @Test
    void aClientIsToldOnceOfEverythingThatIsNew() {
        world.says(caretaker, withAnna, "Proszę o fakturę za prąd");
        world.says(caretaker, withAnna, "I za gaz");

        assertThat(digest()).isEqualTo(1);
        assertThat(digest()).isZero();

        var letter = letters(anna).get(0);
        assertThat(letter)
                .startsWith("MESSAGES|" + world.email(anna) + "|Goniec: 2 nowe wiadomości|WAITING|Dzień dobry,\n")
                .contains("w aplikacji Goniec czekają 2 nowe wiadomości.\n")
                .contains("można je przeczytać")
                .contains("\nhttps://goniec.example/client/home.xhtml?company=" + company + "\n")
                .contains("https://goniec.example/settings.xhtml")
                .doesNotContain("fakturę", "gaz", "Złoty Kłos", "Olga");
        assertThat(letters(caretaker)).isEmpty();
    }

    @Test
    void whatComesLaterIsToldAlone() {
        world.says(caretaker, withAnna, "Pierwsza");
        digest();
        lettersBecome("SENT");
        world.says(caretaker, withAnna, "Druga");

        assertThat(digest()).isEqualTo(1);

        assertThat(subjects(anna)).containsExactly("Goniec: 1 nowa wiadomość", "Goniec: 1 nowa wiadomość");
        assertThat(letters(anna).get(1)).contains("można ją przeczytać");
    }

    @Test
    void forWhomALetterWaitsNoOtherIsWritten() {
        world.says(caretaker, withAnna, "Pierwsza");
        world.says(anna, withAnna, "Pytanie");
        assertThat(digest()).isEqualTo(2);
        world.says(caretaker, withAnna, "Druga");
        world.says(caretaker, withAnna, "Trzecia");
        world.says(anna, withAnna, "Drugie pytanie");
        choose(caretaker, "AT_ONCE");

        assertThat(digest()).isZero();
        assertThat(atOnce()).isZero();

        lettersBecome("SENT");
        world.reads(caretaker, withAnna);
        assertThat(atOnce()).as("read meanwhile").isZero();
        assertThat(digest()).isEqualTo(1);
        assertThat(subjects(anna)).containsExactly("Goniec: 1 nowa wiadomość", "Goniec: 2 nowe wiadomości");
    }

    @Test
    void whoWasBlockedWhileHisLetterWaitedIsToldWhenHeIsBack() {
        world.says(caretaker, withAnna, "Dzień dobry");
        digest();
        world.becomes(anna, AccountState.BLOCKED);
        lettersBecome("DROPPED");
        assertThat(digest()).isZero();

        world.becomes(anna, AccountState.ACTIVE);
        with(ReturnedPeople.class, returned -> {
            returned.changed(new AccountChanged(AccountDeed.UNBLOCKED, anna));
            return true;
        });

        assertThat(digest()).isEqualTo(1);
        assertThat(digest()).isZero();
    }

    @Test
    void whatWasReadIsNotTold() {
        world.says(caretaker, withAnna, "Pierwsza");
        world.reads(anna, withAnna);
        assertThat(digest()).isZero();

        world.says(caretaker, withAnna, "Druga");
        world.says(anna, withAnna, "Moja własna");
        world.reads(caretaker, withAnna);
        assertThat(digest()).isEqualTo(1);
        assertThat(subjects(anna)).containsExactly("Goniec: 1 nowa wiadomość");
    }

    @Test
    void theOfficeIsToldByEverybodyWhoMaySeeItAndNobodyElse() {
        var head = world.head("Helena Szef");
        var other = world.company("Druga Firma");
        var outsider = world.caretaker("Oskar Obcy", other);
        var bartek = world.entrepreneur(other, "Bartek Drugi");
        world.looksAfter(caretaker, company, world.now().minus(Duration.ofDays(1)), null, true);
        world.says(anna, withAnna, "Pytanie");
        world.says(anna, withAnna, "Drugie");
        world.says(bartek, world.conversation(other, bartek), "Trzecie");

        digest();

        assertThat(subjects(caretaker)).containsExactly("Goniec: 2 nowe wiadomości");
        assertThat(subjects(outsider)).containsExactly("Goniec: 1 nowa wiadomość");
        assertThat(subjects(head)).hasSize(1);
        assertThat(letters(caretaker).get(0))
                .contains("\nhttps://goniec.example/office/company/start.xhtml?company=" + company + "\n");
        assertThat(letters(head).get(0)).contains("firmach").contains("\nhttps://goniec.example/\n");
        assertThat(letters(anna)).isEmpty();
        assertThat(letters(bartek)).isEmpty();
    }

    @Test
    void aColleaguesAnswerIsOnesOwnSide() {
        var head = world.head("Helena Szef");
        world.says(head, withAnna, "Odpowiadam za Olgę");

        digest();

        assertThat(letters(caretaker)).isEmpty();
        assertThat(letters(head)).isEmpty();
        assertThat(letters(anna)).hasSize(1);
    }

    @Test
    void noticesReachClientsAndAreCountedTogetherInEveryCompany() {
        var second = world.company("Druga Firma");
        var withAnnaToo = world.joins(anna, second, Role.ENTREPRENEUR, true);
        world.looksAfter(caretaker, second, world.now().minus(Duration.ofDays(1)), null, false);
        world.sql().change("UPDATE person SET language = 'en' WHERE id = ?", anna);
        world.notice(caretaker, "Zmiana godzin", "Od stycznia", List.of(withAnna, withAnnaToo));

        assertThat(digest()).isEqualTo(1);

        assertThat(letters(anna).get(0))
                .contains("|Goniec: 2 new messages|")
                .contains("2 new messages wait for you in Goniec, in 2 companies.\n")
                .contains("\nhttps://goniec.example/\n")
                .doesNotContain("Zmiana", "Od stycznia");
    }

    @Test
    void whoHasNoAccountInUseOrNoRightAnyMoreIsNotTold() {
        var blocked = world.client(company, "Zenon Blok", Role.EMPLOYEE, AccountState.BLOCKED, true);
        var invited = world.client(company, "Nina Nowa", Role.EMPLOYEE, AccountState.NOT_ACTIVATED, true);
        var left = world.employee(company, "Olek Odszedł");
        for (var person : List.of(blocked, invited, left)) {
            world.says(caretaker, world.conversation(company, person), "Dzień dobry");
        }
        world.sql().change("UPDATE membership SET left_at = ? WHERE person_id = ?", world.now(), left);
        var former = world.caretaker("Irena Była", company);
        world.takenAway(former, company);
        world.says(anna, withAnna, "Pytanie");

        digest();

        for (var person : List.of(blocked, invited, left, former)) {
            assertThat(letters(person)).isEmpty();
        }
        assertThat(letters(caretaker)).hasSize(1);

        world.becomes(blocked, AccountState.ACTIVE);
        assertThat(digest()).as("back again, he is told once").isEqualTo(1);
        assertThat(digest()).isZero();
    }

    @Test
    void aCompanyThatIsNotServedAnyMoreTellsNobody() {
        world.says(anna, withAnna, "Pytanie");
        world.says(caretaker, withAnna, "Odpowiedź");
        world.sql().change("UPDATE company SET active = FALSE WHERE id = ?", company);

        assertThat(digest()).isZero();
    }

    @Test
    void eachIsToldAsHeChose() {
        world.says(caretaker, withAnna, "Dzień dobry");
        assertThat(atOnce()).isZero();
        choose(anna, "NEVER");
        assertThat(atOnce()).isZero();
        assertThat(digest()).isZero();
        choose(anna, "AT_ONCE");
        assertThat(digest()).isZero();
        assertThat(atOnce()).as("what lay there is told once").isEqualTo(1);
        choose(anna, "DIGEST");
        assertThat(digest()).isZero();
    }

    @Test
    void whatHasLainForMoreThanAWeekIsNoNews() {
        world.says(caretaker, withAnna, "Dzień dobry");
        world.sql()
                .change(
                        "UPDATE conversation SET last_sent_at = ? WHERE id = ?",
                        world.now().minus(Duration.ofDays(8)),
                        withAnna);

        assertThat(digest()).isZero();
    }

    @Test
    void whereNoLettersAreSentNothingIsNotedAsTold() {
        var silent = new Beans(em)
                .with(Settings.class, new Settings())
                .with(UserTransaction.class, new OwnTransactions(em))
                .get(NotificationService.class);
        world.says(caretaker, withAnna, "Dzień dobry");

        assertThat(silent.tellDigest()).isZero();
        assertThat(world.sql().number("SELECT COUNT(*) FROM told_marker WHERE person_id = ?", anna))
                .isZero();
        assertThat(digest()).isEqualTo(1);
    }

    @Test
    void veryManyAreToldInTransactionsOfTwoThousand() {
        int many = 4_001;
        world.sql()
                .change(
                        "INSERT INTO person (id, version, email, full_name, state, language, theme)"
                                + " SELECT ? - n.x, 0, CONCAT('k', n.x, '@wielu.example'), 'Klient', 'ACTIVE', 'pl', 'SYSTEM' FROM "
                                + numbers(many),
                        -1_000_000L);
        world.sql()
                .change(
                        "INSERT INTO company (id, version, name, nip) SELECT ? - n.x, 0, 'Firma',"
                                + " CONCAT('8', LPAD(CAST(n.x AS VARCHAR(9)), 9, '0')) FROM " + numbers(many),
                        -1_000_000L);
        world.sql()
                .change(
                        "INSERT INTO membership (company_id, person_id, role, may_start)"
                                + " SELECT ? - n.x, ? - n.x, 'EMPLOYEE', TRUE FROM " + numbers(many),
                        -1_000_000L,
                        -1_000_000L);
        world.sql()
                .change(
                        "INSERT INTO conversation (id, company_id, person_id, office_count, client_count, last_sent_at)"
                                + " SELECT ? - n.x, ? - n.x, ? - n.x, 1, 0, CAST(? AS TIMESTAMP WITH TIME ZONE) FROM "
                                + numbers(many),
                        -1_000_000L,
                        -1_000_000L,
                        -1_000_000L,
                        world.now());

        world.says(caretaker, withAnna, "Dzień dobry");
        newsInTwoCompanies();

        assertThat(digest()).isEqualTo(many + 1);

        assertThat(number("FROM (SELECT person_id FROM letter GROUP BY person_id) told"))
                .isEqualTo(many + 1);
        assertThat(afterEachTransaction).containsExactly(2_000L, 4_000L, 4_002L);
        assertThat(digest()).isZero();
    }

    /** Gives news in a second company to the last person of the first part. */
    private void newsInTwoCompanies() {
        var twoThousandth = new PersonId(
                world.sql()
                        .number(
                                "SELECT person_id FROM conversation WHERE office_count > 0 ORDER BY person_id LIMIT 1 OFFSET 1999"));
        world.says(caretaker, world.joins(twoThousandth, company, Role.EMPLOYEE, true), "Dzień dobry");
    }

    private long number(String from) {
        return world.sql().number("SELECT COUNT(*) " + from);
    }

    @Test
    void oneNodeTellsAtATime() {
        world.says(caretaker, withAnna, "Dzień dobry");
        world.sql().change("DELETE FROM office");
        try (var other = engine.factory().createEntityManager()) {
            inOffice(other, "INSERT INTO office (id, name, phone) VALUES (77, 'Biuro', '1')");
            other.getTransaction().begin();
            other.createNativeQuery("SELECT id FROM office WHERE id = 77 FOR UPDATE")
                    .getResultList();

            assertThat(digest()).isZero();
            other.getTransaction().rollback();
            assertThat(digest()).isEqualTo(1);

            em.getTransaction().rollback();
            inOffice(other, "DELETE FROM office WHERE id = 77");
        }
    }

    private static void inOffice(EntityManager other, String change) {
        other.getTransaction().begin();
        other.createNativeQuery(change).executeUpdate();
        other.getTransaction().commit();
    }

    private String numbers(int many) {
        return "h2".equals(engine.toString())
                ? "(SELECT x FROM SYSTEM_RANGE(1, " + many + ")) n"
                : "(SELECT x FROM generate_series(1, " + many + ") AS s(x)) n";
    }

    private int digest() {
        return with(NotificationService.class, NotificationService::tellDigest);
    }

    private int atOnce() {
        return with(NotificationService.class, NotificationService::tellAtOnce);
    }

    private void lettersBecome(String state) {
        world.sql().change("UPDATE letter SET state = ?", state);
    }

    private void choose(PersonId person, String choice) {
        world.sql().change("UPDATE person SET mail_choice = ? WHERE id = ?", choice, person);
    }

    private List<String> subjects(PersonId person) {
        return world.sql().texts("SELECT subject FROM letter WHERE person_id = ? ORDER BY id", person);
    }

    private List<String> letters(PersonId person) {
        return world.sql()
                .rows(
                        "SELECT kind, address, subject, state, content FROM letter WHERE person_id = ? ORDER BY id",
                        person);
    }
}
