package pl.goniec.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.goniec.fixture.world.World;

/**
 * R8, the programs' half. The same request ten times at once, each from a session of its own, has one effect and ten times the same
 * answer; and so it is after the server has been started anew.
 */
@Tag("faults")
class RepeatedProgramRequestIT {

    private static final int TIMES = 10;
    private static final int COMPANIES = 60;

    private Installation goniec;
    private List<String> clients;

    /** A request of which all say the same, and how to see that it was done once. */
    private record Trial(String id, String kind, String json, String effects, String sign) {}

    @ParameterizedTest(name = "S45 the same request of a program {0}")
    @MethodSource("pl.goniec.faults.Figures#engines")
    void tenAtOnceHaveOneEffectAndTheSameAnswer(Engine engine) throws Exception {
        try (var installation = new Installation("repeated-program-request", engine, COMPANIES)) {
            goniec = installation;
            goniec.server().addProgram(Program.NAME, Program.PASSWORD);
            goniec.start();
            goniec.server().stop();
            clients = goniec.addressees(COMPANIES / 2);
            var trials = trials();

            goniec.start();
            var answers = answers(trials, "a");
            goniec.server().stop();
            goniec.start();
            var later = answers(trials, "b");
            try (var program = new Program(goniec, "c")) {
                program.awaitDelivered(trials.stream().map(trial -> new Asked(trial.id(), trial.kind(), trial.json())));
            }
            goniec.server().stop();

            var log = new RoundLog("R8-programs", engine, 1, 0)
                    .put("trials", trials.size())
                    .put("answered", answers.size())
                    .put(
                            "rejected",
                            answers.values().stream()
                                    .filter(answer -> answer.contains("rejected"))
                                    .count());
            assertThat(later).isEqualTo(answers);
            assertThat(answers.values()).noneMatch(answer -> answer.contains("rejected"));
            long effects = 0;
            for (var trial : trials) {
                long done = goniec.count(trial.effects(), trial.sign());
                assertThat(done).as("%s", trial).isOne();
                effects += done;
            }
            assertThat(goniec.count("SELECT COUNT(*) FROM back_office_request WHERE request_id LIKE 'R8-%'"))
                    .isEqualTo(trials.size());
            assertThat(goniec.wrongLedgers()).isZero();
            log.put("effects", effects).write();
        }
    }

    private List<Trial> trials() {
        var trials = new ArrayList<Trial>();
        for (int number = 1; number <= Figures.trials(); number++) {
            var id = "R8-" + number;
            var client = clients.get(number % clients.size()).split(" ");
            trials.add(
                    switch (number % 3) {
                        case 0 ->
                            new Trial(
                                    id,
                                    "UpsertCompany",
                                    Asked.company(id, World.freshNip()),
                                    "SELECT COUNT(*) FROM company WHERE name = ?",
                                    "Firma " + id);
                        case 1 ->
                            new Trial(
                                    id,
                                    "SendMessage",
                                    Asked.message(id, client[0], client[1]),
                                    "SELECT COUNT(*) FROM message m JOIN body t ON t.id = m.body_id WHERE t.content = ?",
                                    Asked.text(id));
                        default ->
                            new Trial(
                                    id,
                                    "SendBroadcast",
                                    Asked.notice(id, "[{\"nip\":\"" + client[0] + "\"}]"),
                                    "SELECT COUNT(*) FROM broadcast b JOIN body t ON t.id = b.body_id WHERE t.content = ?",
                                    Asked.text(id));
                    });
        }
        return trials;
    }

    /** Asks for everything, each ten times at once, and returns the answer to each, of which there is only one. */
    private Map<String, String> answers(List<Trial> trials, String mark) throws Exception {
        var sessions = new ArrayList<Program>();
        var crew = Executors.newFixedThreadPool(TIMES);
        try {
            for (int session = 0; session < TIMES; session++) {
                sessions.add(new Program(goniec, mark + session));
            }
            var answers = new HashMap<String, String>();
            for (var trial : trials) {
                var all = atOnce(crew, sessions, trial, mark);
                assertThat(all).as("answers to %s", trial.id()).hasSize(1);
                answers.put(trial.id(), all.iterator().next());
            }
            return answers;
        } finally {
            crew.shutdown();
            for (var session : sessions) {
                session.close();
            }
        }
    }

    private static Set<String> atOnce(ExecutorService crew, List<Program> sessions, Trial trial, String mark)
            throws Exception {
        var calls = new ArrayList<Callable<Asked>>();
        for (int session = 0; session < TIMES; session++) {
            var program = sessions.get(session);
            var asked = new Asked(mark + session + "-" + trial.id(), trial.id(), trial.kind(), trial.json());
            calls.add(() -> {
                program.ask(List.of(asked));
                return asked;
            });
        }
        var answers = new HashSet<String>();
        for (var call : crew.invokeAll(calls)) {
            answers.addAll(call.get().replies());
        }
        return answers;
    }
}
