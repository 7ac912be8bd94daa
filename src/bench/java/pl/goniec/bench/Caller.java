package pl.goniec.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who asks for pages without a browser: one session, one request after the other. */
final class Caller {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    private final URI address;

    /** A stranger. */
    Caller(String address) {
        this.address = URI.create(address);
    }

    /** Logs in on the log-in page, as its button does. */
    Caller logsIn(String email, String password) throws IOException, InterruptedException {
        var viewState = VIEW_STATE.matcher(get("login.xhtml"));
        if (!viewState.find()) {
            throw new IOException("the log-in page has no view state");
        }
        var body = Map.of(
                "jakarta.faces.partial.ajax", "true",
                "jakarta.faces.source", "login:submit",
                "jakarta.faces.partial.execute", "login",
                "login:submit", "login:submit",
                "login", "login",
                "login:email", email,
                "login:password", password,
                "jakarta.faces.ViewState", viewState.group(1));
        var answer = send(HttpRequest.newBuilder(address.resolve("login.xhtml"))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("Faces-Request", "partial/ajax")
                .POST(BodyPublishers.ofString(body.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&")))));
        if (!answer.body().contains("<redirect")) {
            throw new IOException(email + " was not logged in");
        }
        return this;
    }

    /** Returns what stands at an address below the server's. */
    String get(String path) throws IOException, InterruptedException {
        var answer = send(HttpRequest.newBuilder(address.resolve(path)).GET());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** Runs a statement inside the server and returns the first column of its rows, or the number of rows it changed. */
    List<String> sql(String statement) throws IOException, InterruptedException {
        var answer = send(HttpRequest.newBuilder(address.resolve("peer/sql")).POST(BodyPublishers.ofString(statement)));
        if (answer.statusCode() != 200) {
            throw new IOException(statement + " answered " + answer.body());
        }
        return answer.body().lines().toList();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
