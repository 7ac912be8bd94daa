package pl.goniec.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import pl.goniec.faults.Writer.Click;

/** Some clients who write all the time, each once a second. */
final class Writers {

    private final List<Writer> writers = new ArrayList<>();
    private final String mark;

    /** Logs in these clients, each with a conversation of his own; everything they write begins with the mark. */
    Writers(Installation goniec, List<String> clients, String mark) throws IOException, InterruptedException {
        this.mark = mark;
        for (var email : clients) {
            var window = goniec.logIn(email).windowToTheOffice();
            writers.add(new Writer(mark + " " + email, window, Duration.ofSeconds(1)));
        }
    }

    void start() {
        writers.forEach(Thread::start);
    }

    void finish() throws InterruptedException {
        for (var writer : writers) {
            writer.finish();
        }
    }

    Stream<Click> clicks() {
        return writers.stream().flatMap(writer -> writer.clicks().stream());
    }

    /** Tells whether every one of them was acknowledged something after this moment. */
    boolean allAcknowledgedSince(Instant moment) {
        return writers.stream()
                .allMatch(writer -> writer.clicks().stream()
                        .anyMatch(click -> click.sent() && click.at().isAfter(moment)));
    }

    /** Returns how long the slowest click took. */
    Duration slowest() {
        return slowest(clicks());
    }

    /** Returns how long the slowest click took that was refused. */
    Duration slowestRefusal() {
        return slowest(clicks().filter(click -> !click.sent()));
    }

    private static Duration slowest(Stream<Click> clicks) {
        return clicks.map(Click::took).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** Returns how many texts were acknowledged and are not there. */
    long lost(Installation goniec) throws SQLException {
        var there = written(goniec);
        return clicks().filter(click -> click.sent() && !there.contains(click.text()))
                .count();
    }

    /** Returns how many texts were acknowledged before this moment and are not there. */
    long lostBefore(Instant moment, Installation goniec) throws SQLException {
        var there = written(goniec);
        return acknowledgedBefore(moment)
                .filter(click -> !there.contains(click.text()))
                .count();
    }

    /** Returns the clicks that had been acknowledged at this moment. */
    Stream<Click> acknowledgedBefore(Instant moment) {
        return clicks().filter(
                        click -> click.sent() && click.at().plus(click.took()).isBefore(moment));
    }

    /** Returns how many messages too many there are. */
    long doubled(Installation goniec) throws SQLException {
        var there = written(goniec);
        return there.size() - there.stream().distinct().count();
    }

    private List<String> written(Installation goniec) throws SQLException {
        return goniec.texts(
                "SELECT t.content FROM message m JOIN body t ON t.id = m.body_id WHERE t.content LIKE ?", mark + " %");
    }
}
