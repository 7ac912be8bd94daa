package pl.goniec.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.goniec.fixture.world.World;

/**
 * R8 and R1 for programs. The server is killed by its own pid at a random moment while programs send requests, read replies and hear
 * events: between a request and its acceptance, in the delivery of a POWIADOMIENIE, before a reply, before an event. What the broker
 * has taken is answered without being asked again; a program asks again for the rest. Everything is then done once and has one answer,
 * and whoever has a durable subscription has heard every event, each stream in order and without a gap.
 */
class KilledBackOfficeIT {

    private static final int PROGRAMS = 4;
    private static final Duration WITHIN = Duration.ofMinutes(3);

    /** The server promises half a minute, on a machine that does nothing else. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(90);

    private static final String EVENTS = """
            SELECT CASE WHEN company_id = 0 THEN 'office' ELSE CAST(company_id AS VARCHAR(20)) END || '-' || number
            FROM company_event WHERE number IS NOT NULL
            """;

    private Installation goniec;
    private Listener listener;
    private List<String> clients;

    @ParameterizedTest(name = "S45 what programs ask for is done once though the server is killed meanwhile, {0}")
    @MethodSource("pl.goniec.faults.Figures#enginesOrPostgresql")
    void everyRequestIsDoneOnceAndNoEventIsMissing(Engine engine) throws Exception {
        try (var installation = new Installation("killed-back-office", engine, Figures.companies())) {
            goniec = installation.with("GONIEC_FANOUT_CHUNK", 50);
            listener = new Listener(goniec);
            goniec.server().addProgram(Program.NAME, Program.PASSWORD);
            goniec.start();
            goniec.server().kill();
            clients = goniec.addressees(Figures.requests());
            goniec.start();
            listener.listen();
            for (int round = 1; round <= Figures.rounds(); round++) {
                play(new RoundLog("programs-killed", engine, round, Figures.seed(round)), Figures.seed(round));
            }
        }
    }

    private void play(RoundLog log, long seed) throws Exception {
        var random = new SplittableRandom(seed);
        var usual = undisturbed(requests("s" + seed));
        var requests = requests("k" + seed);
        var moment = Duration.ofMillis((long) (random.nextDouble() * usual.toMillis()));
        killedAfter(moment, requests);
        listener.awaitEnd();
        var all = requests.stream().flatMap(List::stream).toList();
        log.put("requests", all.size())
                .put("usualMillis", usual.toMillis())
                .put("killedAfterMillis", moment.toMillis())
                .put("taken", all.stream().filter(Asked::isTaken).count())
                .put("answered", all.stream().filter(Asked::isAnswered).count());

        goniec.start();
        listener.listen();
        var restarted = Instant.now();
        Awaitility.await("all programs to have all their replies")
                .atMost(ANSWERED_WITHIN)
                .until(() -> atOnce(requests, KilledBackOfficeIT::goOn) == PROGRAMS);
        log.put("answeredMillis", Duration.between(restarted, Instant.now()).toMillis());
        awaitDelivered(all, "d" + seed);
        log.put("deliveredMillis", Duration.between(restarted, Instant.now()).toMillis());
        goniec.server().kill();
        listener.awaitEnd();
        countEverything(all, "k" + seed);
        var events = goniec.texts(EVENTS);

        goniec.start();
        listener.listen();
        Awaitility.await("every event to be heard").atMost(WITHIN).until(() -> listener.heard(events, 1));
        assertThat(listener.outOfOrder()).isEmpty();
        log.put("events", listener.number()).put("heardAgain", listener.again());
        replay(random, events, "r" + seed);
        log.write();
    }

    /** Makes what each program asks for: a POWIADOMIENIE to everybody, and by turns a message, a company, and one to a single company. */
    private List<List<Asked>> requests(String mark) {
        var requests = new ArrayList<List<Asked>>();
        for (int program = 0; program < PROGRAMS; program++) {
            var own = new ArrayList<Asked>();
            for (int number = 0; number < Figures.requests(); number++) {
                own.add(request(mark + program + "-" + number, number));
            }
            requests.add(own);
        }
        return requests;
    }

    private Asked request(String id, int number) {
        var client = clients.get(number % clients.size()).split(" ");
        if (number == 1) {
            return new Asked(id, "SendBroadcast", Asked.notice(id, "\"all\""));
        }
        return switch (number % 3) {
            case 0 -> new Asked(id, "SendMessage", Asked.message(id, client[0], client[1]));
            case 1 -> new Asked(id, "UpsertCompany", Asked.company(id, World.freshNip()));
            default -> new Asked(id, "SendBroadcast", Asked.notice(id, "[{\"nip\":\"" + client[0] + "\"}]"));
        };
    }

    /** What a program does with its requests. */
    @FunctionalInterface
    private interface Work {
        void with(Program program, List<Asked> requests) throws IOException;
    }

    /** Lets each program work at the same time, and returns how many of them got through. */
    private int atOnce(List<List<Asked>> requests, Work work) throws Exception {
        var crew = Executors.newFixedThreadPool(PROGRAMS);
        try {
            var calls = new ArrayList<Callable<Boolean>>();
            for (var own : requests) {
                calls.add(() -> works(own, work));
            }
            int through = 0;
            for (var call : crew.invokeAll(calls)) {
                through += call.get() ? 1 : 0;
            }
            return through;
        } finally {
            crew.shutdown();
        }
    }

    private boolean works(List<Asked> own, Work work) {
        var first = own.get(0).id();
        try (var program = new Program(goniec, first.substring(0, first.indexOf('-')))) {
            work.with(program, own);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Duration undisturbed(List<List<Asked>> requests) throws Exception {
        var start = Instant.now();
        assertThat(atOnce(requests, Program::ask)).isEqualTo(PROGRAMS);
        awaitDelivered(
                requests.stream().flatMap(List::stream).toList(),
                "q" + requests.get(0).get(0).id());
        return Duration.between(start, Instant.now());
    }

    private void killedAfter(Duration moment, List<List<Asked>> requests) throws Exception {
        var kill = CompletableFuture.runAsync(
                goniec.server()::kill, CompletableFuture.delayedExecutor(moment.toMillis(), TimeUnit.MILLISECONDS));
        atOnce(requests, Program::ask);
        kill.join();
    }

    /**
     * Waits for replies to what the broker had taken, and asks for the rest as if for the first time. The broker drops who is silent for
     * a minute; he comes again.
     */
    private static void goOn(Program program, List<Asked> requests) throws IOException {
        for (var request : requests) {
            if (!request.isTaken()) {
                program.send(request);
            }
        }
        program.readRepliesTo(requests);
    }

    private void awaitDelivered(List<Asked> requests, String mark) throws IOException {
        try (var program = new Program(goniec, mark)) {
            program.awaitDelivered(requests.stream());
        }
    }

    private void countEverything(List<Asked> requests, String mark) throws SQLException {
        assertThat(requests).allSatisfy(request -> assertThat(request.replies()).hasSize(1));
        assertThat(requests.stream().flatMap(request -> request.replies().stream()))
                .noneMatch(reply -> reply.contains("rejected"));
        assertThat(goniec.count("SELECT COUNT(*) FROM back_office_request WHERE request_id LIKE ?", mark + "%"))
                .as("notes of requests")
                .isEqualTo(requests.size());
        for (var request : requests) {
            assertThat(effects(request)).as(request.json()).isOne();
            assertThat(request.replies())
                    .containsExactlyElementsOf(
                            goniec.texts("SELECT reply FROM back_office_request WHERE request_id = ?", request.id()));
        }
        assertThat(goniec.wrongLedgers())
                .as("notices that are not with each recipient once")
                .isZero();
        assertThat(goniec.wrongCounters())
                .as("conversations with wrong counters")
                .isZero();
        assertThat(goniec.count("""
                SELECT COUNT(*) FROM (SELECT company_id FROM company_event WHERE number IS NOT NULL GROUP BY company_id
                HAVING MIN(number) <> 1 OR MAX(number) <> COUNT(*)) gaps
                """)).as("streams with a gap").isZero();
        assertThat(goniec.count("""
                SELECT COUNT(*) FROM message m JOIN conversation c ON c.id = m.conversation_id JOIN person p ON p.id = m.author_id
                WHERE p.email = ? AND m.broadcast_id IS NULL AND 1 <> (
                    SELECT COUNT(*) FROM company_event e WHERE e.kind = 'MESSAGE_SENT' AND e.company_id = c.company_id
                      AND e.conversation_id = m.conversation_id AND e.position = m.position)
                """, Program.NAME))
                .as("messages that have not one event")
                .isZero();
    }

    private long effects(Asked request) throws SQLException {
        var id = request.id();
        return switch (request.kind()) {
            case "SendMessage" -> goniec.messages(Asked.text(id));
            case "UpsertCompany" -> goniec.count("SELECT COUNT(*) FROM company WHERE name = ?", "Firma " + id);
            default ->
                goniec.count(
                        "SELECT COUNT(*) FROM broadcast b JOIN body t ON t.id = b.body_id WHERE t.content = ?",
                        Asked.text(id));
        };
    }

    /** Has the office's events told once more from a random number on. */
    private void replay(SplittableRandom random, List<String> events, String mark) throws IOException {
        var office = events.stream().filter(id -> id.startsWith("office-")).toList();
        int from = 1 + random.nextInt(office.size());
        var expected = office.stream()
                .filter(id -> Integer.parseInt(id.substring("office-".length())) >= from)
                .toList();
        var before = expected.stream().mapToInt(listener::times).toArray();
        var asked = new Asked(
                mark + "-1",
                "ReplayEvents",
                "{\"version\":1,\"requestId\":\"%s\",\"company\":\"office\",\"from\":%d}".formatted(mark, from));
        try (var program = new Program(goniec, mark)) {
            program.ask(List.of(asked));
        }
        Awaitility.await("the events to be told once more").atMost(WITHIN).until(() -> {
            for (int i = 0; i < before.length; i++) {
                if (listener.times(expected.get(i)) <= before[i]) {
                    return false;
                }
            }
            return true;
        });
        assertThat(asked.replies()).hasSize(1).allMatch(reply -> reply.contains("\"done\""));
    }
}
