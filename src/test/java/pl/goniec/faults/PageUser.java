package pl.goniec.faults;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import pl.goniec.demo.api.DemoAccount;

/** A person who uses the pages over plain HTTP: a session, and as many requests at once as one likes. */
final class PageUser {

    private static final long PATIENCE_SECONDS = 60;

    private final CookieManager cookies = new CookieManager();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI address;

    private PageUser(String address) {
        this.address = URI.create(address);
    }

    /** Logs in a person of the demonstration on the log-in page. */
    static PageUser loggedIn(String address, String email) throws IOException, InterruptedException {
        var user = new PageUser(address);
        var answer = user.open("/login.xhtml")
                .press("login:submit", Map.of("login:email", email, "login:password", DemoAccount.PASSWORD));
        if (!answer.body().contains("<redirect")) {
            throw new IllegalStateException(email + " was not logged in: " + answer);
        }
        return user;
    }

    /** Opens a page, following where it leads. */
    OpenPage open(String path) throws IOException, InterruptedException {
        var response = answered(request(path).GET().build());
        if (response.statusCode() != 200) {
            throw new IOException(path + " answered " + response.statusCode());
        }
        return new OpenPage(this, response.uri(), response.body());
    }

    /** Opens the window in which a client with one company talks with the office. */
    OpenPage windowToTheOffice() throws IOException, InterruptedException {
        var page = open("/");
        page.command("goniecOpenWindow", Map.of("seen", "true"));
        return page;
    }

    /** Returns the text at an address. */
    String read(String path) throws IOException, InterruptedException {
        return answered(request(path).GET().build()).body();
    }

    void logOut() throws IOException, InterruptedException {
        answered(request("/logout").POST(BodyPublishers.noBody()).build());
    }

    Answer send(HttpRequest request) throws IOException, InterruptedException {
        long startedAt = System.nanoTime();
        return Answer.of(answered(request), startedAt);
    }

    CompletableFuture<Answer> begin(HttpRequest request) {
        long startedAt = System.nanoTime();
        return client.sendAsync(request, BodyHandlers.ofString())
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .thenApply(response -> Answer.of(response, startedAt));
    }

    /** Returns the session as a browser sends it along. */
    String cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path));
    }

    /** A request's own timeout outlives it in Java 17 when it was redirected, and then ends another on the same connection. */
    private HttpResponse<String> answered(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.sendAsync(request, BodyHandlers.ofString()).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(request.uri() + " was not answered", e);
        }
    }
}
