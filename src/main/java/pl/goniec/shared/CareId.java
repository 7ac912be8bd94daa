package pl.goniec.shared;

import java.io.Serializable;

/** Identifies one time in which a person of the office looks after a company. */
public record CareId(long value) implements Serializable {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
