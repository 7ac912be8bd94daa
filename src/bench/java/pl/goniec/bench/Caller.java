package pl.goniec.bench;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who uses the pages without a browser, in a session of his own; all share one client, so that there may be thousands. */
final class Caller {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]+)\"");

    private static final Pattern CHANNEL = Pattern.compile("OmniFaces\\.Push\\.init\\([^)]*?(changed\\?[0-9a-f-]{36})");

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI address;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

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
        return page(path, send(HttpRequest.newBuilder(address.resolve(path)).GET()));
    }

    /** Asks for what stands at an address and does not wait for it. */
    CompletableFuture<String> ask(String path) {
        var request = HttpRequest.newBuilder(address.resolve(path)).GET();
        return HTTP.sendAsync(prepared(request), BodyHandlers.ofString()).thenApply(answer -> {
            try {
                return page(path, answer);
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        });
    }

    /** Opens the socket of a page as its script would. */
    CompletableFuture<WebSocket> listen(String page, WebSocket.Listener listener) throws IOException {
        var channel = CHANNEL.matcher(page);
        if (!channel.find()) {
            throw new IOException("the page has no socket");
        }
        return HTTP.newWebSocketBuilder()
                .header("Cookie", cookie())
                .header("Origin", "http://" + address.getAuthority())
                .buildAsync(
                        URI.create("ws://" + address.getAuthority() + "/omnifaces.push/" + channel.group(1)), listener);
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
        var answer = HTTP.send(prepared(request), BodyHandlers.ofString());
        answer.headers().allValues("set-cookie").stream()
                .map(HttpCookie::parse)
                .flatMap(List::stream)
                .forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
        return answer;
    }

    private HttpRequest prepared(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookie());
        }
        return request.timeout(PATIENCE).build();
    }

    private String cookie() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String page(String path, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
