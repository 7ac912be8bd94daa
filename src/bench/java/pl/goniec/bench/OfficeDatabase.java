package pl.goniec.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import pl.goniec.demo.api.DemoAccount;
import pl.goniec.demo.control.DemoData;
import pl.goniec.platform.security.Passwords;

/**
 * An H2 file as the application would have made it, with the settings of its datasource and any number of invented companies.
 * Open to one process at a time: the server on it, or the benchmark.
 */
record OfficeDatabase(Path file) {

    static final String USER = "goniec";

    private static final Path FOLDER = Path.of("target", "bench-data").toAbsolutePath();
    private static final String ENDING = ".mv.db";

    /** Makes a new one in place of whatever had the name. */
    static OfficeDatabase create(String name, int companies, int chunkSize) throws IOException, SQLException {
        var database = new OfficeDatabase(FOLDER.resolve(name));
        Files.createDirectories(FOLDER);
        Files.deleteIfExists(database.stored());
        var source = new JdbcDataSource();
        source.setURL(database.url());
        source.setUser(USER);
        source.setPassword(USER);
        migrate(source, "h2");
        try (var connection = database.open()) {
            fill(connection, companies, chunkSize);
        }
        return database;
    }

    static void migrate(DataSource source, String vendor) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
                .load()
                .migrate();
    }

    static void fill(Connection connection, int companies, int chunkSize) throws IOException, SQLException {
        connection.setAutoCommit(false);
        var hash = new Passwords().hash(DemoAccount.PASSWORD.toCharArray());
        new DemoData(companies, chunkSize, Instant.now()).load(connection, hash);
        connection.commit();
    }

    /** Returns the same again under another name. */
    OfficeDatabase copy(String name) throws IOException {
        var copy = new OfficeDatabase(FOLDER.resolve(name));
        Files.deleteIfExists(copy.stored());
        Files.copy(stored(), copy.stored());
        return copy;
    }

    String url() {
        return "jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;MAX_COMPACT_TIME=0";
    }

    Connection open() throws SQLException {
        return DriverManager.getConnection(url(), USER, USER);
    }

    private Path stored() {
        return Path.of(file + ENDING);
    }
}
