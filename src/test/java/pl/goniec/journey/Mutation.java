package pl.goniec.journey;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import pl.goniec.journey.RawRequest.Pair;

/** Makes of a request that a page would send one that none would. */
final class Mutation {

    /** What an expression in a text would come to, were it ever taken for one. */
    static final String SQUARE = "982007569";

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "0",
            "-1",
            "1.5",
            "1e309",
            "NaN",
            "999999999999999999",
            "9223372036854775808",
            "-9223372036854775809",
            "00000000000000000001",
            "0x7f",
            "true",
            "null",
            "undefined",
            "[]",
            "{}",
            "[object Object]",
            "' or '1'='1",
            "\" or \"\"=\"",
            "1;shutdown--",
            "%",
            "_",
            "!",
            "\\",
            "../../../../../../etc/passwd",
            "/WEB-INF/web.xml",
            "file:///etc/passwd",
            "\0",
            "a\0b",
            "a\r\nSet-Cookie: taken=1",
            "a\nb",
            "#{31337*31337}",
            "${31337*31337}",
            "#{facesContext.externalContext.session}",
            "#{",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "]]><x>",
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
            "\u202e\u2066\ufeff\u200b",
            "\ud83d\ude00".repeat(50),
            "zażółć gęślą jaźń",
            "\u0130\u0131\u017f\u212a",
            "@all",
            "@form",
            "@this",
            "@none",
            "@(.x)",
            "@widgetVar(picker)",
            "@parent:@parent",
            "list",
            "list:table",
            "reply:write:text",
            "no:such:thing",
            "stateless",
            "1:1",
            "-1:-1",
            "12345678901234567890:-12345678901234567890",
            "e1s1",
            "rO0ABXNyABFqYXZh",
            "A".repeat(9_000));

    private static final List<String> NAMES = List.of(
            "jakarta.faces.ViewState",
            "jakarta.faces.source",
            "jakarta.faces.partial.ajax",
            "jakarta.faces.partial.execute",
            "jakarta.faces.partial.render",
            "jakarta.faces.partial.event",
            "jakarta.faces.behavior.event",
            "jakarta.faces.partial.resetValues",
            "jakarta.faces.ClientWindow",
            "jakarta.faces.RenderKitId",
            "javax.faces.ViewState",
            "primefaces.nonce",
            "primefaces.resetvalues",
            "primefaces.ignoreautoupdate",
            "pfdrid",
            "pfdrt",
            "pfdrid_c",
            "ln",
            "loc",
            "con",
            "v",
            "list:table_pagination",
            "list:table_first",
            "list:table_rows",
            "list:table_sorting",
            "list:table_sortKey",
            "list:table_filtering",
            "list:table_encodeFeature",
            "list:table_selection",
            "list:table_instantSelectedRowKey",
            "list:table_rowEditIndex",
            "receipts:table_first",
            "company",
            "conversation",
            "attachment",
            "value",
            "seen",
            "ticked",
            "id",
            "q",
            "state",
            "lang",
            "from",
            "side",
            "messages",
            "unread");

    private static final List<String> METHODS =
            List.of("GET", "POST", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "get", "X", "");

    private static final List<String> PATHS = List.of(
            "/",
            "//",
            "/./",
            "/../",
            "/..;/",
            "/%2e%2e/",
            "/%00",
            "/%",
            "/%zz",
            "/%c0%ae%c0%ae/",
            "/;jsessionid=1",
            "/WEB-INF/web.xml",
            "/META-INF/MANIFEST.MF",
            "/WEB-INF/templates/frame.xhtml",
            "/office/head/",
            "/error/500.xhtml",
            "/error/404.xhtml",
            "/error/expired.xhtml",
            "/log-in-required",
            "/j_security_check",
            "/live",
            "/live?side=x",
            "/switch",
            "/download",
            "/download/",
            "/download/draft",
            "/download/1/1/1/1",
            "/download/-1/1/1",
            "/download/999999999999999999/1/1",
            "/download/9999999999999999999/1/1",
            "/download/broadcast/1",
            "/omnifaces.push/changed",
            "/omnifaces.push/changed?x",
            "/omnifaces.push/none?x",
            "/jakarta.faces.resource/x.xhtml",
            "/jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF",
            "/jakarta.faces.resource/dynamiccontent.properties.xhtml?ln=primefaces&pfdrid=x&pfdrt=sc",
            "/jakarta.faces.resource/jquery/jquery.js.xhtml?ln=..%2f..%2f",
            "/ArquillianServletRunner",
            "/settings.xhtml/more",
            "/SETTINGS.XHTML",
            "/settings.xhtml%20",
            "/settings.xhtml;a=b",
            "/settings.xhtml.",
            "http://evil.example/",
            "*",
            "");

    private static final List<Pair> HEADERS = List.of(
            new Pair("Host", "evil.example"),
            new Pair("Host", "a b"),
            new Pair("Host", ""),
            new Pair("Content-Type", "multipart/form-data"),
            new Pair("Content-Type", "multipart/form-data; boundary="),
            new Pair("Content-Type", "multipart/form-data; boundary=" + "b".repeat(300)),
            new Pair("Content-Type", "application/json"),
            new Pair("Content-Type", "text/xml; charset=UTF-16"),
            new Pair("Content-Type", "application/x-www-form-urlencoded; charset=none"),
            new Pair("Content-Type", "\"\""),
            new Pair("Content-Length", "5"),
            new Pair("Content-Length", "-5"),
            new Pair("Content-Length", "99999999999999999999"),
            new Pair("Content-Length", "12, 13"),
            new Pair("Content-Range", "bytes 0-9/100"),
            new Pair("Content-Range", "bytes x-y/z"),
            new Pair("X-File-Id", "../../x"),
            new Pair("Transfer-Encoding", "chunked"),
            new Pair("Transfer-Encoding", "none"),
            new Pair("Accept-Language", "\"><script>alert(1)</script>"),
            new Pair("Accept-Language", "xx-" + "y".repeat(500)),
            new Pair("Accept-Encoding", "gzip, \0"),
            new Pair("Accept", "nothing"),
            new Pair("Cookie", "JSESSIONID=x"),
            new Pair("Cookie", "JSESSIONID=" + "é".repeat(300)),
            new Pair("Cookie", "=;=;;,\"\\"),
            new Pair("Faces-Request", "partial/ajax"),
            new Pair("Faces-Request", "partial/process"),
            new Pair("Range", "bytes=0-1,5-"),
            new Pair("If-Modified-Since", "yesterday"),
            new Pair("If-None-Match", "\"".repeat(99)),
            new Pair("Expect", "100-continue"),
            new Pair("Expect", "something"),
            new Pair("Upgrade", "websocket"),
            new Pair("Upgrade", "h2c"),
            new Pair("Origin", "http://evil.example"),
            new Pair("Origin", "null"),
            new Pair("Referer", "http://evil.example/" + "%".repeat(99)),
            new Pair("X-Forwarded-For", "127.0.0.1, \r\n"),
            new Pair("X-Forwarded-Host", "evil.example"),
            new Pair("X-HTTP-Method-Override", "DELETE"),
            new Pair("Authorization", "Basic eDp4"),
            new Pair("Authorization", "Bearer x"),
            new Pair("Sec-WebSocket-Key", "x"),
            new Pair("X".repeat(300), "y".repeat(3_000)));

    private final Random chance;

    Mutation(Random chance) {
        this.chance = chance;
    }

    /** Changes a copy at one place or some. */
    RawRequest of(RawRequest original) {
        var request = original.copy();
        for (int i = 1 + chance.nextInt(3); i > 0; i--) {
            change(request);
        }
        return request;
    }

    private void change(RawRequest request) {
        switch (chance.nextInt(12)) {
            case 0 -> request.method = any(METHODS);
            case 1 -> request.target = any(PATHS);
            case 2 -> request.target += any(List.of("?", "&", "/", ";", "%", "#", "?=&=", "&company=1&company=2"));
            case 3 -> request.target = replacedValue(request.target);
            case 4 -> request.target = garbled(request.target);
            case 5 -> header(request);
            case 6 -> body(request);
            default -> field(request);
        }
    }

    /** Replaces, drops, doubles, renames or adds a field; what has none gets one in its address. */
    private void field(RawRequest request) {
        var form = request.form;
        if (form.isEmpty() || request.body != null) {
            var joint = request.target.contains("?") ? "&" : "?";
            request.target += joint + any(NAMES) + "=" + encoded(any(VALUES));
            return;
        }
        int at = chance.nextInt(form.size());
        var one = form.get(at);
        switch (chance.nextInt(7)) {
            case 0 -> form.remove(at);
            case 1 -> form.add(one);
            case 2 -> form.set(at, new Pair(any(NAMES), one.value()));
            case 3 -> form.add(new Pair(any(NAMES), any(VALUES)));
            case 4 -> form.set(at, new Pair(one.name(), garbled(one.value())));
            default -> form.set(at, new Pair(one.name(), any(VALUES)));
        }
    }

    private void header(RawRequest request) {
        if (chance.nextInt(8) == 0) {
            request.headers.remove(chance.nextInt(request.headers.size()));
        } else {
            var header = any(HEADERS);
            request.header(header.name(), header.value());
        }
    }

    private void body(RawRequest request) {
        var bytes = request.body;
        if (bytes == null) {
            request.body = any(List.of("&&&===", "a=%zz&b=%", "{\"a\":[", "<a>", "\0\0\0", "--x\r\nContent-"))
                    .getBytes(StandardCharsets.UTF_8);
        } else if (chance.nextBoolean()) {
            request.body = Arrays.copyOf(bytes, chance.nextInt(bytes.length + 1));
        } else {
            request.body = bytes.clone();
            for (int i = 0; i < 5 && bytes.length > 0; i++) {
                request.body[chance.nextInt(bytes.length)] = (byte) chance.nextInt();
            }
        }
    }

    private String replacedValue(String target) {
        int equals = target.indexOf('=');
        return equals < 0
                ? target + "?x=" + encoded(any(VALUES))
                : target.substring(0, equals + 1) + encoded(any(VALUES));
    }

    /** Loses, doubles or changes a letter. */
    private String garbled(String text) {
        if (text.isEmpty()) {
            return any(VALUES);
        }
        int at = chance.nextInt(text.length());
        return switch (chance.nextInt(3)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + text.charAt(at) + text.substring(at);
            default -> text.substring(0, at) + (char) (' ' + chance.nextInt(95)) + text.substring(at + 1);
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private <T> T any(List<T> list) {
        return list.get(chance.nextInt(list.size()));
    }
}
