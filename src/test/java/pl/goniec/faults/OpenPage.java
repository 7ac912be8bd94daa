package pl.goniec.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page as it stands in a window: its view state, and its buttons and commands exactly as its own script would send them. What
 * an answer brings is added, newest first; of many presses the last ones are kept, so that a page that is used for long stays short.
 */
final class OpenPage {

    private static final int KEPT = 10;
    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

    private static final Pattern VIEW_STATE =
            Pattern.compile("jakarta\\.faces\\.ViewState[^>]*?(?:value=\"([^\"]+)\"|><!\\[CDATA\\[([^\\]]+)\\])");
    private static final Pattern NONCE = Pattern.compile("csp\\.init\\([\"']([^\"']+)");
    private static final Pattern HIDDEN = Pattern.compile(
            "<input(?=[^>]*type=\"hidden\")(?=[^>]*name=\"([^\"]+)\")(?=[^>]*value=\"([^\"]*)\")[^>]*>");

    private final PageUser user;
    private final URI address;
    private final Deque<String> pressed = new ArrayDeque<>();
    private String opened;

    OpenPage(PageUser user, URI address, String text) {
        this.user = user;
        this.address = address;
        this.opened = text;
    }

    PageUser user() {
        return user;
    }

    String text() {
        return parts().collect(Collectors.joining());
    }

    /** Presses a button with what is typed into the fields of its form. */
    Answer press(String button, Map<String, String> fields) throws IOException, InterruptedException {
        return taken(user.send(pressing(button, fields)));
    }

    /** Calls one of the page's own commands by its name. */
    Answer command(String name, Map<String, String> parameters) throws IOException, InterruptedException {
        var answer = user.send(commanding(name, parameters));
        if (answer.status() == 200) {
            opened = answer.body() + opened;
        }
        return answer;
    }

    /** Returns the request of one of the page's own commands. */
    HttpRequest commanding(String name, Map<String, String> parameters) {
        return request(configuration(Pattern.quote(name) + "\\s*=\\s*function\\(\\)\\s*\\{"), parameters);
    }

    /** Returns the request of a button, to be sent as often as one likes. */
    HttpRequest pressing(String button, Map<String, String> fields) {
        return request(button(button), fields);
    }

    /** Adds what an answer has brought to the page. */
    Answer taken(Answer answer) {
        if (answer.status() == 200) {
            pressed.addFirst(answer.body());
            if (pressed.size() > KEPT) {
                pressed.removeLast();
            }
        }
        return answer;
    }

    /** Chooses a file in a box and waits until it is there. */
    Answer attach(String box, Upload file) throws IOException, InterruptedException {
        return taken(user.send(post("multipart/form-data; boundary=" + Upload.BOUNDARY, form(box, file))));
    }

    /** Returns what the browser puts on the line for a file, head and body. */
    byte[] attaching(String box, Upload file) {
        return raw("multipart/form-data; boundary=" + Upload.BOUNDARY, form(box, file));
    }

    /** Returns what the browser puts on the line for a button, head and body. */
    byte[] pressingRaw(String button, Map<String, String> fields) {
        return raw(FORM, encoded(fields(button(button), fields)));
    }

    private HttpRequest request(String configuration, Map<String, String> fields) {
        return post(FORM, encoded(fields(configuration, fields)));
    }

    private HttpRequest post(String type, byte[] body) {
        return user.request(path())
                .header("Content-Type", type)
                .header("Faces-Request", "partial/ajax")
                .header("X-Requested-With", "XMLHttpRequest")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private byte[] raw(String type, byte[] body) {
        var request = new ByteArrayOutputStream();
        request.writeBytes(("POST " + path() + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nCookie: "
                        + user.cookies() + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length
                        + "\r\nFaces-Request: partial/ajax\r\nX-Requested-With: XMLHttpRequest\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private String path() {
        return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    }

    private byte[] form(String box, Upload file) {
        var body = new ByteArrayOutputStream();
        var upload = box + ":pick:upload";
        var fields = fields("s:\"" + upload + "\",p:\"" + upload + "\",u:\"" + box + ":write:files\"", Map.of());
        fields.remove(upload);
        fields.put(upload + "_totalFilesCount", "1");
        fields.forEach((name, value) -> body.writeBytes(Upload.field(name, value)));
        body.writeBytes(file.lastPart(upload));
        return body.toByteArray();
    }

    private Map<String, String> fields(String configuration, Map<String, String> typed) {
        var source = option(configuration, "s", "");
        var form = option(configuration, "f", source.substring(0, source.lastIndexOf(':')));
        var fields = new LinkedHashMap<String, String>();
        fields.put("jakarta.faces.partial.ajax", "true");
        fields.put("jakarta.faces.source", source);
        fields.put(
                "jakarta.faces.partial.execute",
                option(configuration, "p", "@all").replace(',', ' '));
        fields.put(
                "jakarta.faces.partial.render", option(configuration, "u", "").replace(',', ' '));
        fields.put(source, source);
        fields.put(form, form);
        hidden(form, fields);
        fields.putAll(typed);
        fields.put("primefaces.nonce", found(NONCE));
        fields.put("jakarta.faces.ViewState", found(VIEW_STATE));
        return fields;
    }

    /** The hidden fields of a form go with it. */
    private void hidden(String form, Map<String, String> body) {
        parts().flatMap(part -> HIDDEN.matcher(part).results())
                .filter(field -> field.group(1).startsWith(form + ":"))
                .forEach(field -> body.putIfAbsent(field.group(1), field.group(2)));
    }

    private String button(String id) {
        return configuration("(?=PrimeFaces\\.ab\\(\\{s:\"" + Pattern.quote(id) + "\")");
    }

    private String configuration(String before) {
        return first(Pattern.compile(before + "[^{]*?PrimeFaces\\.ab\\(\\{([^}]*)\\}"))
                .group(1);
    }

    private static String option(String configuration, String name, String otherwise) {
        var matcher = Pattern.compile("(?:^|,)" + name + ":\"([^\"]*)\"").matcher(configuration);
        return matcher.find() ? matcher.group(1) : otherwise;
    }

    private String found(Pattern pattern) {
        var match = first(pattern);
        return match.group(1) != null ? match.group(1) : match.group(2);
    }

    private MatchResult first(Pattern pattern) {
        return parts().map(pattern::matcher)
                .filter(Matcher::find)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(address + " has no " + pattern));
    }

    /** What the page was told, the newest first; whole texts that are never put together, as clients who write all the time are many. */
    private Stream<String> parts() {
        return Stream.concat(pressed.stream(), Stream.of(opened));
    }

    private static byte[] encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
