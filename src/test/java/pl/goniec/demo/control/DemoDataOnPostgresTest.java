package pl.goniec.demo.control;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;

/** The demonstration data on PostgreSQL. */
class DemoDataOnPostgresTest extends DemoDataContract {

    private EmbeddedPostgres postgres;

    @Override
    DataSource database() throws IOException {
        postgres = EmbeddedPostgres.start();
        return postgres.getPostgresDatabase();
    }

    @AfterAll
    void stop() throws IOException {
        postgres.close();
    }
}
