package pl.goniec.audit.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.Beans;
import pl.goniec.fixture.TestDatabases;

/** What the system checks by itself is not broken off because it takes long. */
class SealServiceTest {

    /** The bound on every wait for an answer that the address of PostgreSQL has, in milliseconds. */
    private static final int USUAL = 30_000;

    @Test
    void theWholeTrailIsCountedOnAConnectionWithoutThatBound() throws SQLException {
        var postgresql = TestDatabases.postgresql();
        var bounds = new ArrayList<Integer>();
        try (EntityManager em = postgresql.factory().createEntityManager();
                var connection = postgresql.source().getConnection()) {
            connection.setNetworkTimeout(Runnable::run, USUAL);
            var service = new Beans(em)
                    .with(DataSource.class, handing(noting(connection, bounds)))
                    .get(SealService.class);

            var check = service.check();

            assertThat(check.fault()).isNull();
            assertThat(bounds).as("bound at each statement").containsExactly(0);
            assertThat(connection.getNetworkTimeout()).isEqualTo(USUAL);
        }
    }

    private static DataSource handing(Connection connection) {
        return (DataSource) Proxy.newProxyInstance(
                SealServiceTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> connection);
    }

    /** Notes the bound that holds when a statement is prepared; the test closes the connection itself. */
    private static Connection noting(Connection connection, List<Integer> bounds) {
        return (Connection) Proxy.newProxyInstance(
                SealServiceTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    if (method.getName().equals("prepareStatement")) {
                        bounds.add(connection.getNetworkTimeout());
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
