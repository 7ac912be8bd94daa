package pl.goniec.shared;

import java.io.Serializable;

/** Identifies one file of a draft, a message or a broadcast. */
public record AttachmentId(long value) implements Serializable {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
