package pl.goniec.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.ChildServer;

/** W8: from the start of the server to its first page, with the application and with one page that is only a file. */
class StartBenchmark {

    private static final int WARM_UP = 1;
    private static final int ROUNDS = 5;
    private static final double GOAL = 1.5;

    @Test
    @DisplayName("W8 the server starts with the application nearly as fast as without it")
    void theServerStartsNearlyAsFastAsWithoutTheApplication() throws Exception {
        var findings = new Findings("W8", "from the start of the process to the first page, ms");
        var goniec = new ChildServer("bench-server", Map.of("GONIEC_DEMO", "true"));
        var bare = new ChildServer("bench-bare", Map.of());
        var deployments = Path.of("target", "bench-bare", "deployments");
        Files.delete(deployments.resolve("goniec.war"));
        PeerWar.page(deployments);
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double with = start(goniec);
            double without = start(bare);
            if (round >= 0) {
                findings.sample("with the application", with);
                findings.sample("without", without);
            }
        }
        findings.atMost("with / without", findings.median("with the application") / findings.median("without"), GOAL);
        findings.publish();
    }

    private static double start(ChildServer server) throws Exception {
        try {
            return Pages.millis(() -> {
                server.start();
                return null;
            });
        } finally {
            server.stop();
        }
    }
}
