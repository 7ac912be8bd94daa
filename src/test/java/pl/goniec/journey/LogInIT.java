package pl.goniec.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;
import pl.goniec.fixture.server.Acting;
import pl.goniec.fixture.server.TestPeople;
import pl.goniec.platform.security.Passwords;
import pl.goniec.platform.security.Roles;

/** The realm of the server on the views of the database. */
@ArquillianTest
class LogInIT {

    private static final String H2_ONLY = "a setting of H2; PostgreSQL writes to the disk before it acknowledges";

    @Inject
    private Passwords passwords;

    @Resource(lookup = "java:jboss/datasources/GoniecDS")
    private DataSource database;

    @Test
    void headHasTheRolesOfTheViews() throws Exception {
        var roles =
                Acting.as(TestPeople.HEAD, TestPeople.PASSWORD, () -> identity().getRoles());

        assertThat(roles).contains(Roles.OFFICE, Roles.OFFICE_HEAD).doesNotContain(Roles.CARETAKER, Roles.CLIENT);
    }

    @Test
    void caseOfTheAddressDoesNotMatter() throws Exception {
        String name = Acting.as(
                TestPeople.STAFF.toUpperCase(Locale.ROOT),
                TestPeople.PASSWORD,
                () -> identity().getPrincipal().getName());

        assertThat(name).isEqualTo(TestPeople.STAFF);
    }

    @Test
    void blockedPersonIsRefusedLikeAnUnknownOne() {
        assertThatThrownBy(() -> Acting.as(TestPeople.BLOCKED, TestPeople.PASSWORD, () -> null))
                .isInstanceOf(SecurityException.class);
        assertThatThrownBy(() -> Acting.as("nikt@test.example", TestPeople.PASSWORD, () -> null))
                .isInstanceOf(SecurityException.class);
    }

    @Test
    void whoHasNoPlaceAnywhereIsRefusedLikeAnUnknownOne() {
        assertThatThrownBy(() -> Acting.as(TestPeople.NOBODYS, TestPeople.PASSWORD, () -> null))
                .isInstanceOf(SecurityException.class);
    }

    @Test
    void theDemonstrationsPasswordWhichEverybodyKnowsCostsLittleToCheck() {
        assertThat(passwords.hashOfPublic("Goniec-2026".toCharArray())).startsWith("$2a$04$");
    }

    @Test
    void hashIsWhatTheRealmVerifies() {
        String hash = passwords.hash("Zażółć-1".toCharArray());

        assertThat(hash).startsWith("$2a$12$");
        assertThat(passwords.verify("Zażółć-1".toCharArray(), hash)).isTrue();
        assertThat(passwords.verify("Zazolc-1".toCharArray(), hash)).isFalse();
    }

    @Test
    @DisabledIfSystemProperty(named = "goniec.it.database", matches = "postgresql", disabledReason = H2_ONLY)
    void acknowledgedCommitsAreOnDisk() throws SQLException {
        assertThat(setting("WRITE_DELAY")).isEqualTo("0");
    }

    @Test
    @DisabledIfSystemProperty(named = "goniec.it.database", matches = "postgresql", disabledReason = H2_ONLY)
    void theFileIsNotRearrangedWhenItIsClosed() throws SQLException {
        assertThat(setting("MAX_COMPACT_TIME")).isEqualTo("0");
    }

    private String setting(String name) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "SELECT setting_value FROM information_schema.settings WHERE setting_name = ?")) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getString(1);
            }
        }
    }

    private static SecurityIdentity identity() {
        return SecurityDomain.getCurrent().getCurrentSecurityIdentity();
    }
}
