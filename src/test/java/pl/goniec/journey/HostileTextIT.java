package pl.goniec.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import pl.goniec.fixture.world.World;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.PersonId;

/**
 * Texts that would like to be more than text. First they are sent, each through every input; then a browser looks at every page
 * that shows them, and none of them runs.
 */
@TestMethodOrder(OrderAnnotation.class)
class HostileTextIT extends Journey {

    static final String CARETAKER = "opiekun.napisow@test.example";
    static final String CLIENT = "klient.napisow@test.example";
    static final String HEAD = "szef.napisow@test.example";
    /** A word that is in no payload, so that the company is found among those that are called like one. */
    static final String COMPANY = "Napisownia";

    private static final int SENT_FROM_ONE_PAGE = 15;

    /** What an answer's own frame puts around the pieces that it brings. */
    private static final Pattern FRAME =
            Pattern.compile("(<(?:update|eval|extension|script)\\b[^>]*>\\s*(?://)?)<!\\[CDATA\\[");

    private CompanyId company;
    private ConversationId conversation;

    @Test
    @Order(1)
    void everyTextIsTakenByEveryInput() throws Exception {
        assertThat(Payloads.all()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(300);
        theOffice();
        var client = Session.as(CLIENT);
        var caretaker = Session.as(CARETAKER);

        messages(client);
        files(caretaker);
        notices(caretaker);
        searches(caretaker);
        lists(Session.as(HEAD));
        addresses(List.of(caretaker, client, new Session()));
        logIns();

        assertThat(texts("SELECT b.content FROM message m JOIN body b ON b.id = m.body_id WHERE m.conversation_id = ?"
                        + " AND m.side = 'CLIENT' ORDER BY m.position"))
                .isEqualTo(Payloads.tried(Integer.MAX_VALUE));
        assertThat(texts("SELECT b.title FROM message m JOIN body b ON b.id = m.body_id WHERE m.conversation_id = ?"
                        + " AND m.broadcast_id IS NOT NULL ORDER BY m.broadcast_id"))
                .isEqualTo(Payloads.tried(Payloads.TITLE));
        Effort.say("hostile texts: {0}", Payloads.tried(Integer.MAX_VALUE).size());
    }

    @Test
    @Order(2)
    @RunAsClient
    void noneOfThemRunsInABrowser() {
        HostileTextInBrowser.looksAtEverything();
    }

    @Test
    @Order(3)
    void everyTextIsTakenByTheInputsOfAdministration() throws Exception {
        company = new CompanyId(number("SELECT id FROM company WHERE name = ?", COMPANY));
        var head = Session.as(HEAD);
        people(Session.as(CARETAKER));
        companies(head);
        accounts(Session.as(CLIENT));
        office(head);
        addresses(List.of(head, new Session()));
    }

    @Test
    @Order(4)
    @RunAsClient
    void noneOfThemRunsInTheAdministration() {
        HostileTextInBrowser.looksAtTheAdministration();
    }

    /** Companies and people have such names too. */
    private void theOffice() {
        company = world.company(COMPANY);
        var caretaker = world.caretaker("Olga Napisowa", company);
        var client = world.entrepreneur(company, "Anna Napisowa");
        conversation = world.conversation(company, client);
        called(caretaker, CARETAKER);
        called(client, CLIENT);
        called(world.head("Helena Napisowa"), HEAD);
        for (var payload : Payloads.tried(Payloads.NAME)) {
            world.looksAfter(caretaker, world.company(payload), world.now(), null, false);
            world.says(caretaker, world.conversation(company, world.employee(company, payload)), "Dzień dobry");
        }
    }

    private void called(PersonId person, String email) {
        world.sql().change("UPDATE person SET email = ? WHERE id = ?", email, person);
    }

    private List<String> texts(String sql) {
        return world.sql().texts(sql, conversation);
    }

    // ---- inputs

    private void messages(Session client) throws IOException {
        int sent = 0;
        OpenPage page = null;
        for (var payload : Payloads.tried(Integer.MAX_VALUE)) {
            if (sent++ % SENT_FROM_ONE_PAGE == 0) {
                page = client.open("/client/home.xhtml?company=" + company);
                page = page.after(client.send(page.command("goniecOpenWindow", Map.of("seen", "false"))));
            }
            var answer = client.send(page.press("reply:go:send", Map.of("reply:write:text", payload)));
            escaped(payload, answer);
            page = page.after(answer);
        }
    }

    private void files(Session caretaker) throws IOException {
        var address = "/office/company/conversations.xhtml?company=" + company + "&conversation=" + conversation;
        for (var payload : Payloads.tried(Integer.MAX_VALUE)) {
            var name = Payloads.fileName(payload);
            var answer = caretaker.send(caretaker
                    .open(address)
                    .upload("reply", name.getBytes(StandardCharsets.UTF_8), "Treść".getBytes(StandardCharsets.UTF_8)));
            escaped(name, answer);
            assertThat(world.sql()
                            .texts(
                                    "SELECT a.file_name FROM attachment a JOIN draft d ON d.attachment_set_id = a.set_id"
                                            + " WHERE d.conversation_id = ? ORDER BY a.id DESC",
                                    conversation))
                    .first()
                    .isEqualTo(name);
        }
        var page = caretaker.open(address);
        Payloads.tried(Integer.MAX_VALUE).forEach(payload -> escaped(Payloads.fileName(payload), page.text()));
        caretaker.send(page.press("reply:go:send", Map.of("reply:write:text", "Wszystkie pliki")));
    }

    private void notices(Session caretaker) throws IOException {
        for (var payload : Payloads.tried(Payloads.TITLE)) {
            var page = caretaker.open("/office/companies.xhtml");
            caretaker.send(page.command("companiesTick", Map.of("company", company.toString(), "ticked", "true")));
            page = page.after(caretaker.send(page.command("noticeOpen", Map.of())));
            var answer = caretaker.send(
                    page.press("notice:go:send", Map.of("notice:write:title", payload, "notice:write:text", payload)));
            escaped(payload, answer);
        }
        eventually(() -> number(
                        "SELECT COUNT(*) FROM message WHERE conversation_id = ? AND broadcast_id IS NOT NULL",
                        conversation)
                == Payloads.tried(Payloads.TITLE).size());
    }

    /** What nobody imports is shown all the same: the name of a file, a heading, and what stands in a faulty row. */
    private void lists(Session head) throws IOException {
        long before = number("SELECT COUNT(*) FROM company");
        var page = head.open("/office/head/import.xhtml");
        for (var payload : namesInLists()) {
            var name = Payloads.fileName(payload);
            var answer = head.send(page.upload(
                    "list:file",
                    "list:refusal,outcome",
                    name.getBytes(StandardCharsets.UTF_8),
                    list(List.of(payload))));
            escaped(payload, answer);
            escaped(name, answer);
            assertThat(answer.text()).as(payload).contains("id=\"faults");
            page = page.after(answer);
            escaped(
                    payload,
                    head.send(page.upload(
                            "list:file",
                            "list:refusal,outcome",
                            name.getBytes(StandardCharsets.UTF_8),
                            ("NIP;" + quoted(payload)).getBytes(StandardCharsets.UTF_8))));
        }
        assertThat(number("SELECT COUNT(*) FROM company")).isEqualTo(before);
    }

    /** Those that a preview shows whole: an apostrophe before what begins a formula is the export's, and goes. */
    static List<String> namesInLists() {
        return Payloads.tried(Payloads.CELL).stream()
                .filter(payload -> !payload.strip().matches("(?s)'+[=+@\t-].*"))
                .toList();
    }

    /** Returns a list in which one company is called by all these names, each of which contradicts its first row. */
    static byte[] list(List<String> names) {
        var nip = World.freshNip();
        return Stream.concat(
                        Stream.of("NIP;firma", nip + ";Jak się nazywa?"),
                        names.stream().map(name -> nip + ";" + quoted(name)))
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** A name is stored as it was typed but for its spaces; a number or tag is taken or refused, and neither becomes more than text. */
    private void companies(Session head) throws IOException {
        long before = number("SELECT COUNT(*) FROM company");
        for (var payload : Payloads.tried(Payloads.NAME)) {
            var page = head.open("/office/head/company.xhtml");
            escaped(
                    payload,
                    head.send(page.press(
                            "data:save",
                            Map.of("data:name", payload, "data:nip", World.freshNip(), "data:number", ""))));
        }
        assertThat(number("SELECT COUNT(*) FROM company") - before)
                .isEqualTo(Payloads.tried(Payloads.NAME).size());
        for (var payload : Payloads.few(Effort.of(10, 1))) {
            var page = head.open("/office/head/company.xhtml");
            escaped(
                    payload,
                    head.send(page.press(
                            "data:save",
                            Map.of(
                                    "data:name",
                                    "Firma",
                                    "data:nip",
                                    World.freshNip(),
                                    "data:number",
                                    payload,
                                    "data:tags",
                                    payload))));
            escaped(payload, head.send(page.press("data:save", Map.of("data:name", "Firma", "data:nip", payload))));
            escaped(
                    payload,
                    head.get("/office/head/companies.xhtml?q=" + URLEncoder.encode(payload, StandardCharsets.UTF_8)));
            var substitute = head.open("/office/head/company.xhtml?id=" + company);
            escaped(
                    payload,
                    head.send(substitute.press(
                            "addSubstitute:enter",
                            Map.of(
                                    "addSubstitute:substitute",
                                    world.sql()
                                            .texts("SELECT id FROM person WHERE email = ?", CARETAKER)
                                            .get(0),
                                    "addSubstitute:firstDay",
                                    payload,
                                    "addSubstitute:lastDay",
                                    payload))));
        }
    }

    private void people(Session caretaker) throws IOException {
        var page = caretaker.open("/office/company/people.xhtml?company=" + company);
        int added = 0;
        for (var payload : Payloads.tried(Payloads.NAME)) {
            page = page.after(caretaker.send(page.command("peopleOpen", Map.of("value", payload))));
            escaped(payload, caretaker.send(page.press("addGo:go", person(payload, payload, payload))));
            var email = "napis." + added++ + "@test.example";
            var answer = caretaker.send(page.press("addGo:go", person(email, payload, "")));
            escaped(payload, answer);
            page = page.after(answer);
            boolean controls = payload.chars().anyMatch(Character::isISOControl);
            assertThat(world.sql().texts("SELECT full_name FROM person WHERE email = ?", email))
                    .isEqualTo(controls ? List.of() : List.of(payload.strip()));
        }
    }

    private static Map<String, String> person(String email, String name, String phone) {
        return Map.of(
                "add",
                "add",
                "add:email",
                email,
                "add:name",
                name,
                "add:phone",
                phone,
                "add:role",
                "EMPLOYEE",
                "add:language",
                "PL",
                "add:mayStart",
                "on");
    }

    private void searches(Session caretaker) throws IOException {
        var list = caretaker.open("/office/companies.xhtml");
        var conversations = caretaker.open("/office/company/conversations.xhtml?company=" + company);
        for (var payload : Payloads.tried(Integer.MAX_VALUE)) {
            escaped(payload, caretaker.send(list.press("list:search", Map.of("list:search", payload))));
            escaped(
                    payload,
                    caretaker.send(conversations.press("listHead:search", Map.of("listHead:search", payload))));
        }
        caretaker.send(list.press("list:search", Map.of("list:search", "")));
    }

    /** Everybody in turn follows the addresses with the next text. */
    private void addresses(List<Session> sessions) throws IOException {
        long notice = number("SELECT MAX(id) FROM broadcast");
        int turn = 0;
        for (var payload : Payloads.few(Effort.of(4, 1))) {
            var session = sessions.get(turn++ % sessions.size());
            var said = URLEncoder.encode(payload, StandardCharsets.UTF_8);
            for (var address : Stream.of(
                            "/office/companies.xhtml?unread={}",
                            "/office/company/start.xhtml?company={}",
                            "/office/company/conversations.xhtml?company={}",
                            "/office/company/people.xhtml?company={}",
                            "/office/head/person.xhtml?id={}",
                            "/client/employees.xhtml?company={}",
                            "/office/company/conversations.xhtml?company=" + company + "&conversation={}",
                            "/office/broadcast.xhtml?id={}",
                            "/office/broadcast.xhtml?id=" + notice + "&state={}&q={}",
                            "/client/home.xhtml?company={}",
                            "/client/home.xhtml?company=" + company + "&messages={}",
                            "/client/oversight.xhtml?company=" + company + "&conversation={}&before={}",
                            "/office/head/companies.xhtml?q={}&caretaker={}&show={}&page={}",
                            "/office/head/company.xhtml?id={}",
                            "/office/head/handover.xhtml?from={}&company={}",
                            "/settings.xhtml?side={}",
                            "/live?side={}",
                            "/switch?side={}",
                            "/login.xhtml?lang={}",
                            "/login.xhtml?ready={}",
                            "/activate.xhtml?key={}",
                            "/forgotten.xhtml?{}={}",
                            "/setup.xhtml?lang={}",
                            "/logo?v={}",
                            "/login.xhtml?from={}",
                            "/login.xhtml?from=%2F{}",
                            "/office/{}.xhtml",
                            "/download/{}/1/1",
                            "/error/404.xhtml?{}={}",
                            "/{}")
                    .map(address -> address.replace("{}", said.replace("+", "%20")))
                    .toList()) {
                var answer = session.get(address);
                escaped(payload, answer);
                assertThat(answer.status()).as(address).isLessThan(500);
            }
        }
    }

    private void logIns() throws IOException {
        for (var payload : Payloads.few(Effort.of(10, 1))) {
            var answer = new Session().logIn(payload, payload);
            assertThat(answer.status()).isEqualTo(200);
            escaped(payload, answer);
        }
    }

    private void accounts(Session client) throws IOException {
        var settings = client.open("/settings.xhtml?side=client");
        for (var payload : Payloads.few(Effort.of(10, 1))) {
            var stranger = new Session();
            var forgotten = stranger.open("/forgotten.xhtml");
            escaped(payload, stranger.send(forgotten.press("ask:submit", Map.of("ask:email", payload))));
            var fields = Map.of("passwords:old", payload, "passwords:password", payload, "passwords:again", payload);
            escaped(payload, client.send(settings.press("passwords:change", fields)));
        }
    }

    /** The head says such things of the office too; its name stays, because everybody reads it, and its signature in the end. */
    private void office(Session head) throws IOException {
        var signature = world.sql().texts("SELECT signature FROM office").get(0);
        for (var payload : Payloads.few(Effort.of(4, 1))) {
            escaped(payload, office(head, payload, payload));
            assertThat(world.sql().texts("SELECT address FROM office")).containsExactly(payload.strip());
            escaped(payload, head.get("/office/head/office.xhtml"));
            office(head, payload, signature);
        }
        assertThat(world.sql().texts("SELECT signature FROM office")).containsExactly(signature);
    }

    private RawAnswer office(Session head, String address, String signature) throws IOException {
        return head.send(head.open("/office/head/office.xhtml")
                .press(
                        "office:save",
                        Map.of(
                                "office:officename",
                                world.sql().texts("SELECT name FROM office").get(0),
                                "office:officenip",
                                "",
                                "office:officephone",
                                world.sql().texts("SELECT phone FROM office").get(0),
                                "office:officeaddress",
                                address,
                                "office:officesignature",
                                signature)));
    }

    private static void escaped(String payload, RawAnswer answer) {
        escaped(payload, answer.everything());
    }

    /** What begins a tag never stands there as it was typed, and what ends a text in quotation marks not within a tag or script. */
    private static void escaped(String payload, String text) {
        if (payload.length() <= 3) {
            return;
        }
        var answer = FRAME.matcher(text).replaceAll("$1");
        if (payload.contains("<")) {
            assertThat(answer.contains(payload)).as(payload).isFalse();
        } else if (payload.contains("\"")) {
            var within = Pattern.compile("<[^<>]*" + Pattern.quote(payload));
            assertThat(within.matcher(answer).find()).as(payload).isFalse();
        }
    }
}
