package pl.goniec.audit.web;

import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import pl.goniec.audit.api.AuditAction;
import pl.goniec.audit.api.AuditFilter;
import pl.goniec.audit.api.AuditPlace;
import pl.goniec.platform.faces.Times;

/**
 * What an address asks of the audit trail. Days are the office's, both included; what is no day or no action is taken as not
 * said.
 */
record AuditAddress(String from, String to, String who, String action, String refused, String before)
        implements Serializable {

    private static final Pattern PLACE = Pattern.compile("([0-9]{1,17})-([0-9]{1,18})");

    AuditFilter filter() {
        return new AuditFilter(
                day(from).map(AuditAddress::begin).orElse(null),
                day(to).map(day -> begin(day.plusDays(1))).orElse(null),
                text(who),
                Arrays.stream(AuditAction.values())
                        .filter(one -> one.name().equals(action))
                        .findFirst()
                        .orElse(null),
                "true".equals(refused));
    }

    AuditPlace place() {
        var place = PLACE.matcher(text(before));
        return place.matches()
                ? new AuditPlace(
                        Instant.EPOCH.plus(Long.parseLong(place.group(1)), ChronoUnit.MICROS),
                        Long.parseLong(place.group(2)))
                : AuditPlace.NEWEST;
    }

    /** Returns the filter as the query of an address, beginning with {@code ?}. */
    String query() {
        return "?from=" + encoded(from) + "&to=" + encoded(to) + "&who=" + encoded(who) + "&action=" + encoded(action)
                + "&refused=" + encoded(refused);
    }

    /** Returns the query for what is older than a place. */
    String queryBefore(AuditPlace place) {
        return query() + "&before=" + ChronoUnit.MICROS.between(Instant.EPOCH, place.at()) + "-" + place.id();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text(text).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(Times.WARSAW).toInstant();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text(text), StandardCharsets.UTF_8);
    }

    private static String text(String text) {
        return text == null ? "" : text.strip();
    }
}
