package pl.goniec.notification.control;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of all people, whom one transaction tells.
 *
 * @param from the lowest id
 * @param to the highest
 * @param clients whether there are clients with news among them
 */
public record Part(long from, long to, boolean clients) {

    /** Returns parts that everybody is in, with so many of these clients in each; they are in the order of their ids. */
    static List<Part> of(List<Long> clients, int most) {
        var parts = new ArrayList<Part>();
        long from = Long.MIN_VALUE;
        for (int end = most; end < clients.size(); end += most) {
            long to = clients.get(end - 1);
            parts.add(new Part(from, to, true));
            from = to + 1;
        }
        parts.add(new Part(from, Long.MAX_VALUE, !clients.isEmpty()));
        return parts;
    }

    boolean isFirst() {
        return from == Long.MIN_VALUE;
    }
}
