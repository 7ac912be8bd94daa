package pl.goniec.conversation.web;

import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import pl.goniec.conversation.api.MessageRow;
import pl.goniec.shared.Side;

/**
 * A message and what stands above it in the thread.
 *
 * @param day when the message begins a new day, otherwise null
 * @param firstUnread whether the line of the unread messages stands above it
 * @param next whether it goes on from the same author, so that his name is not repeated
 */
public record ThreadEntry(MessageRow message, LocalDate day, boolean firstUnread, boolean next)
        implements Serializable {
    static final ZoneId OFFICE_TIME = ZoneId.of("Europe/Warsaw");
    private static final Duration ONE_RUN = Duration.ofMinutes(15);

    /** Returns the entries of consecutive messages, oldest first; {@code unreadFrom} is a position, 0 for none. */
    static List<ThreadEntry> of(List<MessageRow> messages, long unreadFrom) {
        var entries = new ArrayList<ThreadEntry>(messages.size());
        MessageRow previous = null;
        for (var message : messages) {
            boolean newDay = previous == null || !day(previous).equals(day(message));
            boolean firstUnread = message.id().position() == unreadFrom;
            boolean next = !newDay && !firstUnread && continues(previous, message);
            entries.add(new ThreadEntry(message, newDay ? day(message) : null, firstUnread, next));
            previous = message;
        }
        return List.copyOf(entries);
    }

    public long position() {
        return message.id().position();
    }

    /** Tells whether the author's role is worth saying: a client knows what he and his colleagues are. */
    public boolean roleShown(Side reader) {
        return reader == Side.OFFICE || message.side() == Side.OFFICE;
    }

    private static boolean continues(MessageRow previous, MessageRow message) {
        return previous.author().equals(message.author())
                && previous.side() == message.side()
                && !previous.notice()
                && !message.notice()
                && Duration.between(previous.sentAt(), message.sentAt()).compareTo(ONE_RUN) < 0;
    }

    private static LocalDate day(MessageRow message) {
        return message.sentAt().atZone(OFFICE_TIME).toLocalDate();
    }
}
