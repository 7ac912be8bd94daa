package pl.goniec.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.evidence.PasswordGuessEvidence;
import pl.goniec.fixture.server.TestPeople;
import pl.goniec.fixture.world.World;
import pl.goniec.identity.boundary.AccountService;
import pl.goniec.shared.ForbiddenException;
import pl.goniec.shared.PersonId;

/** Who guesses has ten tries at an account for as long as its lock lasts, and learns from no answer which accounts there are. */
class GuessedPasswordsIT extends Journey {

    private static final int TRIES = 10;
    private static final String WRONG = "Zgadywanka-1";

    @Inject
    AccountService accounts;

    private String email() {
        return world.email(someone());
    }

    private PersonId someone() {
        return world.entrepreneur(world.company("Firma Zgadywana"), "Anna Zgadywana");
    }

    @Test
    void theShippedLockIsTenTriesAndAQuarterOfAnHour() throws Exception {
        var settings = read(guard(), "this$0");

        assertThat(read(settings, "maxFailedAttempts")).isEqualTo(TRIES);
        assertThat(read(settings, "lockoutInterval")).as("minutes").isEqualTo(15);
        assertThat(read(settings, "failureSessionTimeout")).as("minutes").isEqualTo(30);
    }

    @Test
    void afterTenWrongPasswordsTheRightOneIsRefusedHoweverTheNameIsWritten() throws Exception {
        var email = email();
        var written = List.of(email, email.toUpperCase(Locale.ROOT), "A" + email.substring(1));
        for (int i = 0; i < TRIES - 1; i++) {
            assertThat(guess(written.get(i % written.size()), WRONG)).isFalse();
        }
        assertThat(new Session().logIn(" " + email + " ", WRONG).status()).isEqualTo(200);

        for (var name : written) {
            assertThat(new Session().logIn(name, World.PASSWORD).status())
                    .as(name)
                    .isEqualTo(200);
        }
        assertThat(new Session().logIn(email(), World.PASSWORD).status())
                .as("another account")
                .isEqualTo(302);
    }

    @Test
    void aRightPasswordBeginsTheCountAnew() throws Exception {
        var email = email();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < TRIES - 1; i++) {
                guess(email, WRONG);
            }
            assertThat(guess(email, World.PASSWORD)).as("round %d", round).isTrue();
        }
    }

    @Test
    void wrongPasswordsOfWhoWouldChangeHisCountAsThoseOfALogInDo() throws Exception {
        var person = someone();
        var email = world.email(person);
        as(person, () -> null);
        for (int i = 0; i < TRIES - 1; i++) {
            assertWrong(person, WRONG);
        }
        assertThat(guess(email, World.PASSWORD))
                .as("which begins the count anew")
                .isTrue();

        for (int i = 0; i < TRIES - 1; i++) {
            assertWrong(person, WRONG);
        }
        assertThat(guess(email, WRONG)).as("the tenth, at the log-in").isFalse();
        assertWrong(person, World.PASSWORD);
        assertThat(new Session().logIn(email, World.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void whoKnowsHisPasswordChangesItAfterNineWrongTries() throws Exception {
        var person = someone();
        as(person, () -> null);
        for (int i = 0; i < TRIES - 1; i++) {
            assertWrong(person, WRONG);
        }

        as(person, () -> accounts.changePassword(World.PASSWORD, "Niezapominajka 7"));

        assertThat(guess(world.email(person), "Niezapominajka 7")).isTrue();
    }

    private void assertWrong(PersonId person, String old) {
        assertThatThrownBy(() -> as(person, () -> accounts.changePassword(old, "Niezapominajka 7")))
                .isInstanceOf(ForbiddenException.class)
                .hasMessage("password.old.wrong");
    }

    @Test
    void ofTriesThatComeAtOnceNoMoreThanTenAreCompared() throws Exception {
        var email = email();
        var other = email();
        try (var ear = new Ear()) {
            new Session().logIn(other, WRONG);
            int ofOneTry = ear.heard(other);
            assertThat(ofOneTry).isPositive();
            var running = new ArrayList<Future<Integer>>();
            for (int i = 0; i < Effort.of(14, 60); i++) {
                running.add(begin(() -> new Session().logIn(email, WRONG).status()));
            }
            for (var one : running) {
                assertThat(one.get()).isEqualTo(200);
            }

            assertThat(ear.heard(email) / ofOneTry)
                    .as("passwords that were compared")
                    .isBetween(1, TRIES);
        }
        assertThat(new Session().logIn(email, World.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void oneOfTenPasswordsTriedOnManyAccountsLocksEachOfThem() throws Exception {
        var accounts = new ArrayList<String>();
        for (int i = 0; i < Effort.of(5, 200); i++) {
            accounts.add(email());
        }
        for (int round = 0; round < TRIES; round++) {
            for (var account : accounts) {
                assertThat(guess(account, WRONG + round)).isFalse();
            }
        }
        assertThat(accounts)
                .noneSatisfy(
                        account -> assertThat(guess(account, World.PASSWORD)).isTrue());
    }

    @Test
    void noAnswerTellsWhichAccountsThereAre() throws Exception {
        var locked = email();
        for (int i = 0; i < TRIES; i++) {
            guess(locked, WRONG);
        }
        var names = new LinkedHashMap<String, String>();
        names.put("there is", TestPeople.STAFF);
        names.put("there is not", "nikt.taki@test.example");
        names.put("blocked", TestPeople.BLOCKED);
        names.put("locked", locked);
        names.put("no address", "nikt");
        var answers = new LinkedHashMap<String, String>();
        var times = new LinkedHashMap<String, List<Long>>();
        for (int i = 0; i < Effort.of(5, 9); i++) {
            for (var name : names.entrySet()) {
                var session = new Session();
                var form = session.open("/login.xhtml");
                long start = System.nanoTime();
                var answer = session.send(Session.logInForm(form, name.getValue(), WRONG));
                times.computeIfAbsent(name.getKey(), key -> new ArrayList<>()).add(System.nanoTime() - start);
                answers.put(name.getKey(), answer.essence(name.getValue()));
            }
        }
        assertThat(new Session().logIn(TestPeople.STAFF, TestPeople.PASSWORD).status())
                .as("the count begins anew")
                .isEqualTo(302);

        assertThat(answers.values()).as("answers").containsOnly(answers.get("there is not"));
        Effort.say("log-in that is refused: {0}", times);
        var costs = times.values().stream().map(GuessedPasswordsIT::cost).toList();
        assertThat(Collections.max(costs))
                .as("slowest kind of name, against twice the quickest")
                .isLessThan(2 * Collections.min(costs));
    }

    /** What an answer takes by itself: other work can only make it slower. */
    private static long cost(List<Long> times) {
        return Collections.min(times);
    }

    /** Tries a password at the realm itself, without the page that makes every refusal slow. */
    private static boolean guess(String email, String password) throws RealmUnavailableException {
        try {
            SecurityDomain.getCurrent().authenticate(email, new PasswordGuessEvidence(password.toCharArray()));
            return true;
        } catch (SecurityException e) {
            return false;
        }
    }

    // ---- what stands between the realm and whoever guesses

    private static Object guard() throws ReflectiveOperationException {
        var realm = ((Map<?, ?>) read(SecurityDomain.getCurrent(), "realmMap")).get("GoniecRealm");
        return Proxy.getInvocationHandler(read(realm, "securityRealm"));
    }

    private static Object read(Object owner, String name) throws ReflectiveOperationException {
        var field = Arrays.stream(owner.getClass().getDeclaredFields())
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow();
        field.setAccessible(true);
        return field.get(owner);
    }

    /** Hears the realm let a name through to its password: it says so in its log, at the finest level. */
    private static final class Ear extends Handler implements AutoCloseable {

        private static final Logger REALM = Logger.getLogger("org.wildfly.security");

        private final List<String> said = new CopyOnWriteArrayList<>();
        private final Level before = REALM.getLevel();

        Ear() {
            setLevel(Level.ALL);
            REALM.addHandler(this);
            REALM.setLevel(Level.FINER);
        }

        int heard(String email) {
            return (int) said.stream()
                    .filter(message -> message.contains("proceeding for " + email))
                    .count();
        }

        @Override
        public void publish(LogRecord message) {
            var text = String.valueOf(message.getMessage());
            if (text.startsWith("Identity not disabled")) {
                said.add(String.format(text, message.getParameters()));
            }
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            REALM.setLevel(before);
            REALM.removeHandler(this);
        }
    }
}
