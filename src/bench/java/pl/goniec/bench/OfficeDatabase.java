package pl.goniec.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import org.flywaydb.core.Flyway;
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
        Flyway.configure()
                .dataSource(database.url(), USER, USER)
                .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                .load()
                .migrate();
        try (var connection = database.open()) {
            connection.setAutoCommit(false);
            var hash = new Passwords().hash(DemoAccount.PASSWORD.toCharArray());
            new DemoData(companies, chunkSize, Instant.now()).load(connection, hash);
            connection.commit();
        }
        return database;
    }

    /** Returns the same again under another name. */
    OfficeDatabase copy(String name) throws IOException {
        var copy = new OfficeDatabase(FOLDER.resolve(name));
        Files.deleteIfExists(copy.stored());
        Files.copy(stored(), copy.stored());
        return copy;
    }

    String url() {
        return "jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0";
    }

    Connection open() throws SQLException {
        return DriverManager.getConnection(url(), USER, USER);
    }

    private Path stored() {
        return Path.of(file + ENDING);
    }
}
