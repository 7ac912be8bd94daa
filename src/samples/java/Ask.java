import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.Topic;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Hashtable;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Sends a request to Goniec over JMS and prints the reply; with "wait" also the event that a POWIADOMIENIE has reached everybody,
 * which comes once. The request is a file, JSON in UTF-8.
 *
 * <pre>
 * GONIEC_USER=kadry GONIEC_PASSWORD=... java -Dslf4j.internal.verbosity=ERROR -cp jboss-client.jar Ask.java SendBroadcast notice.json [wait]
 * </pre>
 *
 * The option keeps a library quiet that misses its logger. GONIEC_ADDRESS says where, remote+http://127.0.0.1:8080 unless set. It ends
 * with 0 when the request was accepted or done, with 1 when it was rejected, with 2 when it was called wrongly, and with 3 when it does
 * not know. Then ask again with the same file: the same requestId with the same content has one effect and one reply.
 */
public final class Ask {

    private static final int DONE = 0;
    private static final int REJECTED = 1;
    private static final int MISUSED = 2;
    private static final int UNKNOWN = 3;

    private static final int TRIES = 3;
    private static final Duration REPLIED = Duration.ofSeconds(10);
    private static final Duration FINISHED = Duration.ofMinutes(1);

    /** The number of a POWIADOMIENIE, in a reply and in an event. Java SE reads no JSON; your program has a library that does. */
    private static final Pattern BROADCAST = Pattern.compile("\"broadcast\":(\\d+)");

    private static final PrintStream OUT = new PrintStream(System.out, true, UTF_8);
    private static final PrintStream ERR = new PrintStream(System.err, true, UTF_8);

    private final ConnectionFactory goniec;
    private final Queue requests;
    private final Topic events;

    private Ask(String address, String user, String password) throws NamingException {
        var settings = new Hashtable<String, String>();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "org.wildfly.naming.client.WildFlyInitialContextFactory");
        settings.put(Context.PROVIDER_URL, address);
        settings.put(Context.SECURITY_PRINCIPAL, user);
        settings.put(Context.SECURITY_CREDENTIALS, password);
        var names = new InitialContext(settings);
        goniec = (ConnectionFactory) names.lookup("jms/RemoteConnectionFactory");
        requests = (Queue) names.lookup("jms/queue/GoniecRequests");
        events = (Topic) names.lookup("jms/topic/GoniecEvents");
        names.close();
    }

    /** Of what the client's libraries log, only what is severe is shown. */
    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.SEVERE);
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        var address = System.getenv().getOrDefault("GONIEC_ADDRESS", "remote+http://127.0.0.1:8080");
        var user = System.getenv("GONIEC_USER");
        var password = System.getenv("GONIEC_PASSWORD");
        if (arguments.length < 2 || user == null || password == null) {
            ERR.println(
                    "usage: GONIEC_USER=... GONIEC_PASSWORD=... Ask.java SendBroadcast|SendMessage|... FILE [wait]");
            return MISUSED;
        }
        try {
            var json = Files.readString(Path.of(arguments[1]));
            var ask = new Ask(address, user, password);
            try (var context = ask.goniec.createContext(user, password)) {
                return ask.answer(context, arguments[0], json, arguments.length > 2);
            }
        } catch (IOException e) {
            ERR.println("No file in UTF-8: " + e);
            return MISUSED;
        } catch (NamingException | JMSException | JMSRuntimeException e) {
            ERR.println("Goniec cannot be asked: "
                    + e.toString().lines().findFirst().orElse(""));
            return UNKNOWN;
        }
    }

    /** Whoever listens before he asks misses no event, and whoever asks again under the same number does nothing twice. */
    private int answer(JMSContext context, String type, String json, boolean wait) throws JMSException {
        try (var finished = context.createConsumer(events, "JMSType = 'BroadcastFinished'")) {
            for (int attempt = 1; attempt <= TRIES; attempt++) {
                var reply = ask(context, type, json);
                if (reply != null) {
                    var text = reply.getBody(String.class);
                    OUT.println(text);
                    if (reply.getJMSType().equals("rejected")) {
                        return REJECTED;
                    }
                    return wait ? finish(finished, text) : DONE;
                }
                ERR.println("No reply within " + REPLIED.toSeconds() + " seconds");
            }
        }
        return UNKNOWN;
    }

    /** Returns the reply, or null. It comes to a queue of our own, which is gone with it. */
    private Message ask(JMSContext context, String type, String json) throws JMSException {
        var replies = context.createTemporaryQueue();
        var correlation = UUID.randomUUID().toString();
        try (var consumer = context.createConsumer(replies, "JMSCorrelationID = '" + correlation + "'")) {
            context.createProducer()
                    .setJMSType(type)
                    .setJMSReplyTo(replies)
                    .setJMSCorrelationID(correlation)
                    .send(requests, json);
            return consumer.receive(REPLIED.toMillis());
        } finally {
            replies.delete();
        }
    }

    /** Waits for the event of this POWIADOMIENIE; those of others pass by. */
    private static int finish(JMSConsumer finished, String reply) throws JMSException {
        var end = Instant.now().plus(FINISHED);
        for (var event = next(finished, end); event != null; event = next(finished, end)) {
            if (broadcast(event).equals(broadcast(reply))) {
                OUT.println(event);
                return DONE;
            }
        }
        ERR.println(
                "Not finished within " + FINISHED.toSeconds() + " seconds; QueryBroadcast says how far it has come");
        return UNKNOWN;
    }

    private static String next(JMSConsumer finished, Instant end) throws JMSException {
        var event = finished.receive(
                Math.max(1, Duration.between(Instant.now(), end).toMillis()));
        return event == null ? null : event.getBody(String.class);
    }

    private static String broadcast(String json) {
        var found = BROADCAST.matcher(json);
        return found.find() ? found.group(1) : "";
    }
}
