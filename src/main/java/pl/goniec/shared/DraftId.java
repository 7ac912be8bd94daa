package pl.goniec.shared;

import java.io.Serializable;

/** Identifies what a person is writing; also the key under which sending twice is one. */
public record DraftId(long value) implements Serializable {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
