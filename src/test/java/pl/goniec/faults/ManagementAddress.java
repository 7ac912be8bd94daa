package pl.goniec.faults;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What an operator's tools ask the management address, without a log-in. */
final class ManagementAddress {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern FIGURE = Pattern.compile("(?m)^(goniec_[a-z_]+)(?:\\{([^}]*)\\})? (\\S+)$");
    private static final Pattern OUTCOME = Pattern.compile("outcome=\"([a-z]+)\"");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI address;

    ManagementAddress(int port) {
        address = URI.create("http://127.0.0.1:" + port + "/");
    }

    /** Whether something is well, with each check by its name. */
    record Health(int status, Map<String, String> checks) {}

    /** Returns the answer of {@code ready} or {@code live}. */
    Health health(String kind) throws IOException, InterruptedException {
        var answer = get("health/" + kind);
        var checks = new TreeMap<String, String>();
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            reader.readObject().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                    .forEach(check -> checks.put(check.getString("name"), check.getString("status")));
        }
        return new Health(answer.statusCode(), checks);
    }

    /** Returns Goniec's own figures by name, those with an outcome as {@code name outcome}. */
    Map<String, Double> figures() throws IOException, InterruptedException {
        var figures = new TreeMap<String, Double>();
        FIGURE.matcher(metrics()).results().forEach(figure -> {
            var outcome = OUTCOME.matcher(figure.group(2) == null ? "" : figure.group(2));
            figures.put(
                    outcome.find() ? figure.group(1) + " " + outcome.group(1) : figure.group(1),
                    Double.valueOf(figure.group(3)));
        });
        return figures;
    }

    double figure(String name) throws IOException, InterruptedException {
        return figures().get(name);
    }

    /** Returns all that is told, the server's figures too. */
    String metrics() throws IOException, InterruptedException {
        return get("metrics").body();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }
}
