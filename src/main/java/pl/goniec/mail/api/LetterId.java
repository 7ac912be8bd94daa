package pl.goniec.mail.api;

import java.io.Serializable;

/** Identifies a letter of the outbox. */
public record LetterId(long value) implements Serializable {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
