package pl.goniec.conversation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import pl.goniec.conversation.api.MessageRow;
import pl.goniec.conversation.api.ThreadDetails;
import pl.goniec.conversation.api.ThreadPage;
import pl.goniec.conversation.boundary.ConversationService;
import pl.goniec.identity.api.Initials;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.Side;

/**
 * The open conversation: a window of consecutive messages that grows at both ends, and is cut at the old one when something is
 * sent. Nothing counts as read before {@link #markRead()}, which the page calls only when a person sees what is displayed.
 */
@Named("thread")
@ViewScoped
public class ThreadBacking implements Serializable {
    private static final long serialVersionUID = 1L;

    /** So many messages that were shown stay in the window when one's own is sent; those before are older ones again. */
    public static final int KEPT = 2 * ConversationService.PAGE;

    @Inject
    private ConversationService conversations;

    private ThreadDetails details;
    private List<MessageRow> messages = List.of();
    private boolean older;
    private boolean newer;
    private long unread;
    private long unreadFrom;
    private long readUpTo;
    private boolean changed;

    /** Opens a conversation where its unread messages begin. */
    public void open(ConversationId id) {
        details = conversations.open(id);
        messages = details.page().messages();
        older = details.page().older();
        newer = details.page().newer();
        unread = details.unread();
        unreadFrom = details.firstUnread();
        readUpTo = 0;
        changed = false;
    }

    public void close() {
        details = null;
        messages = List.of();
    }

    public void showOlder() {
        if (!isOpen()) {
            return;
        }
        ThreadPage page = conversations.older(details.id(), first());
        messages = joined(page.messages(), messages);
        older = page.older();
        changed = true;
    }

    public void showNewer() {
        if (!isOpen()) {
            return;
        }
        ThreadPage page = conversations.newer(details.id(), last());
        messages = joined(messages, page.messages());
        newer = page.newer();
        changed = true;
    }

    /** Something changed; {@code seen} tells whether anybody looks at the conversation, if one is open. */
    public void refresh(boolean seen) {
        if (!isOpen()) {
            return;
        }
        if (seen) {
            readAgain();
            markRead();
        } else {
            refreshUnseen();
        }
    }

    /**
     * Shows everything up to the newest message, after one's own was sent. A window in which somebody writes all day does not grow with
     * what he writes: of what it has shown already, the oldest goes.
     */
    public void showNewest() {
        int shown = messages.size();
        do {
            showNewer();
        } while (newer);
        int surplus = Math.min(messages.size() - KEPT, shown);
        if (surplus > 0) {
            messages = List.copyOf(messages.subList(surplus, messages.size()));
            older = true;
        }
        readAgain();
    }

    /** Whoever is logged in has seen the displayed messages. */
    public void markRead() {
        if (details != null && last() > readUpTo) {
            conversations.markRead(details.id(), last());
            readUpTo = last();
        }
    }

    public boolean isOpen() {
        return details != null;
    }

    public ThreadDetails getDetails() {
        return details;
    }

    public String getInitials() {
        return Initials.of(details.name());
    }

    public Side getSide() {
        return details.side();
    }

    public boolean isOlder() {
        return older;
    }

    public boolean isNewer() {
        return newer;
    }

    public long getUnread() {
        return unread;
    }

    /** Tells whether the messages changed since the conversation was opened, so that the page must take them over. */
    public boolean isChanged() {
        return changed;
    }

    public List<ThreadEntry> getEntries() {
        return ThreadEntry.of(messages, unreadFrom);
    }

    public boolean isBlank() {
        return messages.isEmpty();
    }

    /** Reads the displayed messages anew, because their receipts change, and adds what came after them. */
    private void readAgain() {
        if (!messages.isEmpty()) {
            messages = conversations.between(details.id(), first(), last()).messages();
        }
        if (!newer) {
            showNewer();
        }
        changed = true;
    }

    /** The same while nobody looks: what came meanwhile gets the line of the unread messages. */
    private void refreshUnseen() {
        long before = last();
        readAgain();
        var arrived = messages.stream()
                .filter(message -> !message.own() && message.id().position() > before)
                .toList();
        boolean lineWaits = unreadFrom > readUpTo;
        if (lineWaits) {
            unread += arrived.size();
        } else if (!arrived.isEmpty()) {
            unread = arrived.size();
            unreadFrom = arrived.get(0).id().position();
        }
    }

    private long first() {
        return messages.isEmpty() ? 0 : messages.get(0).id().position();
    }

    private long last() {
        return messages.isEmpty() ? 0 : messages.get(messages.size() - 1).id().position();
    }

    private static List<MessageRow> joined(List<MessageRow> first, List<MessageRow> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
