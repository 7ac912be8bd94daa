package pl.goniec.shared;

import java.io.Serializable;

/** Identifies a client company. */
public record CompanyId(long value) implements Serializable {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
