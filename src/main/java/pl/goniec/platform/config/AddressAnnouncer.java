package pl.goniec.platform.config;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Says in the log where Goniec is served, once it really is. The server's log names no address; this asks its own log-in page
 * until it is answered, because the deployment is not yet reachable when a start-up bean or listener runs.
 */
@WebListener
public class AddressAnnouncer implements ServletContextListener {

    private static final System.Logger LOG = System.getLogger(AddressAnnouncer.class.getName());

    @Resource
    private ManagedExecutorService executor;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        executor.execute(AddressAnnouncer::announce);
    }

    private static void announce() {
        try {
            String address = address();
            if (isServed(URI.create(address + "login.xhtml"))) {
                LOG.log(Level.INFO, "Goniec: {0}", address);
            }
        } catch (JMException e) {
            LOG.log(Level.DEBUG, "The server does not tell its address", e);
        }
    }

    private static String address() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName http = new ObjectName("jboss.as:socket-binding-group=standard-sockets,socket-binding=http");
        String host = (String) server.getAttribute(http, "boundAddress");
        return "http://" + ("0.0.0.0".equals(host) ? "127.0.0.1" : host) + ":" + server.getAttribute(http, "boundPort")
                + "/";
    }

    private static boolean isServed(URI page) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(2))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        HttpRequest request =
                HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(10)).build();
        Instant end = Instant.now().plusSeconds(120);
        while (Instant.now().isBefore(end)) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return true;
                }
            } catch (IOException e) {
                LOG.log(Level.TRACE, "Not yet", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        return false;
    }
}
