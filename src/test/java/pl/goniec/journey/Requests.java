package pl.goniec.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pl.goniec.fixture.world.World;

/** One person's session with the server that the test runs in, over HTTP and without a browser's help. */
final class Requests {

    private static final String SERVER = "http://127.0.0.1:" + System.getenv("GONIEC_HTTP_PORT");
    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]+)\"");

    private static final Pattern NONCE = Pattern.compile("csp\\.init\\([\"']([^\"']+)");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    /** Logs in by the page's form, or stays a stranger when there is no e-mail address. */
    static Requests as(String email) throws IOException, InterruptedException {
        var session = new Requests();
        if (email != null) {
            int status = session.logIn(email, World.PASSWORD);
            if (status != 302) {
                throw new IllegalStateException("No log-in for " + email + ": " + status);
            }
        }
        return session;
    }

    /** Tries to log in by the page's form and is not let in: a stranger still. */
    static Requests refused(String name, String password) throws IOException, InterruptedException {
        var session = new Requests();
        if (session.logIn(name, password) == 302) {
            throw new IllegalStateException("A log-in for " + name);
        }
        return session;
    }

    private int logIn(String name, String password) throws IOException, InterruptedException {
        var page = get("/login.xhtml");
        return post(
                        "/login.xhtml",
                        Map.of(
                                "login",
                                "login",
                                "login:email",
                                name,
                                "login:password",
                                password,
                                "login:submit",
                                "",
                                "jakarta.faces.ViewState",
                                first(VIEW_STATE, page.body())))
                .statusCode();
    }

    /** Asks for an address; a redirect is an answer like any other. */
    HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(SERVER + address)).build(), BodyHandlers.ofString());
    }

    /** Calls a command of an open page with parameters of one's own choice. */
    HttpResponse<String> command(String address, String page, String command, Map<String, String> parameters)
            throws IOException, InterruptedException {
        var source = first(Pattern.compile(command + "\\s*=\\s*function.{0,60}?\\bs:\"([^\"]+)\""), page);
        var form = source.substring(0, source.lastIndexOf(':'));
        var all = new LinkedHashMap<>(Map.of(
                "jakarta.faces.partial.ajax",
                "true",
                "jakarta.faces.source",
                source,
                "jakarta.faces.partial.execute",
                source,
                source,
                source,
                form,
                form,
                "primefaces.nonce",
                first(NONCE, page),
                "jakarta.faces.ViewState",
                first(VIEW_STATE, page)));
        all.putAll(parameters);
        return post(address, all);
    }

    private HttpResponse<String> post(String address, Map<String, String> form)
            throws IOException, InterruptedException {
        var body = form.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(SERVER + address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        if (form.containsKey("jakarta.faces.partial.ajax")) {
            request.header("Faces-Request", "partial/ajax");
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Returns all that somebody could tell an answer from another by, without what is new in every answer. */
    static String essence(HttpResponse<String> answer) {
        var headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        headers.remove("set-cookie");
        return (answer.statusCode() + "\n" + headers + "\n" + answer.body())
                .replaceAll("nonce-[^' ]+", "nonce")
                .replaceAll("nonce=\"[^\"]*\"", "nonce")
                .replaceAll("csp\\.init\\([^)]*\\)", "csp")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "uuid")
                .replaceAll("-?[0-9]{6,}", "#");
    }

    private static String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("Nothing like " + pattern + " in " + text);
        }
        return found.group(1);
    }
}
