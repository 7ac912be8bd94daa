package pl.goniec.broadcast.api;

import java.io.Serializable;
import java.util.Objects;

/**
 * What a program of the office sends as a POWIADOMIENIE.
 *
 * @param title at most 100 characters; blank for none
 * @param withEmployees whether the employees receive it too
 */
public record Notice(String title, String text, boolean withEmployees) implements Serializable {

    public Notice {
        title = Objects.requireNonNullElse(title, "");
        text = Objects.requireNonNullElse(text, "");
    }
}
