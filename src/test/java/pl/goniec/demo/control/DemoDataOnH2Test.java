package pl.goniec.demo.control;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The demonstration data on H2, the engine of the run command. */
class DemoDataOnH2Test extends DemoDataContract {

    @Override
    DataSource database() {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return database;
    }
}
