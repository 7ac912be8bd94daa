package pl.goniec.journey;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pl.goniec.fixture.world.World;

/** Somebody's session on the line: his cookies go along with whatever is sent. */
final class Session {

    private final Map<String, String> cookies = new TreeMap<>();

    /** Logs in by the page's form, or stays a stranger when there is no e-mail address. */
    static Session as(String email) throws IOException {
        var session = new Session();
        if (email != null && session.logIn(email, World.PASSWORD).status() != 302) {
            throw new IllegalStateException("No log-in for " + email);
        }
        return session;
    }

    /** Sends the log-in form; 302 leads on, 200 shows the form again. */
    RawAnswer logIn(String email, String password) throws IOException {
        return send(logInForm(open("/login.xhtml"), email, password));
    }

    static RawRequest logInForm(OpenPage page, String email, String password) {
        return page.submit(
                Map.of("login", "login", "login:email", email, "login:password", password, "login:submit", ""));
    }

    RawAnswer get(String target) throws IOException {
        return send(RawRequest.get(target));
    }

    /** Opens a page that must be there. */
    OpenPage open(String target) throws IOException {
        var answer = get(target);
        if (answer.status() != 200) {
            throw new IllegalStateException(target + " is answered " + answer.status());
        }
        return new OpenPage(target, answer.text());
    }

    RawAnswer send(RawRequest request) throws IOException {
        var sent = request.copy();
        if (!cookies.isEmpty()
                && sent.headers.stream().noneMatch(header -> header.name().equals("Cookie"))) {
            sent.header("Cookie", cookies());
        }
        var answer = RawAnswer.to(sent);
        for (var cookie : answer.headers().getOrDefault("set-cookie", List.of())) {
            var pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair.length < 2 ? "" : pair[1]);
        }
        return answer;
    }

    String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
