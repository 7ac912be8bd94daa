package pl.goniec.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pl.goniec.journey.MatrixOffice.Actor;

/** Whatever is sent, no answer tells how Goniec is made, and one that tells of a fault of ours carries its number. */
class MutatedRequestsIT extends HostileJourney {

    private static final List<String> ROLES = List.of("ANON", "HEAD", "CARE_IN", "STAFF", "CARE_EX", "ENT_1", "EMP_1");

    private static final Pattern TRACE =
            Pattern.compile("\\bat [\\w.$/@]+\\(\\w+\\.java:|\\.\\w*(?:Exception|Error|Throwable)\\b|Caused by:");

    /** A class with its package; Faces calls some of its fields and parts of a page the same way. */
    private static final Pattern CLASS = Pattern.compile(
            "\\b(?!jakarta\\.faces\\.(?:View\\w+|Resource|ClientWindow|RenderKitId)\\b)(?:[a-z]\\w*\\.){2,}[A-Z]\\w+");

    private static final Pattern SQL = Pattern.compile(
            "\\bSELECT\\b.+\\bFROM\\b|\\bINSERT INTO\\b|\\bUPDATE \\w+ SET\\b|\\bDELETE FROM\\b|SQLSTATE|SQL statement");

    /** A script finds the number in a header, a person on the page. */
    private static final Pattern INCIDENT =
            Pattern.compile("(?:x-incident=\\[|<b class=\"g-num\">)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final int REQUESTS_OF_A_PAGE = 10;
    private static final int PAGES_OF_A_SESSION = 25;

    private final Random chance = Effort.chance("mutated requests");
    private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
    private final Faults faults = new Faults();

    @Test
    void noAnswerTellsHowGoniecIsMade() throws Exception {
        int most = Effort.of(60, 10_000);
        var running = new ArrayList<Future<?>>();
        for (var role : ROLES) {
            var attack = new Attack(actor(role), new Random(chance.nextLong()));
            running.add(begin(() -> attack.send(most)));
        }
        for (var one : running) {
            one.get();
        }
        Effort.say("mutated requests: {0} of each of {1} roles, answered {2}", most, ROLES.size(), statuses);
        faults.assertNone();
        assertThat(statuses.keySet()).contains(200, 302, 404);
    }

    @Test
    void aFaultIsToldByItsNumberAlsoWhereNoPageIsRead() throws Exception {
        for (var method : List.of("GET", "HEAD")) {
            var request = RawRequest.get("/login.xhtml?jakarta.faces.RenderKitId=%5C");
            request.method = method;

            var answer = new Session().send(request);

            assertThat(answer.status()).as(method).isEqualTo(500);
            assertThat(answer.header("x-incident")).as(method).matches("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        }
    }

    /** One person's requests, one after the other, while the others send theirs. */
    private final class Attack {

        private final Actor actor;
        private final Random chance;
        private final Mutation mutation;
        private final List<String> addresses;

        Attack(Actor actor, Random chance) throws IOException {
            this.actor = actor;
            this.chance = chance;
            mutation = new Mutation(chance);
            addresses = addresses(actor);
        }

        int send(int most) throws IOException {
            int sent = 0;
            while (sent < most) {
                var session = Session.as(actor.person() == null ? null : world.email(actor.person()));
                for (int page = 0; page < PAGES_OF_A_SESSION && sent < most; page++) {
                    sent += mutated(session, addresses.get(chance.nextInt(addresses.size())));
                }
            }
            return sent;
        }

        /** Mutates what a page would send, or its address alone where there is no page. */
        private int mutated(Session session, String address) throws IOException {
            var answer = session.get(address);
            var requests = new ArrayList<RawRequest>();
            requests.add(RawRequest.get(address));
            if (answer.status() == 200 && answer.text().contains(OpenPage.VIEW_STATE)) {
                var page = new OpenPage(address, answer.text());
                page.actions().forEach(action -> requests.add(page.request(action, parameters())));
                Stream.of("reply", "notice")
                        .filter(box -> page.text().contains(box + ":pick:upload"))
                        .forEach(box ->
                                requests.add(page.upload(box, "a.txt".getBytes(UTF_8), "Treść".getBytes(UTF_8))));
                requests.add(RawRequest.post("/logout", Map.of()));
            }
            for (int i = 0; i < REQUESTS_OF_A_PAGE; i++) {
                var request = mutation.of(requests.get(chance.nextInt(requests.size())));
                judge(actor, request, session.send(request));
            }
            return REQUESTS_OF_A_PAGE;
        }
    }

    private List<String> addresses(Actor actor) throws IOException {
        var crawl = new Crawl(session(actor), List.of("/login.xhtml", "/", "/settings.xhtml"));
        var addresses = new ArrayList<>(crawl.addresses());
        addresses.add("/office/companies.xhtml");
        addresses.add("/office/broadcast.xhtml?id=" + noticeOfHead);
        addresses.add("/office/company/conversations.xhtml?company=" + office.f1 + "&conversation=" + office.c1);
        addresses.add("/client/home.xhtml?company=" + office.f1);
        addresses.add("/download/" + office.c1 + "/1/1");
        return addresses;
    }

    private Map<String, String> parameters() {
        return Map.of(
                "value", "name", "company", office.f1.toString(), "conversation", office.c1.toString(), "seen", "true");
    }

    private void judge(Actor actor, RawRequest request, RawAnswer answer) {
        statuses.merge(answer.status(), 1, Integer::sum);
        var asked = actor.name() + " " + request;
        var type = answer.header("content-type");
        if (!type.contains("javascript") && !type.contains("css")) {
            var told = answer.everything();
            faults.expect(asked + " tells a trace", first(TRACE, told), "");
            faults.expect(asked + " names a class", classes(told, asked), List.of());
            faults.expect(asked + " tells a statement", first(SQL, told), "");
            faults.expect(asked + " is calculated", told.contains(Mutation.SQUARE), false);
            faults.expect(asked + " leaks", leaked(actor, told), List.of());
        }
        faults.expect(
                asked + " sets a cookie of its own", answer.header("set-cookie").contains("taken"), false);
        if (answer.status() >= 500) {
            faults.expect(
                    asked + " is answered " + answer.status() + " without a number",
                    INCIDENT.matcher(answer.everything()).find(),
                    true);
        }
    }

    /** Names of classes, but for what the request itself has said and is told back. */
    private static List<String> classes(String told, String asked) {
        return CLASS.matcher(told)
                .results()
                .map(MatchResult::group)
                .filter(name -> !asked.contains(name))
                .toList();
    }

    private static String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find()
                ? text.substring(Math.max(0, found.start() - 60), Math.min(text.length(), found.end() + 60))
                : "";
    }
}
