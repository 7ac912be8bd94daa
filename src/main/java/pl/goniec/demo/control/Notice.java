package pl.goniec.demo.control;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import pl.goniec.shared.Role;

/** A notice to all companies: what the ledger of a finished POWIADOMIENIE holds. */
final class Notice {

    private static final Duration DELIVERY = Duration.ofSeconds(2);

    private final Rows rows;
    private final long id;
    private final long author;
    private final long body;
    private final Instant acceptedAt;
    private final int chunkSize;
    private int recipients;

    private Notice(Rows rows, long author, long body, Instant acceptedAt, int chunkSize) throws SQLException {
        this.rows = rows;
        this.id = rows.id("broadcast_seq");
        this.author = author;
        this.body = body;
        this.acceptedAt = acceptedAt;
        this.chunkSize = chunkSize;
    }

    /** Accepts a notice of one line to all the clients. */
    static Notice accept(
            Rows rows, Bodies bodies, long head, Story story, Instant at, int chunkSize, List<Client> clients)
            throws SQLException {
        var line = story.lines().get(0);
        var notice = new Notice(rows, head, bodies.write(story.name(), line.text(), line.files()), at, chunkSize);
        long recipients = clients.stream()
                .flatMap(client -> client.contacts().stream())
                .filter(Contact::isRecipient)
                .count();
        rows.add(
                Table.BROADCAST,
                notice.id,
                rows.id("draft_seq"),
                head,
                Role.OFFICE_HEAD,
                notice.body,
                false,
                at,
                clients.size(),
                recipients);
        return notice;
    }

    void reachesNobodyIn(long company) throws SQLException {
        rows.add(Table.BROADCAST_UNREACHED, id, company);
    }

    /** Delivers to the next recipient; conversations come in the order of their ids, as the fan-out takes them. */
    Instant deliver(Playback playback) {
        var at = acceptedAt.plus(DELIVERY);
        playback.notified(at, this, recipients / chunkSize);
        recipients++;
        return at;
    }

    /** Says that every part has been delivered. */
    void finish() throws SQLException {
        for (int chunk = 0; chunk * chunkSize < recipients; chunk++) {
            rows.add(Table.BROADCAST_CHUNK, id, chunk, "DONE", 1, acceptedAt, acceptedAt.plus(DELIVERY));
        }
    }

    long id() {
        return id;
    }

    long author() {
        return author;
    }

    long body() {
        return body;
    }
}
