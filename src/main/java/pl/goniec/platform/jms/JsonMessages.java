package pl.goniec.platform.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The body of a message as a JSON object. Text, or bytes in UTF-8; a serialized Java object is never opened. */
public final class JsonMessages {

    /** 256 KiB: more is no request of the contract. */
    public static final int MAX_BYTES = 256 * 1024;

    private JsonMessages() {}

    /** Returns the object, or nothing when the body is not one: wrong kind, too long, not UTF-8, not JSON. */
    public static Optional<JsonObject> read(Message message) throws JMSException {
        Optional<String> text = text(message);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try (JsonReader reader = Json.createReader(new StringReader(text.get()))) {
            return Optional.of(reader.readObject());
        } catch (RuntimeException e) {
            // what is nested too deeply is refused by the parser with an exception of no special kind
            return Optional.empty();
        }
    }

    /** Returns the body as text, or nothing when it is of the wrong kind, too long or not in UTF-8. */
    public static Optional<String> text(Message message) throws JMSException {
        if (message instanceof TextMessage textMessage) {
            return Optional.ofNullable(textMessage.getText()).flatMap(JsonMessages::text);
        }
        if (message instanceof BytesMessage bytesMessage && bytesMessage.getBodyLength() <= MAX_BYTES) {
            bytesMessage.reset();
            byte[] bytes = new byte[(int) bytesMessage.getBodyLength()];
            bytesMessage.readBytes(bytes);
            return text(bytes);
        }
        return Optional.empty();
    }

    /** Returns a body that is a text, or nothing when it is too long. */
    public static Optional<String> text(String body) {
        return body.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES ? Optional.of(body) : Optional.empty();
    }

    /** Returns a body of bytes as text, or nothing when it is too long or not in UTF-8. */
    public static Optional<String> text(byte[] body) {
        if (body.length > MAX_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
