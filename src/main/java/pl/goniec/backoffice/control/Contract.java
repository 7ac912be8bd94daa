package pl.goniec.backoffice.control;

import static java.util.Comparator.comparing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pl.goniec.backoffice.api.ReceivedRequest;
import pl.goniec.shared.BusinessException;

/**
 * The contract {@code goniec} v1: a request is JSON that its published schema accepts. Fields that no schema knows are ignored, so
 * that programs may be ahead of us; a version that we do not know is refused.
 */
@ApplicationScoped
public class Contract {

    private static final int MAX_ID = 100;

    /** No list of the contract may be longer; one that is might have a fault, each with a story of its own, in every item. */
    static final int MAX_ITEMS = 10_000;

    private static final String VERSION = "/version";

    /** What a schema may object to and has a sentence of its own; the rest shares one. */
    private static final Set<String> SAID =
            Set.of("required", "type", "minLength", "maxLength", "pattern", "minItems", "maxItems");

    /** A version that is not known is said before anything else: the rest may mean something else there. */
    private static final Comparator<ValidationMessage> FIRST = comparing(
                    (ValidationMessage fault) -> !field(fault).equals(VERSION))
            .thenComparing(Contract::field);

    private final Map<RequestKind, JsonSchema> schemas = new EnumMap<>(RequestKind.class);

    public Contract() {
        var factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
        var config =
                SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
        for (var kind : RequestKind.values()) {
            schemas.put(kind, schema(factory, config, kind));
        }
    }

    private static JsonSchema schema(JsonSchemaFactory factory, SchemaValidatorsConfig config, RequestKind kind) {
        var file = "/contract/v1/" + kind.type() + ".schema.json";
        try (var in = Contract.class.getResourceAsStream(file)) {
            return factory.getSchema(in, config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the program's number of a request, or null when it can not be told, whatever else is wrong with it. */
    public String requestId(ReceivedRequest received) {
        return json(received.text())
                .map(body -> body.get("requestId"))
                .filter(JsonString.class::isInstance)
                .map(id -> ((JsonString) id).getString())
                .filter(id -> id.length() <= MAX_ID)
                .orElse(null);
    }

    /**
     * Returns the request.
     *
     * @throws BusinessException {@code request.…} when it is not as the contract says
     */
    public Request read(ReceivedRequest received) {
        if (received.sender() == null || received.sender().isBlank()) {
            throw new BusinessException("request.sender");
        }
        var kind = RequestKind.of(received.kind()).orElseThrow(() -> new BusinessException("request.kind"));
        if (received.text() == null) {
            throw new BusinessException("request.body");
        }
        var body = json(received.text()).orElseThrow(() -> new BusinessException("request.json"));
        checkLists(kind, body);
        check(kind, received.text());
        return new Request(body.getString("requestId"), kind, body, hash(kind, body));
    }

    private void checkLists(RequestKind kind, JsonObject body) {
        var known = schemas.get(kind).getSchemaNode().path("properties");
        body.forEach((field, value) -> {
            if (known.has(field) && value instanceof JsonArray list && list.size() > MAX_ITEMS) {
                throw new RequestRefused("request.field.maxItems", "/" + field);
            }
        });
    }

    private void check(RequestKind kind, String text) {
        var faults = faults(kind, text).orElseThrow(() -> new BusinessException("request.json"));
        faults.stream().min(FIRST).ifPresent(fault -> {
            throw new RequestRefused(key(fault), field(fault));
        });
    }

    /** A number without end, as {@code 1e999999999}, makes the validator fail with an exception of no special kind. */
    private Optional<Set<ValidationMessage>> faults(RequestKind kind, String text) {
        try {
            return Optional.of(schemas.get(kind).validate(text, InputFormat.JSON));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static String field(ValidationMessage fault) {
        var place = fault.getInstanceLocation().toString();
        return fault.getProperty() == null ? place : place + "/" + fault.getProperty();
    }

    private static String key(ValidationMessage fault) {
        if (field(fault).equals(VERSION)) {
            return "request.version";
        }
        return SAID.contains(fault.getType()) ? "request.field." + fault.getType() : "request.field";
    }

    /** What is nested too deeply is refused by the parser with an exception of no special kind. */
    private static Optional<JsonObject> json(String text) {
        if (text == null) {
            return Optional.empty();
        }
        try (var reader = Json.createReader(new StringReader(text))) {
            return Optional.of(reader.readObject());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Blanks between the fields are no content. */
    private static String hash(RequestKind kind, JsonObject body) {
        try {
            var content = (kind.type() + "\n" + body).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
