package pl.goniec.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import pl.goniec.identity.api.AccountState;
import pl.goniec.identity.api.LinkPurpose;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.identity.boundary.StaffService;
import pl.goniec.shared.PersonId;

/**
 * From an invitation to the first screen, a forgotten password, and sessions that end, in a browser. The secrets are the test's
 * own, because only their hashes are kept.
 */
@TestMethodOrder(OrderAnnotation.class)
class ActivationIT extends Journey {

    static final String INVITED = "zaproszona.konto@test.example";
    static final String FORGETFUL = "zapominalska.konto@test.example";
    static final String WATCHED = "pilnowana.konto@test.example";
    static final String INVITATION = "I".repeat(43);
    static final String OLD_INVITATION = "J".repeat(43);
    static final String FORGOTTEN = "F".repeat(43);
    static final String PASSWORD = "Nowe hasło 2026";

    @Inject
    StaffService staff;

    @Test
    @Order(1)
    void thereArePeople() {
        var invited = world.person("Zofia Zaproszona", OfficePosition.STAFF, AccountState.NOT_ACTIVATED);
        called(invited, INVITED);
        world.sql().change("UPDATE person SET password_hash = NULL WHERE id = ?", invited);
        link(invited, LinkPurpose.INVITATION, INVITATION, Instant.now());
        link(invited, LinkPurpose.INVITATION, OLD_INVITATION, Instant.now().minus(LinkPurpose.INVITATION.lasts()));
        var company = world.company("Zapominalscy");
        var forgetful = world.entrepreneur(company, "Felicja Zapominalska");
        called(forgetful, FORGETFUL);
        link(forgetful, LinkPurpose.PASSWORD, FORGOTTEN, Instant.now());
        called(world.entrepreneur(company, "Paula Pilnowana"), WATCHED);
    }

    @Test
    @Order(2)
    @RunAsClient
    void aBrowserActivatesAndRemembers() {
        ActivationInBrowser.goesThroughIt();
    }

    @Test
    @Order(3)
    void theSecretsAreSpent() {
        assertThat(world.sql()
                        .texts(
                                "SELECT p.state FROM person p WHERE p.email IN (?, ?) AND NOT EXISTS (SELECT 1 FROM account_link l"
                                        + " WHERE l.person_id = p.id AND l.ended_at IS NULL)",
                                INVITED,
                                FORGETFUL))
                .containsExactly("ACTIVE", "ACTIVE");
        assertThat(number(
                        "SELECT COUNT(*) FROM audit_event WHERE action = 'ACCOUNT_ACTIVATED' AND object = ?",
                        "person " + id(INVITED)))
                .isEqualTo(1);
        assertThat(number("SELECT COUNT(*) FROM letter WHERE person_id = ? AND kind = 'PASSWORD'", id(WATCHED)))
                .as("the browser asked twice")
                .isEqualTo(1);
    }

    private PersonId id(String email) {
        return new PersonId(number("SELECT id FROM person WHERE email = ?", email));
    }

    private void called(PersonId person, String email) {
        world.sql().change("UPDATE person SET email = ? WHERE id = ?", email, person);
    }

    private void link(PersonId person, LinkPurpose purpose, String secret, Instant made) {
        world.sql()
                .change(
                        "INSERT INTO account_link (id, person_id, purpose, secret_hash, made_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
                        -Math.abs((long) secret.hashCode()),
                        person,
                        purpose,
                        hash(secret),
                        made,
                        made.plus(purpose.lasts()));
    }

    private static String hash(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> spent() {
        return List.of(INVITATION, OLD_INVITATION, FORGOTTEN, "nieznany", "");
    }
}
