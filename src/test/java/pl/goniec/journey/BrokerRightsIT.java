package pl.goniec.journey;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.InvalidDestinationRuntimeException;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.JMSSecurityRuntimeException;
import jakarta.jms.Queue;
import jakarta.jms.Topic;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.server.Management;
import pl.goniec.fixture.server.Operators;
import pl.goniec.fixture.server.Programs;
import pl.goniec.fixture.server.Stomp;
import pl.goniec.fixture.world.World;

/**
 * Who may do what at the broker. The table of the README is compared with what the running server enforces, both ways, and every
 * right is tried by those who have it and by those who have not, over JMS on the port of the pages and over STOMP.
 */
class BrokerRightsIT extends Journey {

    private static final String BACK_OFFICE = "back-office";
    private static final String QUEUES = "jms.queue.";
    private static final String TOPICS = "jms.topic.";
    private static final String TEMPORARY = "jms.tempqueue.";
    private static final String MANAGEMENT = "activemq.management";

    /** A selector of messages that are not there. */
    private static final String NOTHING = "goniec_nothing = 1";

    private static final Pattern ROW = Pattern.compile("\\| ([^|]+) \\| (`[^|]+`) \\| ([^|]+) \\|");
    private static final Pattern ROLE = Pattern.compile("role `([^`]+)`");
    private static final Pattern ADDRESS = Pattern.compile("`([^`]+)`");

    /** What a role may do at an address, in the words of the server's management. */
    private record Right(String role, String address, String right) {}

    /** A row of the table. */
    private record Row(String who, List<String> addresses, String rights) {}

    /** Somebody at the door of the broker. */
    private record Caller(String name, String password) {}

    @Resource(lookup = "java:jboss/exported/jms/RemoteConnectionFactory")
    ConnectionFactory remote;

    private final List<Row> table = new ArrayList<>();
    private Caller program;

    @BeforeEach
    void theTableAndAProgram() throws Exception {
        table.addAll(readTable());
        program = account(BACK_OFFICE);
    }

    // ---- the table

    private static List<Row> readTable() throws IOException {
        try (var in = BrokerRightsIT.class.getResourceAsStream("/README.md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .dropWhile(line -> !line.equals("| who | address | rights |"))
                    .takeWhile(line -> line.startsWith("|"))
                    .map(ROW::matcher)
                    .filter(row -> row.matches())
                    .map(row -> new Row(
                            row.group(1),
                            ADDRESS.matcher(row.group(2))
                                    .results()
                                    .map(address -> address.group(1))
                                    .toList(),
                            row.group(3)))
                    .toList();
        }
    }

    private Set<Right> documented() {
        var rights = new HashSet<Right>();
        for (var row : table) {
            var role = ROLE.matcher(row.who());
            if (role.matches() && !row.rights().equals("none")) {
                for (var address : row.addresses()) {
                    for (var right : row.rights().split(", ")) {
                        rights.add(new Right(role.group(1), address, right));
                    }
                }
            }
        }
        return rights;
    }

    /** Returns the addresses of the table that are no pattern, and those that no row is about. */
    private Set<String> addresses() {
        var addresses = table.stream()
                .flatMap(row -> row.addresses().stream())
                .filter(address -> !address.contains("#"))
                .collect(toSet());
        addresses.addAll(Set.of(QUEUES + "Obca", TOPICS + "Obcy", "obcy.adres"));
        return addresses;
    }

    private boolean documented(String right, String address) {
        return documented().contains(new Right(BACK_OFFICE, address, right));
    }

    // ---- the running server

    /** Returns what the server's management says of the broker. */
    private static JsonObject broker() throws Exception {
        var administrator = "administrator-" + UUID.randomUUID();
        Operators.add(administrator, "SuperUser");
        var answer = new Management(administrator, Operators.PASSWORD).ask("""
                {"operation": "read-resource", "recursive": true,
                 "address": [{"subsystem": "messaging-activemq"}, {"server": "default"}]}
                """);
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject().getJsonObject("result");
        }
    }

    private static Set<Right> enforced(JsonObject broker) {
        var rights = new HashSet<Right>();
        broker.getJsonObject("security-setting")
                .forEach((address, setting) -> children(setting, "role")
                        .forEach((role, attributes) -> attributes.asJsonObject().forEach((right, given) -> {
                            if (given.equals(JsonValue.TRUE)) {
                                rights.add(new Right(role, address, right));
                            }
                        })));
        return rights;
    }

    private static JsonObject children(JsonValue resource, String type) {
        var children = resource.asJsonObject().get(type);
        return children.equals(JsonValue.NULL) ? JsonValue.EMPTY_JSON_OBJECT : children.asJsonObject();
    }

    // ---- the ways to the broker

    private boolean overJms(Caller caller, String right, String address) throws JMSException {
        try (var context = connect(caller)) {
            context.setClientID(UUID.randomUUID().toString());
            var destination = destination(context, address);
            switch (right) {
                case "send" -> context.createProducer().send(destination, "{}");
                case "consume" -> context.createConsumer(destination, NOTHING).close();
                case "browse" -> context.createBrowser((Queue) destination).getEnumeration();
                case "create-durable-queue" -> subscribeForGood(context, (Topic) destination);
                default -> throw new IllegalArgumentException(right);
            }
            return true;
        } catch (JMSSecurityException | JMSSecurityRuntimeException | InvalidDestinationRuntimeException e) {
            return false;
        } catch (JMSRuntimeException e) {
            if (e.getMessage().startsWith("There is no ")) {
                return false;
            }
            throw e;
        }
    }

    private JMSContext connect(Caller caller) {
        return caller.name() == null ? remote.createContext() : remote.createContext(caller.name(), caller.password());
    }

    private static Destination destination(JMSContext context, String address) {
        return address.startsWith(TOPICS)
                ? context.createTopic(address.substring(TOPICS.length()))
                : context.createQueue(address.substring(QUEUES.length()));
    }

    private static void subscribeForGood(JMSContext context, Topic topic) {
        context.createDurableConsumer(topic, "zawsze").close();
        context.unsubscribe("zawsze");
    }

    private static boolean overStomp(Caller caller, String right, String address) throws IOException {
        try (var stomp = new Stomp(caller.name(), caller.password())) {
            switch (right) {
                case "send" -> stomp.send(address, Map.of(), "{}");
                case "consume" -> stomp.subscribe(address, NOTHING);
                default -> throw new IllegalArgumentException(right);
            }
            return true;
        } catch (Stomp.Refused e) {
            return false;
        }
    }

    private static Caller account(String... roles) throws Exception {
        var name = "konto-" + UUID.randomUUID();
        Programs.add(name, roles);
        return new Caller(name, Programs.PASSWORD);
    }

    /** Tries everything everywhere, by a program of which the table speaks or by somebody else. */
    private void tryEverything(Caller caller, boolean ofTheTable) throws Exception {
        var faults = new Faults();
        for (var address : addresses()) {
            boolean sends = ofTheTable && documented("send", address);
            boolean consumes = ofTheTable && documented("consume", address);
            var who = caller + " at " + address;
            faults.expect(who + " sends over STOMP", overStomp(caller, "send", address), sends);
            faults.expect(who + " consumes over STOMP", overStomp(caller, "consume", address), consumes);
            if (address.startsWith(QUEUES) || address.startsWith(TOPICS)) {
                faults.expect(who + " sends over JMS", overJms(caller, "send", address), sends);
                faults.expect(who + " consumes over JMS", overJms(caller, "consume", address), consumes);
            }
            if (address.startsWith(QUEUES)) {
                faults.expect(who + " browses over JMS", overJms(caller, "browse", address), consumes);
            }
        }
        faults.assertNone();
    }

    // ---- what is tried

    @Test
    void theTableIsWhatTheRunningServerEnforces() throws Exception {
        var broker = broker();

        assertThat(enforced(broker)).isNotEmpty().isEqualTo(documented());
        assertThat(addresses()).contains(MANAGEMENT);
        assertThat(children(broker, "jms-queue").keySet())
                .isNotEmpty()
                .allSatisfy(queue -> assertThat(addresses()).contains(QUEUES + queue));
        assertThat(children(broker, "jms-topic").keySet())
                .isNotEmpty()
                .allSatisfy(topic -> assertThat(addresses()).contains(TOPICS + topic));
        assertThat(table).contains(new Row("any other account, and nobody", List.of("#"), "none"));
        assertThat(table).contains(new Row("Goniec itself, inside the server", List.of("#"), "all"));
        assertThat(broker.getBoolean("override-in-vm-security")).isTrue();
    }

    @Test
    void aProgramMayDoWhatStandsThereAndNothingElse() throws Exception {
        tryEverything(program, true);
    }

    @Test
    void aProgramListensForGoodToEventsAlone() throws Exception {
        for (var address : Set.of(TOPICS + "GoniecEvents", TOPICS + "Obcy")) {
            assertThat(overJms(program, "create-durable-queue", address))
                    .as(address)
                    .isEqualTo(documented("create-durable-queue", address));
        }
    }

    @Test
    void nobodyButGoniecWritesIntoAProgramsOwnQueue() throws Exception {
        try (var context = connect(program)) {
            var own = context.createTemporaryQueue();
            context.createConsumer(own).close();
            var address =
                    own.getQueueName().startsWith(TEMPORARY) ? own.getQueueName() : TEMPORARY + own.getQueueName();

            assertThatThrownBy(() -> context.createProducer().send(own, "{}"))
                    .isInstanceOf(JMSSecurityRuntimeException.class);
            assertThat(overStomp(account(BACK_OFFICE), "send", address)).isFalse();
            own.delete();
        }
    }

    @Test
    void whoHasNoRoleMayDoNothing() throws Exception {
        tryEverything(account(), false);
    }

    @Test
    void theRoleThatMayDoEverythingInTheDistributionMayDoNothing() throws Exception {
        tryEverything(account("guest"), false);
    }

    @Test
    void whoHasNoAccountIsNotLetIn() throws Exception {
        var operator = "operator-" + UUID.randomUUID();
        Operators.add(operator, "Operator");
        var head = world.email(world.head("Helena Szef"));

        for (var stranger : List.of(
                new Caller(null, null),
                new Caller("guest", "guest"),
                new Caller("anonymous", "anonymous"),
                new Caller(program.name(), "złe hasło"),
                new Caller("nikt-" + UUID.randomUUID(), Programs.PASSWORD),
                new Caller(operator, Operators.PASSWORD),
                new Caller(head, World.PASSWORD))) {
            assertThatThrownBy(() -> connect(stranger).createQueue("x").getQueueName())
                    .as("%s over JMS", stranger)
                    .isInstanceOf(JMSSecurityRuntimeException.class);
            assertThatThrownBy(() -> new Stomp(stranger.name(), stranger.password()))
                    .as("%s over STOMP", stranger)
                    .isInstanceOf(Stomp.Refused.class);
        }
    }
}
