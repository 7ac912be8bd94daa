package pl.goniec.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.broadcast.api.SubmitBroadcast;
import pl.goniec.broadcast.boundary.BroadcastService;
import pl.goniec.conversation.api.SendMessage;
import pl.goniec.fixture.server.Operators;
import pl.goniec.fixture.server.Programs;
import pl.goniec.fixture.world.Paper;
import pl.goniec.identity.api.AccountState;
import pl.goniec.journey.MatrixOffice.Actor;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Side;

/**
 * The access matrix over HTTP: pages and downloads asked for by every kind of person, each with a session of his own, by programs and
 * operators, whose accounts are good for no page, and other people's ids replayed. A foreign id is answered in every byte like one that never was.
 */
class ReplayIT extends Journey {

    /** No id of the tests or of the sequences comes near. */
    private static final long NEVER = 999_000_000_000_000_000L;

    /** An address with the row of the matrix that it belongs to, and the same with an id that never was. */
    private record Address(String row, String path, String never) {}

    @Inject
    BroadcastService broadcasts;

    private final AccessMatrix matrix = new AccessMatrix();
    private final Map<Actor, Requests> sessions = new HashMap<>();
    private final List<Address> addresses = new ArrayList<>();
    private MatrixOffice office;

    @BeforeEach
    void theOfficeOfTheMatrix() throws Exception {
        office = new MatrixOffice(world);
        row("page /office/*", "/office/companies.xhtml");
        row("page /office/head/*", "/office/head/audit.xhtml");
        row("page /office/head/*", "/office/head/office.xhtml");
        row("audit.view office", "/office/head/audit.csv");
        row("page /office/head/*", "/office/head/people.xhtml");
        row("page /office/head/*", "/office/head/person.xhtml?id=" + office.person("CARE_IN"));
        row("page /client/*", "/client/companies.xhtml");
        row("user.profile own", "/settings.xhtml");
        companies();
        conversation("C1 (F1: office<->ENT_1)", "C1", office.f1, office.c1, office.ent1);
        conversation("C2 (F1: office<->EMP_1)", "C2", office.f1, office.c2, office.emp1);
        conversation("C3 (F2: office<->ENT_2)", "C3", office.f2, office.c3, office.person("ENT_2"));
        draft(office.person("CARE_IN"));
        notice("bcast.view author CARE_IN, {F1}", office.person("CARE_IN"), Set.of(office.f1));
        notice("bcast.view author HEAD, {F1,F2}", office.person("HEAD"), Set.of(office.f1, office.f2));
    }

    private void companies() {
        row("firm.open F1", "/office/company/start.xhtml?company={id}", office.f1);
        row("firm.open F1", "/office/company/conversations.xhtml?company={id}", office.f1);
        row("firm.open F1", "/office/company/people.xhtml?company={id}", office.f1);
        row("firm.open F1", "/client/home.xhtml?company={id}", office.f1);
        row("firm.deactivate F1", "/office/head/company.xhtml?id={id}", office.f1);
        row("firm.create -", "/office/head/companies.xhtml?q=Firma");
        row("user.createEmployee in F1", "/client/employees.xhtml?company={id}", office.f1);
        row("firm.open F1", "/client/home.xhtml?company={id}&messages=open", office.f1);
    }

    private void conversation(String name, String at, CompanyId company, ConversationId id, PersonId client)
            throws Exception {
        var draft = as(client, () -> drafts.of(id).id());
        var file = as(client, () -> drafts.attach(draft, Paper.text("umowa.txt", "Umowa " + at)))
                .id();
        var message = as(client, () -> messages.send(new SendMessage(id, draft, "W załączeniu")))
                .id();
        row("conv.read " + name, "/office/company/conversations.xhtml?company=" + company + "&conversation={id}", id);
        row("att.download in " + at, "/download/{id}/" + message.position() + "/" + file, id);
        row("att.download in " + at, "/download/" + id + "/" + message.position() + "/{id}", file);
        row("att.download in " + at, "/download/" + id + "/{id}/" + file, message.position());
    }

    private void draft(PersonId author) throws Exception {
        var draft = as(author, () -> drafts.of(office.c1).id());
        var file = as(author, () -> drafts.attach(draft, Paper.text("szkic.txt", "Szkic")))
                .id();
        row("att.download unsent draft of CARE_IN", "/download/draft/{id}/" + file, draft);
        row("att.download unsent draft of CARE_IN", "/download/draft/" + draft + "/{id}", file);
    }

    private void notice(String row, PersonId author, Set<CompanyId> to) throws Exception {
        var draft = as(author, () -> broadcasts.draft().id());
        var file = as(author, () -> broadcasts.attach(draft, Paper.text("zmiany.txt", "Zmiany")))
                .id();
        BroadcastId id = as(author, () -> broadcasts.submit(new SubmitBroadcast(draft, "", "Zmiany", false, to)))
                .id();
        eventually(() -> number("SELECT COUNT(*) FROM receipt WHERE broadcast_id = ? AND state = 'PENDING'", id) == 0);
        row(row, "/office/broadcast.xhtml?id={id}", id);
        row(row, "/download/broadcast/{id}/" + file, id);
        row(row, "/download/broadcast/" + id + "/{id}", file);
        if (to.contains(office.f2)) {
            long position = number(
                    "SELECT position FROM message WHERE broadcast_id = ? AND conversation_id = ?", id, office.c1);
            row(
                    "att.download in broadcast B_S to F1 (author HEAD)",
                    "/download/{id}/" + position + "/" + file,
                    office.c1);
        }
    }

    private void row(String row, String path) {
        addresses.add(new Address(row, path, null));
    }

    /** Adds an address whose {@code {id}} is one that is replayed. */
    private void row(String row, String path, Object id) {
        addresses.add(new Address(row, path.replace("{id}", id.toString()), path.replace("{id}", "" + NEVER)));
    }

    // ---- what is tried

    @Test
    void everyAddressAnswersEachPersonAsTheMatrixSays() throws Exception {
        var faults = new Faults();
        var everybody =
                Stream.concat(office.everybody(), programsAndOperators()).toList();
        for (var address : addresses) {
            for (var actor : everybody) {
                long before = refusals();
                var answer = session(actor).get(address.path());
                var cell = address.row() + " | " + actor.name() + " | " + address.path();
                faults.expect(cell, verdict(answer), expected(address, actor));
                faults.expect(
                        cell + " | refusals in the audit trail",
                        refusals() - before,
                        verdict(answer).equals("A") ? 0L : 1L);
            }
        }
        faults.assertNone();
    }

    @Test
    void aForeignIdIsAnsweredLikeOneThatNeverWas() throws Exception {
        var faults = new Faults();
        var replayed = new HashSet<Address>();
        for (var address : addresses) {
            for (var actor : office.everybody().toList()) {
                if (address.never() != null && expected(address, actor).equals("N")) {
                    var foreign = session(actor).get(address.path());
                    var never = session(actor).get(address.never());
                    faults.expect(
                            actor.name() + " " + address.path(), Requests.essence(foreign), Requests.essence(never));
                    replayed.add(address);
                }
            }
        }
        faults.assertNone();
        assertThat(replayed).as("ids that were replayed").hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void somebodyBlockedIsSentToTheLogInFromEveryAddressWhileHisSessionIsOpen() throws Exception {
        var download = "/download/" + office.c1 + "/1/1";
        for (var path : List.of("/office/companies.xhtml", "/client/companies.xhtml", "/settings.xhtml", download)) {
            for (var person : office.peopleToBlock(world)) {
                var session = Requests.as(world.email(person));
                world.becomes(person, AccountState.BLOCKED);
                long before = refusals();

                var answer = session.get(path);

                assertThat(answer.statusCode()).as(path).isEqualTo(path.endsWith(".xhtml") ? 302 : 401);
                assertThat(verdict(answer)).as(path).isEqualTo("L");
                assertThat(refusals() - before).as(path).isEqualTo(1);
            }
        }
    }

    @Test
    void listsAndCountersHoldOnlyWhatIsOnesOwn() throws Exception {
        for (var actor : office.everybody().filter(one -> one.person() != null).toList()) {
            var own = session(actor).get("/live?side=" + actor.side().name().toLowerCase(Locale.ROOT));
            assertThat(own.statusCode()).as(actor.name()).isEqualTo(200);
            var list = session(actor).get("/switch?side=office");
            var verdict = matrix.verdict("counter.read firm F1 badge (office list)", actor.column());
            assertThat(list.statusCode()).as(actor.name()).isEqualTo(verdict.equals("F") ? 403 : 200);
            assertThat(list.body().contains(office.f1.toString()))
                    .as(actor.name())
                    .isEqualTo(verdict.equals("A"));
        }
    }

    @Test
    void anOpenPageCanNotBeMadeToAskForWhatIsForeign() throws Exception {
        var careOut = office.everybody()
                .filter(one -> one.name().equals("CARE_OUT"))
                .findFirst()
                .orElseThrow();
        var session = session(careOut);
        var inOwn = "/office/company/conversations.xhtml?company=" + office.f2;
        var foreign = session.command(
                inOwn, session.get(inOwn).body(), "goniecOpen", Map.of("conversation", office.c1.toString()));
        var never = session.command(inOwn, session.get(inOwn).body(), "goniecOpen", Map.of("conversation", "" + NEVER));

        assertThat(foreign.body()).doesNotContain("W załączeniu", "Adam Właściciel");
        assertThat(Requests.essence(foreign)).isEqualTo(Requests.essence(never));

        var list = "/office/companies.xhtml";
        var page = session.get(list).body();
        session.command(list, page, "companiesTick", Map.of("company", office.f1.toString(), "ticked", "true"));
        var notice = session.command(list, page, "noticeOpen", Map.of("jakarta.faces.partial.render", "notice:box"));
        assertThat(notice.body()).doesNotContain("Firma Pierwsza");
        var marked = session.command(list, page, "companiesMarkRead", Map.of());
        assertThat(marked.statusCode()).isEqualTo(200);
        assertThat(number(
                        "SELECT COUNT(*) FROM read_marker WHERE person_id = ? AND conversation_id = ?",
                        careOut.person(),
                        office.c1))
                .isZero();
    }

    /** A program of the office and an operator of the server, who cannot log in here with what is theirs elsewhere. */
    private Stream<Actor> programsAndOperators() throws Exception {
        var program = new Actor("JMS", "JMS", null, Side.OFFICE);
        var operator = new Actor("OPERATOR", "OPERATOR", null, Side.OFFICE);
        var name = UUID.randomUUID().toString();
        Programs.add(name, "back-office");
        Operators.add(name, "SuperUser");
        sessions.put(program, Requests.refused(name, Programs.PASSWORD));
        sessions.put(operator, Requests.refused(name, Operators.PASSWORD));
        return Stream.of(program, operator);
    }

    // ---- reading answers

    private Requests session(Actor actor) throws Exception {
        if (!sessions.containsKey(actor)) {
            sessions.put(actor, Requests.as(actor.person() == null ? null : world.email(actor.person())));
        }
        return sessions.get(actor);
    }

    /** The address says on which side one acts: on the other side's pages everybody is forbidden. */
    private String expected(Address address, Actor actor) {
        if (actor.person() != null) {
            var side = address.path().startsWith("/office/")
                    ? Side.OFFICE
                    : address.path().startsWith("/client/") ? Side.CLIENT : actor.side();
            if (side != actor.side()) {
                return "F";
            }
        }
        return matrix.verdict(address.row(), actor.column());
    }

    private static String verdict(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 200 -> "A";
            case 302 -> isLogIn(answer) ? "L" : "A";
            case 401 -> "L";
            case 403 -> "F";
            case 404 -> "N";
            default -> "status " + answer.statusCode();
        };
    }

    private static boolean isLogIn(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("").contains("/login.xhtml");
    }

    private long refusals() {
        return number("SELECT COUNT(*) FROM audit_event WHERE action = 'REFUSED'");
    }
}
