package pl.goniec.faults;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SplittableRandom;

/** A text file of its own kind, and the form part in which a browser sends it. */
final class Upload {

    static final String BOUNDARY = "----goniec-faults";

    private final String name;
    private final byte[] content;

    private Upload(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    static Upload random(SplittableRandom random, String name, int size) {
        var content = new byte[size];
        for (int i = 0; i < size; i++) {
            content[i] = (byte) (i % 80 == 79 ? '\n' : 'a' + random.nextInt(26));
        }
        return new Upload(name, content);
    }

    String name() {
        return name;
    }

    /** Returns name and SHA-256. */
    String described() {
        return name + " " + HexFormat.of().formatHex(digest().digest(content));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a field of the form, not the last. */
    static byte[] field(String name, String value) {
        return ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the file as the last part of the form. */
    byte[] lastPart(String field) {
        var part = new ByteArrayOutputStream();
        part.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                        + name + "\"\r\nContent-Type: text/plain\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        part.writeBytes(content);
        part.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return part.toByteArray();
    }
}
