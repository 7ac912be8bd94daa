package pl.goniec.journey;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What came back over the line; its status is 0 when there was no answer, because the server has hung up. */
final class RawAnswer {

    static final int PORT = Integer.parseInt(System.getenv("GONIEC_HTTP_PORT"));

    private static final int PATIENCE_MILLIS = 20_000;

    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    private RawAnswer(int status, Map<String, List<String>> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    static RawAnswer to(RawRequest request) throws IOException {
        return to(request.bytes(), request.method.equals("HEAD"));
    }

    /** Sends what need not even be a request. */
    static RawAnswer to(byte[] request, boolean bodiless) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            return answer(socket, request, bodiless);
        }
    }

    private static RawAnswer answer(Socket socket, byte[] request, boolean bodiless) throws IOException {
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            socket.shutdownOutput();
        } catch (SocketException e) {
            // The server may answer and hang up before it has read everything.
        }
        try {
            var in = new BufferedInputStream(socket.getInputStream());
            var answer = head(in);
            while (answer.status >= 100 && answer.status < 200) {
                answer = head(in);
            }
            return bodiless ? answer : new RawAnswer(answer.status, answer.headers, body(in, answer));
        } catch (SocketException | SocketTimeoutException e) {
            return new RawAnswer(0, Map.of(), new byte[0]);
        }
    }

    int status() {
        return status;
    }

    /** Returns the headers by lower-case name. */
    Map<String, List<String>> headers() {
        return headers;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Returns the first header of the name, or an empty text. */
    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of("")).get(0);
    }

    /** Returns headers and body as text. */
    String everything() {
        return status + "\n" + headers + "\n" + text();
    }

    /** Returns all that somebody could tell an answer from another by, without what is new in every answer. */
    String essence() {
        return essence("");
    }

    /** Returns the same, whatever the asker has said himself. */
    String essence(String said) {
        var told = new TreeMap<>(headers);
        told.remove("date");
        told.remove("set-cookie");
        told.remove("content-length");
        return (status + "\n" + told + "\n" + (said.isEmpty() ? text() : text().replace(said, "said")))
                .replaceAll("nonce-[^' ]+", "nonce")
                .replaceAll("nonce=\"[^\"]*\"", "nonce")
                .replaceAll("csp\\.init\\([^)]*\\)", "csp")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "uuid")
                .replaceAll("(%3D|%2F|=)-?[0-9]+", "$1#")
                .replaceAll("-?[0-9]{6,}", "#");
    }

    private static RawAnswer head(InputStream in) throws IOException {
        var first = line(in).split(" ", 3);
        if (first.length < 2) {
            return new RawAnswer(0, Map.of(), new byte[0]);
        }
        var headers = new TreeMap<String, List<String>>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return new RawAnswer(Integer.parseInt(first[1]), headers, new byte[0]);
    }

    private static byte[] body(InputStream in, RawAnswer head) throws IOException {
        if (head.status == 204 || head.status == 304) {
            return new byte[0];
        }
        if (head.header("transfer-encoding").equals("chunked")) {
            return chunks(in);
        }
        var length = head.header("content-length");
        return length.isEmpty() ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            bytes.writeBytes(in.readNBytes(size));
            line(in);
        }
        return bytes.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                bytes.write(next);
            }
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
