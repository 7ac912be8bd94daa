package pl.goniec.faults;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import pl.goniec.fixture.ChildServer;
import pl.goniec.fixture.server.Management;

/** What an operator's tools ask the management address, with an account that only reads. */
final class ManagementAddress {

    private static final String NAME = "odczyt";
    private static final String PASSWORD = "Operator-Goniec-2026";

    private static final Pattern FIGURE = Pattern.compile("(?m)^(goniec_[a-z_]+)(?:\\{([^}]*)\\})? (\\S+)$");
    private static final Pattern OUTCOME = Pattern.compile("outcome=\"([a-z]+)\"");

    private final Management management;

    ManagementAddress(ChildServer server) throws IOException, InterruptedException {
        server.addUser("-u", NAME, "-p", PASSWORD, "-g", "Monitor");
        management = new Management(server.managementPort(), NAME, PASSWORD);
    }

    /** Whether something is well, with each check by its name. */
    record Health(int status, Map<String, String> checks) {}

    /** Returns the answer of {@code ready} or {@code live}. */
    Health health(String kind) throws IOException {
        var answer = management.get("/health/" + kind);
        if (answer.body().isEmpty()) {
            throw new IOException("The health of the server is answered " + answer.status() + " and not told");
        }
        var checks = new TreeMap<String, String>();
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            reader.readObject().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                    .forEach(check -> checks.put(check.getString("name"), check.getString("status")));
        }
        return new Health(answer.status(), checks);
    }

    /** Returns Goniec's own figures by name, those with an outcome as {@code name outcome}. */
    Map<String, Double> figures() throws IOException {
        var figures = new TreeMap<String, Double>();
        FIGURE.matcher(metrics()).results().forEach(figure -> {
            var outcome = OUTCOME.matcher(figure.group(2) == null ? "" : figure.group(2));
            figures.put(
                    outcome.find() ? figure.group(1) + " " + outcome.group(1) : figure.group(1),
                    Double.valueOf(figure.group(3)));
        });
        return figures;
    }

    double figure(String name) throws IOException {
        return figures().get(name);
    }

    /** Returns all that is told, the server's figures too. */
    String metrics() throws IOException {
        return management.get("/metrics").body();
    }
}
