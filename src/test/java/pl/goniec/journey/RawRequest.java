package pl.goniec.journey;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** A request byte by byte as it goes over the line: also such as no browser would send. */
final class RawRequest {

    /** A header or a field of a form; there may be several of one name. */
    record Pair(String name, String value) {}

    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

    String method;
    String target;
    final List<Pair> headers = new ArrayList<>();
    final List<Pair> form = new ArrayList<>();
    byte[] body;

    private RawRequest(String method, String target) {
        this.method = method;
        this.target = target;
        headers.add(new Pair("Host", "127.0.0.1:" + RawAnswer.PORT));
        headers.add(new Pair("Connection", "close"));
    }

    static RawRequest get(String target) {
        return new RawRequest("GET", target);
    }

    /** Sends a form as a browser does. */
    static RawRequest post(String target, Map<String, String> fields) {
        var request = new RawRequest("POST", target);
        request.header("Content-Type", FORM);
        fields.forEach((name, value) -> request.form.add(new Pair(name, value)));
        return request;
    }

    RawRequest copy() {
        var copy = new RawRequest(method, target);
        copy.headers.clear();
        copy.headers.addAll(headers);
        copy.form.addAll(form);
        copy.body = body;
        return copy;
    }

    /** Says a header, instead of what it said before. */
    RawRequest header(String name, String value) {
        headers.removeIf(header -> header.name().equalsIgnoreCase(name));
        headers.add(new Pair(name, value));
        return this;
    }

    RawRequest ajax() {
        return header("Faces-Request", "partial/ajax").header("X-Requested-With", "XMLHttpRequest");
    }

    /** Sends the form with a file, as a browser does; its name is said as these bytes, whatever they are. */
    RawRequest withFile(String field, byte[] name, byte[] content) {
        var boundary = "----goniec" + Long.toHexString(new Random().nextLong());
        var bytes = new ByteArrayOutputStream();
        for (var one : form) {
            write(bytes, "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + one.name() + "\"\r\n\r\n");
            write(bytes, one.value() + "\r\n");
        }
        write(bytes, "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"");
        bytes.writeBytes(name);
        write(bytes, "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        bytes.writeBytes(content);
        write(bytes, "\r\n--" + boundary + "--\r\n");
        body = bytes.toByteArray();
        return header("Content-Type", "multipart/form-data; boundary=" + boundary);
    }

    byte[] bytes() {
        var content = body != null ? body : encodedForm();
        var bytes = new ByteArrayOutputStream();
        write(bytes, method + " " + target + " HTTP/1.1\r\n");
        headers.forEach(header -> write(bytes, header.name() + ": " + header.value() + "\r\n"));
        boolean told = headers.stream().anyMatch(header -> header.name().equalsIgnoreCase("Content-Length"));
        if (!told && (content.length > 0 || method.equals("POST"))) {
            write(bytes, "Content-Length: " + content.length + "\r\n");
        }
        write(bytes, "\r\n");
        bytes.writeBytes(content);
        return bytes.toByteArray();
    }

    /** Returns the first line and what was sent, short enough to be shown. */
    @Override
    public String toString() {
        var sent = new String(body != null ? body : encodedForm(), StandardCharsets.UTF_8);
        return method + " " + cut(target) + " " + cut(headers.toString()) + " " + cut(sent);
    }

    private byte[] encodedForm() {
        return form.stream()
                .map(field -> encoded(field.name()) + "=" + encoded(field.value()))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String cut(String text) {
        return text.length() <= 700 ? text : text.substring(0, 700) + "…";
    }

    private static void write(ByteArrayOutputStream bytes, String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
