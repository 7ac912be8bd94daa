package pl.goniec.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.world.World;
import pl.goniec.journey.RawRequest.Pair;

/**
 * Requests that somebody is made to send, or that somebody sends with what belongs to another: nothing is changed by them, and a
 * socket brings nothing that is worth having.
 */
class ForgedRequestsIT extends HostileJourney {

    private static final Pattern CHANNEL = Pattern.compile("[0-9a-f-]{36}");
    private static final Pattern SOCKET = Pattern.compile("/omnifaces\\.push/changed\\?([0-9a-f-]{36})");

    private static final String EVIL = "http://evil.example";

    /** What a page sends to change something, by what it changes. */
    private Map<String, RawRequest> changes(Session session) throws IOException {
        var conversation =
                session.open("/office/company/conversations.xhtml?company=" + office.f1 + "&conversation=" + office.c1);
        var text = Map.of("reply:write:text", "Podrobione");
        var changes = new LinkedHashMap<String, RawRequest>();
        changes.put(
                "takes out a file", conversation.command("composerRemove_reply", Map.of("attachment", draftFile())));
        changes.put("keeps a draft", conversation.command("composerSave_reply", text));
        changes.put("attaches", conversation.upload("reply", bytes("podrobiony.txt"), bytes("Podrobiona treść")));
        changes.put(
                "reads",
                conversation.command("goniecOpen", Map.of("conversation", office.c2.toString(), "seen", "true")));
        var settings = session.open("/settings.xhtml");
        changes.put("chooses a language", settings.command("chooseLanguage", Map.of("value", "EN")));
        changes.put("chooses a theme", settings.command("chooseTheme", Map.of("value", "DARK")));
        changes.put("sends", conversation.press("reply:go:send", text));
        return changes;
    }

    /** What the page would send as a plain form, without a script: the browser of a victim can be made to do this. */
    private static RawRequest plain(RawRequest request) {
        var plain = request.copy();
        plain.headers.removeIf(
                header -> header.name().equals("Faces-Request") || header.name().startsWith("X-"));
        plain.form.removeIf(field -> field.name().equals("jakarta.faces.partial.ajax"));
        return plain;
    }

    @Test
    void withoutTheStateOfItsOwnPageARequestChangesNothing() throws Exception {
        var session = session("CARE_IN");
        var foreign = session("CARE_OUT")
                .open("/office/company/conversations.xhtml?company=" + office.f2 + "&conversation=" + office.c3)
                .viewState();
        Map<String, UnaryOperator<RawRequest>> forgeries = Map.of(
                "without a state", request -> state(request, null),
                "with an empty state", request -> state(request, ""),
                "with another session's state", request -> state(request, foreign),
                "with a state of no kind", request -> state(request, "stateless"),
                "with half a state", request -> state(request, own(request).split(":")[0]),
                "with a changed state", request -> state(request, changed(own(request))),
                "as a plain form without a state", request -> plain(state(request, null)),
                "as a plain form with a foreign state", request -> plain(state(request, foreign)));
        var faults = new Faults();
        for (var forgery : forgeries.entrySet()) {
            for (var change : changes(session).entrySet()) {
                var before = traces();
                session.send(forgery.getValue().apply(change.getValue()));
                var what = "what " + change.getKey() + " " + forgery.getKey();
                faults.expect(what + " changes", traces(), before);
            }
        }
        faults.assertNone();
    }

    @Test
    void aRequestFromAnotherSiteChangesNothingEvenWithTheRightState() throws Exception {
        var session = session("CARE_IN");
        var faults = new Faults();
        for (var origin : List.of(EVIL, "null", "http://127.0.0.1:1", "https://127.0.0.1.evil.example")) {
            for (var change : changes(session).entrySet()) {
                var before = traces();
                var answer = session.send(change.getValue().header("Origin", origin));
                faults.expect(change.getKey() + " from " + origin, traces(), before);
                faults.expect(change.getKey() + " from " + origin + " status", answer.status(), 403);
            }
        }
        faults.assertNone();
    }

    @Test
    void theSameRequestsOfThePageItselfDoChangeSomething() throws Exception {
        var session = session("CARE_IN");
        var faults = new Faults();
        var here = "http://127.0.0.1:" + RawAnswer.PORT;
        for (var change : changes(session).keySet()) {
            var request = changes(session).get(change);
            var before = traces();
            session.send(request.header("Origin", here));
            faults.expect(change + " leaves no trace", traces().equals(before), false);
        }
        faults.assertNone();
    }

    @Test
    void onlyOnesOwnButtonLogsOut() throws Exception {
        var session = session("ENT_1");
        var home = "/client/home.xhtml?company=" + office.f1;

        assertThat(session.get("/logout").status()).as("by a link").isEqualTo(405);
        assertThat(session.send(RawRequest.post("/logout", Map.of()).header("Origin", EVIL))
                        .status())
                .as("by a form of another site")
                .isEqualTo(403);
        assertThat(session.get(home).status()).isEqualTo(200);

        assertThat(session.send(RawRequest.post("/logout", Map.of())).status()).isEqualTo(302);
        assertThat(session.get(home).status()).isEqualTo(302);
    }

    @Test
    void theCookieStaysWithinThisSiteAndOutOfScriptsAndAddresses() throws Exception {
        var stranger = new ArrayList<>(
                RawAnswer.to(RawRequest.get("/login.xhtml")).headers().get("set-cookie"));

        assertThat(stranger)
                .isNotEmpty()
                .allSatisfy(cookie ->
                        assertThat(cookie).containsIgnoringCase("HttpOnly").containsIgnoringCase("SameSite=Lax"));
        var session = Session.as(world.email(office.ent1));
        var before = session.cookies();
        session.logIn(world.email(office.ent1), World.PASSWORD);
        assertThat(session.cookies())
                .as("the session's name is new after a log-in")
                .isNotEqualTo(before);
        assertThat(session.open("/client/home.xhtml?company=" + office.f1).text())
                .doesNotContain("jsessionid", "JSESSIONID");
    }

    // ---- sockets

    @Test
    void aSocketOfAnotherSiteOrOfNobodyDoesNotOpen() throws Exception {
        var page = session("ENT_1").open("/client/home.xhtml?company=" + office.f1);
        var here = "http://127.0.0.1:" + RawAnswer.PORT;
        var mine = session("ENT_1").cookies();

        assertThatThrownBy(() -> listen(channel(page), mine, EVIL)).isInstanceOf(CompletionException.class);
        assertThatThrownBy(() -> listen(channel(page), mine, "null")).isInstanceOf(CompletionException.class);
        assertThatThrownBy(() -> listen(channel(page), "", here)).isInstanceOf(CompletionException.class);
        assertThatThrownBy(() -> listen(channel(page), "JSESSIONID=x", here)).isInstanceOf(CompletionException.class);
    }

    @Test
    void aLeakedChannelBringsNoContent() throws Exception {
        var here = "http://127.0.0.1:" + RawAnswer.PORT;
        var leaked = channel(session("ENT_1").open("/client/home.xhtml?company=" + office.f1));
        var heard = listen(leaked, session("ENT_1").cookies(), here);
        var thieves = new ArrayList<List<String>>();
        for (var thief : List.of("ENT_2", "EMP_1", "CARE_OUT", "STAFF")) {
            try {
                thieves.add(listen(leaked, session(thief).cookies(), here));
            } catch (CompletionException e) {
                // refused by the handshake, which is as good
                Effort.say("leaked channel: refused to {0}", thief);
            }
        }

        write(office.person("HEAD"), office.c1, "Tajemnica przez kanał");
        eventually(() -> !heard.isEmpty());

        assertThat(heard).as("the hint itself").allMatch(ForgedRequestsIT::isEmpty);
        assertThat(thieves).allSatisfy(one -> assertThat(one).allMatch(ForgedRequestsIT::isEmpty));
    }

    private static boolean isEmpty(String message) {
        return message.isEmpty() || message.equals("\"\"") || message.equals("null");
    }

    private static String channel(OpenPage page) {
        var address = SOCKET.matcher(page.text());
        if (address.find()) {
            return address.group(1);
        }
        var anywhere = Pattern.compile("OmniFaces\\.Push\\.init\\([^)]*?(" + CHANNEL + ")")
                .matcher(page.text());
        assertThat(anywhere.find()).as("channel of " + page.address()).isTrue();
        return anywhere.group(1);
    }

    /** Opens a socket and returns what comes in, now and later. */
    private static List<String> listen(String channel, String cookies, String origin) {
        var heard = new CopyOnWriteArrayList<String>();
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Cookie", cookies)
                .header("Origin", origin)
                .buildAsync(
                        URI.create("ws://127.0.0.1:" + RawAnswer.PORT + "/omnifaces.push/changed?" + channel),
                        new WebSocket.Listener() {
                            @Override
                            public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
                                heard.add(data.toString());
                                socket.request(1);
                                return null;
                            }
                        })
                .join();
        return heard;
    }

    // ---- what could have been changed

    /** Returns everything that the requests above could change. */
    private String traces() {
        var careIn = office.person("CARE_IN");
        return number("SELECT COUNT(*) FROM message WHERE conversation_id IN (?, ?)", office.c1, office.c2) + " "
                + world.sql().rows("SELECT content FROM draft WHERE person_id = ? ORDER BY id", careIn)
                + world.sql()
                        .rows(
                                "SELECT a.id FROM attachment a JOIN draft d ON d.attachment_set_id = a.set_id"
                                        + " WHERE d.person_id = ? ORDER BY a.id",
                                careIn)
                + world.sql()
                        .rows(
                                "SELECT conversation_id, read_up_to FROM read_marker WHERE person_id = ?"
                                        + " ORDER BY conversation_id",
                                careIn)
                + world.sql().rows("SELECT language, theme FROM person WHERE id = ?", careIn);
    }

    private String draftFile() {
        return String.valueOf(number(
                "SELECT COALESCE(MAX(a.id), 0) FROM attachment a JOIN draft d ON d.attachment_set_id = a.set_id"
                        + " WHERE d.person_id = ? AND d.conversation_id = ?",
                office.person("CARE_IN"),
                office.c1));
    }

    private static String own(RawRequest request) {
        return request.form.stream()
                .filter(field -> field.name().equals(OpenPage.VIEW_STATE))
                .findFirst()
                .map(Pair::value)
                .orElse("0:0");
    }

    private static RawRequest state(RawRequest request, String state) {
        var forged = request.copy();
        if (forged.body != null) {
            var name = "name=\"" + OpenPage.VIEW_STATE + "\"";
            var text = new String(forged.body, StandardCharsets.ISO_8859_1);
            forged.body = (state == null
                            ? text.replace(name, "name=\"none\"")
                            : text.replaceFirst(Pattern.quote(name) + "\r\n\r\n[^\r]*", name + "\r\n\r\n" + state))
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
        forged.form.removeIf(field -> field.name().equals(OpenPage.VIEW_STATE));
        if (state != null) {
            forged.form.add(new Pair(OpenPage.VIEW_STATE, state));
        }
        return forged;
    }

    /** The last digits become others. */
    private static String changed(String state) {
        int last = state.charAt(state.length() - 1);
        return state.substring(0, state.length() - 1) + (last == '7' ? '3' : '7');
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
