package pl.goniec.shared;

import java.io.Serializable;
import java.util.List;

/** A part of a longer list, with the length of the whole. */
public record Page<T>(List<T> rows, long total) implements Serializable {

    public Page {
        rows = List.copyOf(rows);
    }
}
