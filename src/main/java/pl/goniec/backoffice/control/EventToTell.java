package pl.goniec.backoffice.control;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import pl.goniec.backoffice.entity.CompanyEvent;

/**
 * A numbered event as the contract tells it. It says who and where, and no text of anybody's.
 *
 * @param nip of its company, or null for the office's own stream
 * @param companyNumber the office's own number of the company, or null
 * @param person log-in name of the person or program that it is about, or null
 */
public record EventToTell(CompanyEvent event, String nip, String companyNumber, String person) {

    /** Returns what it is called, as in {@code MessageSent}. */
    public String type() {
        return event.kind().type();
    }

    /** Returns the stream in which it has its number. */
    public String stream() {
        return event.company().equals(CompanyEvent.OFFICE)
                ? "office"
                : event.company().toString();
    }

    public long number() {
        return event.number();
    }

    /** Returns what it is known by when it comes again. */
    public String id() {
        return stream() + "-" + number();
    }

    public Instant time() {
        return event.happenedAt();
    }

    /** Returns the whole event as JSON. */
    public String json() {
        var json = Json.createObjectBuilder()
                .add("version", 1)
                .add("stream", stream())
                .add("number", number())
                .add("type", type())
                .add("time", time().toString());
        if (nip != null) {
            json.add("company", company());
        }
        add(json, "person", person);
        add(json, "conversation", event.conversation());
        add(json, "position", event.position());
        add(json, "broadcast", event.broadcast());
        add(json, "cancelled", event.cancelled());
        return json.build().toString();
    }

    private JsonObjectBuilder company() {
        var company = Json.createObjectBuilder().add("nip", nip);
        add(company, "number", companyNumber);
        return company;
    }

    private static void add(JsonObjectBuilder json, String field, String value) {
        if (value != null) {
            json.add(field, value);
        }
    }

    private static void add(JsonObjectBuilder json, String field, Long value) {
        if (value != null) {
            json.add(field, value);
        }
    }
}
