package pl.goniec.demo.control;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Writes texts with their files, and the content of a file the first time it is sent. */
final class Bodies {

    private static final int CHUNK = 1 << 20;

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "pdf", "application/pdf",
            "png", "image/png",
            "jpg", "image/jpeg",
            "csv", "text/csv",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private record Content(String hash, long size) {}

    private final Rows rows;
    private final Map<String, Content> contents = new HashMap<>();

    Bodies(Rows rows) {
        this.rows = rows;
    }

    /** Writes what was sent and returns its id. */
    long write(String title, String text, List<Line.File> files) throws SQLException {
        var set = rows.id("attachment_set_seq");
        rows.add(Table.ATTACHMENT_SET, set, true);
        for (var file : files) {
            attach(set, file);
        }
        var body = rows.id("body_seq");
        rows.add(Table.BODY, body, title, text, set);
        return body;
    }

    private void attach(long set, Line.File file) throws SQLException {
        var content = contents.get(file.resource());
        if (content == null) {
            content = store(Resource.bytes("files/" + file.resource()));
            contents.put(file.resource(), content);
        }
        var extension = file.resource().substring(file.resource().lastIndexOf('.') + 1);
        rows.add(
                Table.ATTACHMENT,
                rows.id("attachment_seq"),
                set,
                content.hash(),
                file.name(),
                MEDIA_TYPES.get(extension),
                content.size());
    }

    private Content store(byte[] bytes) throws SQLException {
        var content = new Content(sha256(bytes), bytes.length);
        rows.add(Table.CONTENT, content.hash(), content.size());
        for (int number = 0; number * CHUNK < bytes.length; number++) {
            var end = Math.min(bytes.length, (number + 1) * CHUNK);
            rows.add(Table.CONTENT_CHUNK, content.hash(), number, Arrays.copyOfRange(bytes, number * CHUNK, end));
        }
        return content;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
