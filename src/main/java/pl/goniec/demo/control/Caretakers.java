package pl.goniec.demo.control;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Who looks after a company and when. A former caretaker handed over to the present ones on one day. */
final class Caretakers {

    private static final Duration LONG_AGO = Duration.ofDays(400);
    private static final int HANDOVER_WORKDAYS_AGO = 30;

    private record Duty(long person, Instant from, Instant to) {

        boolean holdsAt(Instant time) {
            return !time.isBefore(from) && (to == null || time.isBefore(to));
        }
    }

    private final List<Duty> duties = new ArrayList<>();
    private final Instant handover;

    Caretakers(Client client, Staff staff, OfficeCalendar calendar) {
        handover = calendar.at(HANDOVER_WORKDAYS_AGO, LocalTime.of(16, 0));
        var longAgo = calendar.now().minus(LONG_AGO);
        var hasFormer = client.caretakers().stream().anyMatch(Caretakers::isFormer);
        for (var mailbox : client.caretakers()) {
            duties.add(
                    isFormer(mailbox)
                            ? new Duty(staff.caretakers().get(mailbox.substring(1)), longAgo, handover)
                            : new Duty(staff.caretakers().get(mailbox), hasFormer ? handover : longAgo, null));
        }
    }

    private static boolean isFormer(String mailbox) {
        return mailbox.startsWith("-");
    }

    void write(Rows rows, long company) throws SQLException {
        for (var duty : duties) {
            rows.add(
                    Table.CARETAKING, rows.id("caretaking_seq"), company, duty.person(), false, duty.from(), duty.to());
        }
    }

    List<Long> at(Instant time) {
        return duties.stream()
                .filter(duty -> duty.holdsAt(time))
                .map(Duty::person)
                .toList();
    }

    /** Tells the conversation of the change of caretakers, if there was one. */
    void handOver(Playback playback) {
        duties.stream()
                .filter(duty -> duty.from().equals(handover))
                .forEach(duty -> playback.takenOver(handover, duty.person()));
    }
}
