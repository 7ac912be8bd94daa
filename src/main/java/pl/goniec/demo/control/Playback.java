package pl.goniec.demo.control;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pl.goniec.shared.Role;
import pl.goniec.shared.Side;

/**
 * Plays what happened in one conversation in the order of time, and counts as the application would have counted: numbers per
 * side, markers, readings. So the counters cannot disagree with the messages.
 */
final class Playback {

    private record Happening(Instant at, Step step) {}

    /** What a happening does when its time comes. */
    private interface Step {
        void play(Instant at) throws SQLException;
    }

    private final Rows rows;
    private final long company;
    private final long person;
    private final long conversation;
    private final List<Happening> happenings = new ArrayList<>();

    private final Map<Side, Long> counts = new EnumMap<>(Map.of(Side.OFFICE, 0L, Side.CLIENT, 0L));
    private final Map<Long, Long> markers = new HashMap<>();
    private Instant lastSentAt;
    private Instant lastTalkAt;
    private Side lastTalkSide;

    Playback(Rows rows, long company, long person) throws SQLException {
        this.rows = rows;
        this.company = company;
        this.person = person;
        this.conversation = rows.id("conversation_seq");
    }

    /** Somebody says something in the conversation. */
    void said(Instant at, long author, Role role, long body) {
        happen(at, time -> {
            post(time, author, role, body, null);
            lastTalkAt = time;
            lastTalkSide = role.side();
        });
    }

    /** A notice arrives. */
    void notified(Instant at, Notice notice, int chunk) {
        happen(at, time -> {
            post(time, notice.author(), Role.OFFICE_HEAD, notice.body(), notice.id());
            var number = counts.get(Side.OFFICE);
            rows.add(Table.RECEIPT, notice.id(), conversation, chunk, company, person, "DONE", number, time);
        });
    }

    /** Somebody reads all that the other side has said so far. */
    void read(Instant at, long reader) {
        happen(at, time -> {
            if (move(reader, counts.get(sideOf(reader).other()))) {
                rows.add(Table.READING, conversation, reader, sideOf(reader), markers.get(reader), time);
            }
        });
    }

    /** Somebody of the office takes the company over: what a colleague has read is not new to him. */
    void takenOver(Instant at, long caretaker) {
        happen(
                at,
                time -> move(
                        caretaker,
                        markers.entrySet().stream()
                                .filter(marker -> sideOf(marker.getKey()) == Side.OFFICE)
                                .mapToLong(Map.Entry::getValue)
                                .max()
                                .orElse(0)));
    }

    /** Writes all of it. */
    void play() throws SQLException {
        happenings.sort(Comparator.comparing(Happening::at));
        for (var happening : happenings) {
            happening.step().play(happening.at());
        }
        rows.add(
                Table.CONVERSATION,
                conversation,
                company,
                person,
                counts.get(Side.OFFICE),
                counts.get(Side.CLIENT),
                lastSentAt,
                lastTalkAt,
                lastTalkSide);
        for (var marker : markers.entrySet()) {
            rows.add(Table.READ_MARKER, conversation, marker.getKey(), sideOf(marker.getKey()), marker.getValue());
        }
    }

    private void happen(Instant at, Step step) {
        happenings.add(new Happening(at, step));
    }

    private void post(Instant at, long author, Role role, long body, Long notice) throws SQLException {
        var side = role.side();
        var number = counts.merge(side, 1L, Long::sum);
        var position = counts.get(Side.OFFICE) + counts.get(Side.CLIENT);
        rows.add(Table.MESSAGE, conversation, position, side, number, author, role, body, notice, null, at);
        lastSentAt = at;
    }

    private boolean move(long reader, long number) {
        if (number <= markers.getOrDefault(reader, 0L)) {
            return false;
        }
        markers.put(reader, number);
        return true;
    }

    private Side sideOf(long reader) {
        return reader == person ? Side.CLIENT : Side.OFFICE;
    }
}
