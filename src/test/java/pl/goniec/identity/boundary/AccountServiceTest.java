package pl.goniec.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.fixture.world.World;
import pl.goniec.identity.api.AccountChanged;
import pl.goniec.identity.api.AccountDeed;
import pl.goniec.identity.api.AccountState;
import pl.goniec.identity.api.Language;
import pl.goniec.identity.api.LinkDetails;
import pl.goniec.identity.api.LinkPurpose;
import pl.goniec.identity.api.MailChoice;
import pl.goniec.identity.api.NewPerson;
import pl.goniec.identity.api.PasswordRule;
import pl.goniec.identity.api.SessionMark;
import pl.goniec.platform.config.Settings;
import pl.goniec.platform.config.SettingsOfTests;
import pl.goniec.platform.security.LogInRealm;
import pl.goniec.platform.security.OriginOfTests;
import pl.goniec.platform.security.Passwords;
import pl.goniec.shared.ForbiddenException;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Side;

/** Setting, forgetting and changing a password. */
class AccountServiceTest extends OnBothEngines {

    private static final String PASSWORD = "Niezapominajka 7";

    /** The realm, without its lock: that one is the server's. */
    @BeforeEach
    void aRealmThatComparesOnly() {
        beans.with(LogInRealm.class, new LogInRealm() {
            @Override
            public boolean accepts(String name, String password) {
                var hash = world.sql()
                        .texts("SELECT password_hash FROM person WHERE email = ?", name)
                        .get(0);
                return new Passwords().verify(password.toCharArray(), hash);
            }
        });
    }

    private PersonId invited() {
        return with(Accounts.class, accounts -> {
            var person = accounts.add(new NewPerson(
                    "zenon" + world.now().toEpochMilli() + "@test.example", "Zenon Żuk", null, Language.PL));
            accounts.invite(person);
            return person;
        });
    }

    private String secret(PersonId person) {
        var letters = world.sql().texts("SELECT content FROM letter WHERE person_id = ? ORDER BY id DESC", person);
        return letters.get(0).replaceAll("(?s).*\\?key=([\\w-]+).*", "$1");
    }

    private <T> T accounts(Function<AccountService, T> call) {
        return with(AccountService.class, call);
    }

    private LinkDetails link(String secret) {
        return accounts(service -> service.link(secret));
    }

    private boolean inUse(PersonId person, SessionMark mark) {
        return as(person, ProfileService.class, profile -> profile.inUse(mark));
    }

    private MailChoice mailChoice(PersonId person) {
        return as(person, ProfileService.class, ProfileService::me).mailChoice();
    }

    private void forgets(String email) {
        accounts(service -> {
            service.forgotten(email);
            return null;
        });
    }

    private void activates(String secret, String password) {
        accounts(service -> {
            service.activate(secret, password);
            return null;
        });
    }

    private boolean worksWith(PersonId person, String password) {
        var hash = world.sql()
                .texts("SELECT password_hash FROM person WHERE id = ?", person)
                .get(0);
        return new Passwords().verify(password.toCharArray(), hash);
    }

    private void timePasses(PersonId person, Duration time) {
        var made = Instant.now().minus(time);
        for (var purpose : LinkPurpose.values()) {
            world.sql()
                    .change(
                            "UPDATE account_link SET made_at = ?, expires_at = ? WHERE person_id = ? AND purpose = ?",
                            made,
                            made.plus(purpose.lasts()),
                            person,
                            purpose);
        }
    }

    private void isGone(String secret) {
        assertThatThrownBy(() -> link(secret)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> activates(secret, PASSWORD)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void anInvitationActivatesOnce() {
        var zenon = invited();
        var secret = secret(zenon);

        assertThat(link(secret)).isEqualTo(new LinkDetails("Zenon Żuk", world.email(zenon), LinkPurpose.INVITATION));
        activates(secret, PASSWORD);

        assertThat(worksWith(zenon, PASSWORD)).isTrue();
        assertThat(world.sql().texts("SELECT state FROM person WHERE id = ?", zenon))
                .containsExactly("ACTIVE");
        assertThat(beans.events()).contains(new AccountChanged(AccountDeed.ACTIVATED, zenon));
        isGone(secret);
    }

    @Test
    void anInvitationWorksForThreeDays() {
        var zenon = invited();
        var secret = secret(zenon);

        timePasses(zenon, LinkPurpose.INVITATION.lasts().minusMinutes(1));
        assertThat(link(secret)).isNotNull();
        timePasses(zenon, LinkPurpose.INVITATION.lasts());
        isGone(secret);
    }

    @Test
    void aNewerInvitationReplacesTheOlder() {
        var zenon = invited();
        var first = secret(zenon);
        afterAWhile(zenon);
        with(Accounts.class, accounts -> {
            accounts.invite(zenon);
            return null;
        });

        isGone(first);
        activates(secret(zenon), PASSWORD);
    }

    @Test
    void nobodyActivatesByARevokedInvitationOrWhenBlocked() {
        var zenon = invited();
        var secret = secret(zenon);
        world.becomes(zenon, AccountState.BLOCKED);
        isGone(secret);

        world.becomes(zenon, AccountState.NOT_ACTIVATED);
        with(Accounts.class, accounts -> {
            accounts.revokeInvitation(zenon);
            return null;
        });
        isGone(secret);
    }

    @Test
    void unknownSecretsAreNothing() {
        for (var secret : List.of("", "x", "A".repeat(43), "' OR 1=1 --", "ż".repeat(5000))) {
            isGone(secret);
        }
    }

    @Test
    void aForgottenPasswordIsSetAnew() {
        var anna = world.entrepreneur(world.company("Piekarnia"), "Anna Kłos");

        forgets(" " + world.email(anna).toUpperCase(Locale.ROOT) + " ");

        var secret = secret(anna);
        assertThat(world.sql().texts("SELECT kind FROM letter WHERE person_id = ?", anna))
                .containsExactly("PASSWORD");
        assertThat(link(secret).purpose()).isEqualTo(LinkPurpose.PASSWORD);
        activates(secret, PASSWORD);
        assertThat(worksWith(anna, PASSWORD)).isTrue();
        assertThat(world.sql().number("SELECT session_generation FROM person WHERE id = ?", anna))
                .isEqualTo(1);
        assertThat(beans.events())
                .contains(
                        new AccountChanged(AccountDeed.PASSWORD_ASKED, anna),
                        new AccountChanged(AccountDeed.PASSWORD_CHANGED, anna));
        isGone(secret);
    }

    @Test
    void suchALinkWorksForAnHour() {
        var anna = world.entrepreneur(world.company("Piekarnia"), "Anna Kłos");
        forgets(world.email(anna));
        var secret = secret(anna);

        timePasses(anna, Duration.ofMinutes(59));
        assertThat(link(secret)).isNotNull();
        timePasses(anna, Duration.ofHours(1));
        isGone(secret);
    }

    @Test
    void thereIsOneLetterInFiveMinutes() {
        var anna = world.entrepreneur(world.company("Piekarnia"), "Anna Kłos");
        forgets(world.email(anna));
        var first = secret(anna);

        forgets(world.email(anna));
        assertThat(secret(anna)).isEqualTo(first);

        timePasses(anna, LinkPurpose.BETWEEN_LETTERS);
        forgets(world.email(anna));
        assertThat(secret(anna)).isNotEqualTo(first);
        isGone(first);
    }

    @Test
    void aLetterThatHasNotGoneEndsWithItsLink() {
        var zenon = invited();
        world.sql().change("UPDATE letter SET state = 'REFUSED' WHERE person_id = ?", zenon);
        invitesAgain(zenon);
        assertThat(lettersWithLinks(zenon)).containsExactly("DROPPED wiped", "WAITING link");
        with(Accounts.class, accounts -> {
            accounts.revokeInvitation(zenon);
            return null;
        });
        assertThat(lettersWithLinks(zenon)).containsExactly("DROPPED wiped", "DROPPED wiped");

        world.later(Duration.ofSeconds(1));
        var activated = invited();
        activates(secret(activated), PASSWORD);
        assertThat(lettersWithLinks(activated)).containsExactly("DROPPED wiped");

        world.later(Duration.ofSeconds(1));
        var blocked = invited();
        with(Accounts.class, accounts -> {
            accounts.block(blocked, Side.OFFICE);
            return null;
        });
        assertThat(lettersWithLinks(blocked)).containsExactly("DROPPED wiped");

        var anna = world.entrepreneur(world.company("Piekarnia"), "Anna Kłos");
        forgets(world.email(anna));
        assertThat(lettersWithLinks(anna)).containsExactly("WAITING link");
        as(anna, AccountService.class, service -> service.changePassword(World.PASSWORD, PASSWORD));
        assertThat(lettersWithLinks(anna)).containsExactly("DROPPED wiped");
    }

    @Test
    void aLetterIsOfUseForAsLongAsItsLink() {
        var zenon = invited();

        assertThat(world.sql()
                        .number(
                                "SELECT COUNT(*) FROM letter t JOIN account_link a ON a.person_id = t.person_id"
                                        + " AND a.expires_at = t.expires_at WHERE t.person_id = ?",
                                zenon))
                .isEqualTo(1);
    }

    /** From now on the person may be invited again. */
    private void afterAWhile(PersonId person) {
        world.sql()
                .change(
                        "UPDATE person SET invited_at = ? WHERE id = ?",
                        Instant.now().minus(LinkPurpose.BETWEEN_LETTERS),
                        person);
    }

    private void invitesAgain(PersonId person) {
        afterAWhile(person);
        with(Accounts.class, accounts -> {
            accounts.invite(person);
            return null;
        });
    }

    private List<String> lettersWithLinks(PersonId person) {
        return world.sql()
                .texts(
                        "SELECT CONCAT(state, CASE WHEN content LIKE '%key=%' THEN ' link' WHEN content = '' THEN ' wiped' END)"
                                + " FROM letter WHERE person_id = ? ORDER BY id",
                        person);
    }

    @Test
    void nobodyElseGetsALetter() {
        long before = world.sql().number("SELECT COUNT(*) FROM letter");
        var zenon = world.person("Zenon", null, AccountState.NOT_ACTIVATED);
        var blocked = world.person("Barbara", null, AccountState.BLOCKED);
        var bakery = world.company("Piekarnia");
        var gone = world.employee(bakery, "Jan Maj");
        world.leaves(gone, bakery);

        forgets(world.email(zenon));
        forgets(world.email(blocked));
        forgets(world.email(gone));
        forgets("nikt@test.example");
        forgets("");

        assertThat(world.sql().number("SELECT COUNT(*) FROM letter")).isEqualTo(before);
        assertThat(beans.events()).isEmpty();
    }

    @Test
    void aMachineThatAsksTooOftenIsToldSoAndNobodyGetsALetter() {
        int most = 3;
        beans.with(Settings.class, SettingsOfTests.with("GONIEC_LINKS_PER_MACHINE", most));
        var anna = world.entrepreneur(world.company("Piekarnia"), "Anna Kłos");

        OriginOfTests.from("10.1.2.3", () -> {
            for (int i = 0; i < most; i++) {
                forgets("nikt" + i + "@test.example");
            }
            assertThatThrownBy(() -> forgets(world.email(anna)))
                    .isInstanceOf(ForbiddenException.class)
                    .hasMessage("forgotten.tooOften");
        });
        assertThat(beans.events()).isEmpty();

        OriginOfTests.from("10.1.2.4", () -> forgets(world.email(anna)));
        assertThat(beans.events()).containsExactly(new AccountChanged(AccountDeed.PASSWORD_ASKED, anna));
    }

    @Test
    void aBlockedPersonsLinkDoesNotWork() {
        var anna = world.entrepreneur(world.company("Piekarnia"), "Anna Kłos");
        forgets(world.email(anna));
        world.becomes(anna, AccountState.BLOCKED);

        isGone(secret(anna));
    }

    @Test
    void aPasswordIsChangedByWhoKnowsIt() {
        var anna = world.entrepreneur(world.company("Piekarnia"), "Anna Kłos");

        assertThatThrownBy(
                        () -> as(anna, AccountService.class, service -> service.changePassword("inne hasło", PASSWORD)))
                .isInstanceOf(ForbiddenException.class)
                .hasMessage("password.old.wrong");
        var mark = as(anna, AccountService.class, service -> service.changePassword(World.PASSWORD, PASSWORD));

        assertThat(mark).isEqualTo(new SessionMark(anna, 1));
        assertThat(worksWith(anna, PASSWORD)).isTrue();
        assertThat(inUse(anna, mark)).isTrue();
        assertThat(inUse(anna, new SessionMark(anna, 0))).isFalse();
    }

    @Test
    void ofTwoWhoKnowAPasswordOneChangesIt() {
        var anna = world.entrepreneur(world.company("Piekarnia"), "Anna Kłos");
        beans.with(LogInRealm.class, new LogInRealm() {
            @Override
            public boolean accepts(String name, String password) {
                world.sql().change("UPDATE person SET session_generation = 7 WHERE id = ?", anna);
                return true;
            }
        });

        assertThatThrownBy(() ->
                        as(anna, AccountService.class, service -> service.changePassword(World.PASSWORD, PASSWORD)))
                .isInstanceOf(ForbiddenException.class)
                .hasMessage("password.old.wrong");
        assertThat(worksWith(anna, World.PASSWORD)).isTrue();
    }

    @Test
    void lettersComeAsChosen() {
        var anna = world.entrepreneur(world.company("Piekarnia"), "Anna Kłos");
        assertThat(mailChoice(anna)).isEqualTo(MailChoice.DIGEST);

        as(anna, ProfileService.class, profile -> {
            profile.choose(MailChoice.NEVER);
            return null;
        });

        assertThat(mailChoice(anna)).isEqualTo(MailChoice.NEVER);
    }

    @Test
    void aWeakPasswordIsRefusedAndTheLinkStays() {
        var zenon = invited();
        var secret = secret(zenon);

        assertThatThrownBy(() -> activates(secret, "krótkie")).hasMessage("password.short");
        assertThat(link(secret)).isNotNull();
    }

    @Test
    void passwordsAreJudgedAtTheEdge() {
        var email = "zenon.zuk@test.example";
        var name = "Zenon Antoni Żuk";

        assertThat(PasswordRule.fault("Aa1!aa bb cc".substring(1), name, email)).contains("password.short");
        assertThat(PasswordRule.fault("Aa1!aa bb cc", name, email)).isEmpty();
        assertThat(PasswordRule.fault("\uD83D\uDE00aB1cD2eF3gh", name, email)).isEmpty();
        assertThat(PasswordRule.fault("\uD83D\uDE00aB1cD2eF3g", name, email)).contains("password.short");
        assertThat(PasswordRule.fault("abcdefghi".repeat(8), name, email)).isEmpty();
        assertThat(PasswordRule.fault("abcdefghi".repeat(8) + "j", name, email)).contains("password.long");
        assertThat(PasswordRule.fault("żółćńś".repeat(6), name, email)).isEmpty();
        assertThat(PasswordRule.fault("żółćńś".repeat(6) + "a", name, email)).contains("password.long");
        assertThat(PasswordRule.fault("Zenon.Zuk@Test.Example", name, email)).contains("password.own");
        assertThat(PasswordRule.fault("zenon antoni żuk", name, email)).contains("password.own");
        assertThat(PasswordRule.fault("Password1234", name, email)).contains("password.common");
        assertThat(PasswordRule.fault("aaaaaaaaaaaa", name, email)).contains("password.common");
    }
}
