package pl.goniec.shared;

import java.io.Serializable;

/** Identifies the running conversation of one client person with the office. */
public record ConversationId(long value) implements Serializable {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
