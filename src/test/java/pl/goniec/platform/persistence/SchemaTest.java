package pl.goniec.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.goniec.fixture.TestDatabases;

/** The schema as migrated, on both engines. */
class SchemaTest {

    @ParameterizedTest
    @MethodSource("pl.goniec.fixture.TestDatabases#both")
    void persistenceUnitOpensOnTheMigratedSchema(TestDatabases database) {
        try (var entities = database.factory().createEntityManager()) {
            Object one =
                    entities.createNativeQuery("SELECT COUNT(*) FROM person").getSingleResult();

            assertThat(one).isInstanceOf(Number.class);
        }
    }

    @ParameterizedTest
    @MethodSource("pl.goniec.fixture.TestDatabases#both")
    void addressesAreStoredInLowerCaseOnly(TestDatabases database) {
        assertThatThrownBy(() -> execute(
                        database,
                        "INSERT INTO person (id, version, email, full_name, state, language, theme)"
                                + " VALUES (-99, 0, 'Anna@test.example', 'Anna', 'ACTIVE', 'pl', 'SYSTEM')"))
                .isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @MethodSource("pl.goniec.fixture.TestDatabases#both")
    void pointInTimeComesBackAsItWentIn(TestDatabases database) throws SQLException {
        Instant instant = Instant.parse("2026-03-29T01:30:00.123456Z");
        InstantConverter converter = new InstantConverter();
        try (var connection = database.source().getConnection();
                var select = connection.prepareStatement("SELECT CAST(? AS TIMESTAMP WITH TIME ZONE)")) {
            select.setObject(1, converter.convertToDatabaseColumn(instant));
            try (var rows = select.executeQuery()) {
                rows.next();
                OffsetDateTime column = rows.getObject(1, OffsetDateTime.class);

                assertThat(converter.convertToEntityAttribute(column)).isEqualTo(instant);
            }
        }
        assertThat(converter.convertToDatabaseColumn(instant).getOffset()).isEqualTo(ZoneOffset.UTC);
    }

    private static void execute(TestDatabases database, String sql) throws SQLException {
        try (var connection = database.source().getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
