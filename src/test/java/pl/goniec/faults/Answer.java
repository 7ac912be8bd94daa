package pl.goniec.faults;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Pattern;

/** What a page answered to a command, and after how long. */
record Answer(int status, String body, String incident, Duration took) {

    static Answer of(HttpResponse<String> response, long startedAt) {
        return new Answer(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("X-Incident").orElse(""),
                Duration.ofNanos(System.nanoTime() - startedAt));
    }

    private static final Pattern INCIDENT = Pattern.compile("[0-9a-f-]{36}");
    private static final Pattern INSIDE = Pattern.compile("Exception|org\\.postgresql|org\\.h2|\tat ");
    private static final Pattern SENT = Pattern.compile("(?:\"|&#34;)sent(?:\"|&#34;):true");

    /** Tells whether the page acknowledged that what was written is sent. */
    boolean sent() {
        return status == 200 && SENT.matcher(body).find();
    }

    /** Tells whether the page shows the file, as one that was taken. */
    boolean shows(Upload file) {
        return status == 200 && body.contains(file.name());
    }

    /** Tells whether it is refused by a fault that carries its number and shows nothing of the inside. */
    boolean refusedWithItsNumber() {
        return status == 500
                && INCIDENT.matcher(incident).matches()
                && !INSIDE.matcher(body).find();
    }
}
