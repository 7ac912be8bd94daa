package pl.goniec.backoffice.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.Serializable;
import java.io.StringReader;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import pl.goniec.company.api.Upserted;
import pl.goniec.platform.faces.Messages;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.BusinessException;

/**
 * A reply as the contract has it.
 *
 * @param json the whole reply
 * @param broadcast the POWIADOMIENIE that was accepted, or null
 */
public record Reply(String json, BroadcastId broadcast) implements Serializable {

    private static final String REJECTED = "rejected";
    private static final Locale POLISH = Locale.forLanguageTag("pl");

    /** Where a rule of another component looks. */
    private static final Map<String, String> FIELDS = Map.of(
            "message.blank", "/text",
            "message.tooLong", "/text",
            "broadcast.titleTooLong", "/title",
            "company.fault.NAME_BLANK", "/name",
            "company.fault.NIP_WRONG", "/nip",
            "company.numberTaken", "/number",
            "people.caretaker", "/person");

    /** Accepted: it will be done, whatever dies. */
    static Reply accepted(String requestId, BroadcastId broadcast, Map<String, Long> counts) {
        var reply = begin(requestId, "accepted").add("broadcast", broadcast.value());
        return new Reply(reply.add("counts", json(counts)).build().toString(), broadcast);
    }

    /** Done, with what there is to count. */
    static Reply done(String requestId, Map<String, Long> counts) {
        var reply = begin(requestId, "done").add("counts", json(counts));
        return new Reply(reply.build().toString(), null);
    }

    /** Done, with how many were added and how many changed. */
    static Reply upserted(String requestId, Upserted upserted) {
        return done(
                requestId,
                Map.of(
                        "added",
                        upserted == Upserted.ADDED ? 1L : 0L,
                        "changed",
                        upserted == Upserted.CHANGED ? 1L : 0L));
    }

    /** Refused by a rule, for a reason that is said in both languages. */
    public static Reply rejected(String requestId, BusinessException refusal) {
        var reply = begin(requestId, REJECTED).add("code", refusal.key());
        field(refusal).ifPresent(field -> reply.add("field", field));
        reply.add(
                "text",
                Json.createObjectBuilder().add("pl", text(refusal, POLISH)).add("en", text(refusal, Locale.ENGLISH)));
        return new Reply(reply.build().toString(), null);
    }

    /** A reply that was given before. */
    public static Reply noted(String json, BroadcastId broadcast) {
        return new Reply(json, broadcast);
    }

    /** Returns {@code accepted}, {@code done} or {@code rejected}. */
    public String outcome() {
        return object().getString("outcome");
    }

    public boolean isRejected() {
        return outcome().equals(REJECTED);
    }

    /** Returns why the request was rejected, as programs are told it. */
    String code() {
        return object().getString("code");
    }

    /** Returns why the request was rejected, in a language of the contract: {@code pl} or {@code en}. */
    String text(String language) {
        return object().getJsonObject("text").getString(language);
    }

    private JsonObject object() {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    private static JsonObjectBuilder begin(String requestId, String outcome) {
        var reply = Json.createObjectBuilder().add("version", 1);
        if (requestId != null) {
            reply.add("requestId", requestId);
        }
        return reply.add("outcome", outcome);
    }

    private static JsonObjectBuilder json(Map<String, Long> counts) {
        var object = Json.createObjectBuilder();
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(count -> object.add(count.getKey(), count.getValue()));
        return object;
    }

    private static Optional<String> field(BusinessException refusal) {
        return refusal instanceof RequestRefused refused
                ? Optional.of(refused.field())
                : Optional.ofNullable(FIELDS.get(refusal.key()));
    }

    private static String text(BusinessException refusal, Locale locale) {
        return Messages.text(locale, refusal.key(), refusal.arguments().toArray());
    }
}
