package pl.goniec.demo.control;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import pl.goniec.demo.control.Line.Reach;
import pl.goniec.demo.control.Line.Speaker;
import pl.goniec.shared.Role;

/** Tells the story of each contact and delivers the notices, with everybody reading at a plausible time. */
final class Correspondence {

    private static final Duration BEFORE_ANSWERING = Duration.ofMinutes(2);
    /** Of a hundred recipients, how many read a notice: the longer ago, the more. */
    private static final int[] NOTICE_READERS = {72, 45};

    private final Rows rows;
    private final Bodies bodies;
    private final OfficeCalendar calendar;
    private final long head;
    private final List<Notice> notices;
    /** Seeded: the same load every time. */
    private final Random random = new Random(2026);

    Correspondence(Rows rows, Bodies bodies, OfficeCalendar calendar, long head, List<Notice> notices) {
        this.rows = rows;
        this.bodies = bodies;
        this.calendar = calendar;
        this.head = head;
        this.notices = notices;
    }

    /** Writes the conversation of a contact: it exists from the day the person was added, and may be empty. */
    void write(Contact contact, long company, long person, Caretakers caretakers) throws SQLException {
        var playback = new Playback(rows, company, person);
        caretakers.handOver(playback);
        for (int i = 0; i < contact.story().lines().size(); i++) {
            tell(contact.story().lines().get(i), i, contact.role(), person, caretakers, playback);
        }
        if (contact.isRecipient()) {
            notifyOf(contact.story(), person, playback);
        }
        playback.play();
    }

    private void tell(Line line, int index, Role clientRole, long person, Caretakers caretakers, Playback playback)
            throws SQLException {
        var at = calendar.at(line.workdaysAgo(), line.time());
        var body = bodies.write(null, line.text(), line.files());
        var onDuty = caretakers.at(at);
        switch (line.speaker()) {
            case CLIENT -> say(playback, at, person, clientRole, body);
            case HEAD -> say(playback, at, head, Role.OFFICE_HEAD, body);
            case CARETAKER -> say(playback, at, onDuty.get(index % onDuty.size()), Role.CARETAKER, body);
        }
        if (line.reach() != Reach.NOBODY) {
            readers(line, onDuty, person).forEach(reader -> read(playback, at, reader));
        }
    }

    /** Who answers has read what there was. */
    private static void say(Playback playback, Instant at, long author, Role role, long body) {
        playback.read(at.minus(BEFORE_ANSWERING), author);
        playback.said(at, author, role, body);
    }

    private List<Long> readers(Line line, List<Long> onDuty, long person) {
        if (line.speaker() != Speaker.CLIENT) {
            return List.of(person);
        }
        return line.reach() == Reach.CARETAKERS
                ? onDuty
                : Stream.concat(onDuty.stream(), Stream.of(head)).toList();
    }

    private void notifyOf(Story story, long person, Playback playback) {
        for (int i = 0; i < notices.size(); i++) {
            var at = notices.get(i).deliver(playback);
            if (!story.endsUnreadByClient() && random.nextInt(100) < NOTICE_READERS[i]) {
                read(playback, at, person);
            }
        }
    }

    /** Reads between ten minutes and two hours later, if that is not still to come. */
    private void read(Playback playback, Instant sent, long reader) {
        var at = sent.plus(Duration.ofSeconds(600 + random.nextInt(6_600)));
        if (at.isBefore(calendar.now())) {
            playback.read(at, reader);
        }
    }
}
