package pl.goniec.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pl.goniec.conversation.api.SendMessage;
import pl.goniec.fixture.world.Paper;
import pl.goniec.fixture.world.World;
import pl.goniec.journey.RawRequest.Pair;

/** What comes in a header, in a file's name or in the address is never said on as part of a header, a script or a way elsewhere. */
class HostileHeadersIT extends HostileJourney {

    private static final List<String> LANGUAGES = List.of(
            "xx-klingon",
            "pl-PL-u-ca-buddhist",
            "\"><script>alert(1)</script>",
            "pl';alert(1);//",
            "en\r\nSet-Cookie: taken=1",
            "../../etc/passwd",
            "de-DE,de;q=0.9",
            "x".repeat(3_000));

    private static final List<String> NAMES = List.of(
            "Zażółć gęślą jaźń.txt",
            "umowa \"na zawsze\".txt",
            "a;filename=b.html.txt",
            "a'b%22c%0d%0aSet-Cookie: taken=1.txt",
            "a\r\nSet-Cookie: taken=1\r\n\r\n<script>alert(1)</script>.txt",
            "a\u0085b\u2028c\u2029d.txt",
            "faktura\u202etxt.exe.txt",
            "emoji \ud83d\udce7.txt",
            "\u0130stanbul\u0131.txt",
            "back\\slash.txt",
            "%2e%2e%2fetc%2fpasswd.txt",
            "..txt",
            " spacje na końcu .txt ",
            "x".repeat(300) + ".txt");

    private static final Pattern FILE_NAME = Pattern.compile("filename\\*=UTF-8''([^;]+)");

    @Test
    void aFilesNameStaysOneValueOfOneHeader() throws Exception {
        var faults = new Faults();
        for (var name : NAMES) {
            var draft = as(office.ent1, () -> drafts.of(office.c1).id());
            var file = as(office.ent1, () -> drafts.attach(draft, Paper.text(name, "Treść")));
            var message = as(office.ent1, () -> messages.send(new SendMessage(office.c1, draft, "W załączeniu")));

            var answer = session("ENT_1")
                    .get("/download/" + office.c1 + "/" + message.id().position() + "/" + file.id());

            var disposition = answer.header("content-disposition");
            var said = FILE_NAME.matcher(disposition);
            faults.expect(name + " status", answer.status(), 200);
            faults.expect(
                    name + " is the one disposition",
                    answer.headers().get("content-disposition").size(),
                    1);
            faults.expect(name + " sets a cookie", answer.headers().containsKey("set-cookie"), false);
            faults.expect(name + " is saved, not shown", disposition.startsWith("attachment;"), true);
            faults.expect(name + " is plain: " + disposition, disposition.matches("[\\x20-\\x7e]+"), true);
            faults.expect(
                    name, said.find() ? URLDecoder.decode(said.group(1), StandardCharsets.UTF_8) : "", file.name());
            faults.expect(name + " content", answer.text(), "Treść");
            faults.expect(name + " can not be sniffed", answer.header("x-content-type-options"), "nosniff");
        }
        faults.assertNone();
    }

    @Test
    void aNameKeepsNothingThatCanNotBeSeen() throws Exception {
        for (var name : NAMES) {
            var draft = as(office.ent1, () -> drafts.of(office.c1).id());

            var kept = as(office.ent1, () -> drafts.attach(draft, Paper.text(name, "Treść")))
                    .name();

            assertThat(kept).as(name).isNotBlank().doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");
            assertThat(kept.length()).isLessThanOrEqualTo(255);
        }
    }

    @Test
    void aPageSpeaksOnlyItsTwoLanguages() throws Exception {
        var faults = new Faults();
        for (var language : LANGUAGES) {
            var encoded = URLEncoder.encode(language, StandardCharsets.UTF_8);
            var page = new Session().get("/login.xhtml?lang=" + encoded);
            faults.expect("lang=" + language, page.text().contains("lang=\"pl\""), true);
            faults.expect("lang=" + language + " is said again", page.text().contains(language), false);

            var accepted = new Session()
                    .send(RawRequest.get("/login.xhtml")
                            .header("Accept-Language", language.replaceAll("[\\r\\n]", " ")));
            faults.expect("Accept-Language " + language, accepted.text().contains("lang=\"pl\""), true);
            faults.expect("Accept-Language said again", accepted.text().contains(language), false);
        }
        faults.assertNone();
    }

    @Test
    void theNameOfAnotherHostLeadsNowhere() throws Exception {
        var faults = new Faults();
        for (var target : List.of(
                "/", "/login.xhtml", "/office/companies.xhtml", "/client/home.xhtml", "/nothing.xhtml", "/live")) {
            for (var who : List.of("ANON", "CARE_IN", "ENT_1")) {
                for (var header : List.of("Host", "X-Forwarded-Host", "X-Forwarded-Server", "Forwarded")) {
                    var value = header.equals("Forwarded") ? "host=evil.example" : "evil.example";
                    var answer = session(who).send(RawRequest.get(target).header(header, value));
                    var told = who + " " + target + " " + header;
                    faults.expect(told + " says it", answer.everything().contains("evil.example"), false);
                    faults.expect(
                            told + " leads there", answer.header("location").contains("//"), false);
                }
            }
        }
        faults.assertNone();
    }

    @Test
    void theWayBackAfterALogInStaysHere() throws Exception {
        var faults = new Faults();
        var email = world.email(office.ent1);
        for (var from : List.of(
                "//evil.example/",
                "/\\evil.example/",
                "\\\\evil.example",
                "http://evil.example/",
                "javascript:alert(1)",
                "data:text/html,x",
                " //evil.example",
                "/\t/evil.example",
                "/office\r\nSet-Cookie: taken=1",
                "evil.example",
                "/" + "x".repeat(3_000))) {
            var session = new Session();
            var address = "/login.xhtml?from=" + URLEncoder.encode(from, StandardCharsets.UTF_8);
            var form = session.open(address);
            faults.expect(from + " is said as it is", form.text().contains("\"" + from + "\""), false);
            var request = Session.logInForm(form, email, World.PASSWORD);
            request.form.add(new Pair("from", from));
            var answer = session.send(request);
            faults.expect(from + " leads to", answer.header("location"), "/");
            faults.expect(from + " sets", answer.header("set-cookie").contains("taken"), false);
        }
        faults.assertNone();
    }

    @Test
    void linesInAnAddressAreNoHeaders() throws Exception {
        for (var target : List.of(
                "/office/companies.xhtml?a=%0d%0aSet-Cookie:%20taken=1",
                "/office/%0d%0aSet-Cookie:%20taken=1.xhtml",
                "/client/home.xhtml?company=1%0d%0a%0d%0a<html>",
                "/login.xhtml?from=%2Foffice%0d%0aSet-Cookie:%20taken=1",
                "/login.xhtml?lang=en%0d%0aSet-Cookie:%20taken=1")) {
            for (var who : List.of("ANON", "CARE_IN", "ENT_1")) {
                var answer = session(who).get(target);
                assertThat(answer.header("set-cookie")).as(target).doesNotContain("taken");
                assertThat(answer.status()).as(target).isLessThan(500);
            }
        }
    }

    @Test
    void whatStaysOfATextHasNoInvisibleEnd() throws Exception {
        var session = session("ENT_1");
        var home = session.open("/client/home.xhtml?company=" + office.f1);
        session.send(home.command("goniecOpenWindow", Map.of("seen", "false")));
        var window = session.open("/client/home.xhtml?company=" + office.f1);
        var opened = session.send(window.command("goniecOpenWindow", Map.of("seen", "false")));
        var box = new OpenPage(window.address(), opened.text() + window.text());

        var answer = session.send(box.press("reply:go:send", Map.of("reply:write:text", "Przed\0po \u0007 i \ud800")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(thread(office.ent1, office.c1))
                .last()
                .satisfies(message ->
                        assertThat(message.text()).startsWith("Przedpo").doesNotContain("\0"));
    }
}
