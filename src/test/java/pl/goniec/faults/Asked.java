package pl.goniec.faults;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A request of a program, and what has become of it as far as the program knows. */
final class Asked {

    private final String correlation;
    private final String id;
    private final String kind;
    private final String json;
    private final Set<String> replies = ConcurrentHashMap.newKeySet();
    private volatile boolean taken;

    /** A request whose number is its correlation id too. */
    Asked(String id, String kind, String json) {
        this(id, id, kind, json);
    }

    /** The same request as others with its number, under a correlation id of its own. */
    Asked(String correlation, String id, String kind, String json) {
        this.correlation = correlation;
        this.id = id;
        this.kind = kind;
        this.json = json;
    }

    /** Returns the JSON of a message to one client. */
    static String message(String id, String nip, String email) {
        return "{\"version\":1,\"requestId\":\"%s\",\"company\":{\"nip\":\"%s\"},\"person\":\"%s\",\"text\":\"%s\"}"
                .formatted(id, nip, email, text(id));
    }

    /** Returns the JSON of a POWIADOMIENIE. */
    static String notice(String id, String companies) {
        return "{\"version\":1,\"requestId\":\"%s\",\"text\":\"%s\",\"companies\":%s}"
                .formatted(id, text(id), companies);
    }

    /** Returns the JSON of a new company. */
    static String company(String id, String nip) {
        return "{\"version\":1,\"requestId\":\"%s\",\"nip\":\"%s\",\"name\":\"Firma %s\"}".formatted(id, nip, id);
    }

    /** Returns the text that only the request of this number brings. */
    static String text(String id) {
        return "Treść " + id;
    }

    String correlation() {
        return correlation;
    }

    String id() {
        return id;
    }

    String kind() {
        return kind;
    }

    String json() {
        return json;
    }

    /** Notes that the broker has taken it. */
    void taken() {
        taken = true;
    }

    /** Tells whether the broker has taken it: it may not be lost any more. */
    boolean isTaken() {
        return taken;
    }

    void answered(String reply) {
        replies.add(reply);
    }

    boolean isAnswered() {
        return !replies.isEmpty();
    }

    /** Returns the replies that differ. */
    Set<String> replies() {
        return replies;
    }
}
