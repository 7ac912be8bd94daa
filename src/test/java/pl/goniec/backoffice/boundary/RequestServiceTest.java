package pl.goniec.backoffice.boundary;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pl.goniec.backoffice.api.ReceivedRequest;
import pl.goniec.broadcast.api.BroadcastWithdrawn;
import pl.goniec.broadcast.boundary.DeliveryService;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.fixture.RefusalTable;
import pl.goniec.fixture.world.PublishedSchema;
import pl.goniec.fixture.world.World;
import pl.goniec.identity.api.AccountState;
import pl.goniec.platform.security.RequestOrigin;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/** What programs of the office ask for is done once, and every one of their requests is answered as the contract says. */
class RequestServiceTest extends OnBothEngines {

    private static final String BAKERY = "9000000001";
    private static final String GARAGE = "9000000002";

    private CompanyId bakery;
    private CompanyId garage;
    private PersonId anna;

    @BeforeEach
    void twoCompaniesOneWithANumberAndOneWithATag() {
        bakery = world.company("Piekarnia Złoty Kłos", BAKERY);
        garage = world.company("Warsztat Turbo", GARAGE);
        world.sql().change("UPDATE company SET number = 'K-17' WHERE id = ?", garage);
        world.sql().change("INSERT INTO company_tag (company_id, tag) VALUES (?, 'VAT')", bakery);
        anna = world.entrepreneur(bakery, "Anna Kłos");
        world.employee(bakery, "Jan Kłos");
        world.entrepreneur(garage, "Piotr Turbo");
    }

    private JsonObject ask(String sender, String kind, String text) {
        var received = new ReceivedRequest(sender, kind, text);
        var reply = with(RequestService.class, service -> service.answer(received, RequestOrigin.ofProgram(sender)));
        assertThat(PublishedSchema.faults("Reply", reply.json()))
                .as("the reply against its schema")
                .isEmpty();
        try (var reader = Json.createReader(new StringReader(reply.json()))) {
            return reader.readObject();
        }
    }

    private JsonObject notice(String id, String companies, String more) {
        return ask("kadry", "SendBroadcast", noticeText(id, companies, more));
    }

    private static String noticeText(String id, String companies, String more) {
        return "{\"version\":1,\"requestId\":\"%s\",\"text\":\"Zmiana godzin\",\"companies\":%s%s}"
                .formatted(id, companies, more);
    }

    private static String byNip(String nip) {
        return "[{\"nip\":\"" + nip + "\"}]";
    }

    private long broadcasts() {
        return world.sql().number("""
                SELECT COUNT(*) FROM broadcast b JOIN person p ON p.id = b.author_id WHERE p.email LIKE 'kadry%'
                """);
    }

    private static long count(JsonObject reply, String name) {
        return reply.getJsonObject("counts").getInt(name);
    }

    @Test
    void aNoticeGoesToCompaniesByTaxNumberByTheOfficesNumberAndByTag() {
        var list = notice("1", "[{\"nip\":\"" + BAKERY + "\"},{\"number\":\"K-17\"}]", "");
        var tag = notice("2", "{\"tag\":\"VAT\"}", ",\"withEmployees\":true");

        assertThat(list.getString("outcome")).isEqualTo("accepted");
        assertThat(list.getString("requestId")).isEqualTo("1");
        assertThat(count(list, "companies")).isEqualTo(2);
        assertThat(count(list, "recipients")).isEqualTo(2);
        assertThat(count(tag, "companies")).isEqualTo(1);
        assertThat(count(tag, "recipients")).isEqualTo(2);
    }

    @Test
    void allAreTheActiveCompanies() {
        long active = world.sql().number("SELECT COUNT(*) FROM company WHERE active");
        world.sql().change("UPDATE company SET active = FALSE WHERE id = ?", garage);

        assertThat(count(notice("1", "\"all\"", ""), "companies")).isEqualTo(active - 1);
    }

    @Test
    void theSameRequestIsDoneOnceAndGetsTheSameReplyForEver() {
        var first = notice("1", byNip(BAKERY), "");

        assertThat(notice("1", byNip(BAKERY), " ")).as("blanks are no content").isEqualTo(first);
        assertThat(broadcasts()).isOne();
    }

    @Test
    void anotherContentUnderTheSameNumberIsRefused() {
        notice("1", byNip(BAKERY), "");

        assertThat(notice("1", byNip(GARAGE), "").getString("code")).isEqualTo("request.otherContent");
        assertThat(broadcasts()).isOne();
    }

    @Test
    void eachProgramHasNumbersOfItsOwn() {
        notice("1", byNip(BAKERY), "");

        assertThat(ask("kadry-2", "SendBroadcast", noticeText("1", byNip(GARAGE), ""))
                        .getString("outcome"))
                .isEqualTo("accepted");
        assertThat(broadcasts()).isEqualTo(2);
    }

    @Test
    void oneCompanyThatIsNotKnownRefusesTheWholeNoticeAndThatIsRemembered() {
        var companies = "[{\"nip\":\"" + BAKERY + "\"},{\"nip\":\"9999999999\"}]";
        var refused = notice("1", companies, "");
        world.company("Firma, która przyszła później", "9999999999");

        assertThat(refused.getString("outcome")).isEqualTo("rejected");
        assertThat(refused.getString("code")).isEqualTo("request.companyUnknown");
        assertThat(refused.getString("field")).isEqualTo("/companies/1");
        assertThat(refused.getJsonObject("text").getString("pl"))
                .isEqualTo("Nie ma aktywnej firmy wskazanej w polu /companies/1.");
        assertThat(notice("1", companies, "")).isEqualTo(refused);
        assertThat(broadcasts()).isZero();
    }

    @Test
    void aTagThatNobodyHasIsRefused() {
        assertThat(notice("1", "{\"tag\":\"PIT\"}", "").getString("code")).isEqualTo("request.tagUnused");
    }

    @Test
    void whatTheBusinessRefusesNamesTheField() {
        var blank = ask(
                "kadry", "SendBroadcast", "{\"version\":1,\"requestId\":\"b\",\"text\":\"  \",\"companies\":\"all\"}");

        assertThat(blank.getString("code")).isEqualTo("message.blank");
        assertThat(blank.getString("field")).isEqualTo("/text");
    }

    @Test
    void aMessageGoesIntoTheConversationOfTheClient() {
        var reply = message("m", world.email(anna).toUpperCase(Locale.ROOT));

        assertThat(reply.getString("outcome")).isEqualTo("done");
        assertThat(count(reply, "messages")).isOne();
        assertThat(world.sql().rows("""
                        SELECT b.content, p.full_name, m.author_role, m.side FROM message m JOIN body b ON b.id = m.body_id
                        JOIN person p ON p.id = m.author_id WHERE m.conversation_id = ?
                        """, world.conversation(bakery, anna)))
                .containsExactly("Lista płac|System kadry|BACK_OFFICE|OFFICE|");
    }

    private JsonObject message(String id, String person) {
        return ask(
                "kadry",
                "SendMessage",
                "{\"version\":1,\"requestId\":\"%s\",\"company\":{\"nip\":\"%s\"},\"person\":\"%s\",\"text\":\"Lista płac\"}"
                        .formatted(id, BAKERY, person));
    }

    @Test
    void aMessageToSomebodyOfAnotherCompanyOrToABlockedAccountIsRefused() {
        var stranger = world.entrepreneur(garage, "Obcy Właściciel");
        var blocked = world.client(bakery, "Zablokowana", Role.EMPLOYEE, AccountState.BLOCKED, true);

        assertThat(message("1", world.email(stranger)).getString("code")).isEqualTo("request.personUnknown");
        assertThat(message("2", world.email(blocked)).getString("code")).isEqualTo("conversation.unreachable");
    }

    @Test
    void aProgramSeesHowFarItsOwnNoticeHasCome() {
        var accepted = notice("1", byNip(BAKERY), "");
        var broadcast = new BroadcastId(accepted.getInt("broadcast"));

        assertThat(count(query("kadry", "q1"), "pending")).isOne();
        deliver(broadcast, 0);
        world.reads(anna, world.conversation(bakery, anna));

        var later = query("kadry", "q2");
        assertThat(count(later, "delivered")).isOne();
        assertThat(count(later, "read")).isOne();
        assertThat(count(later, "pending")).isZero();
        assertThat(query("kadry-2", "q1").getString("code")).isEqualTo("request.broadcastUnknown");
    }

    private void deliver(BroadcastId broadcast, int chunk) {
        with(DeliveryService.class, delivery -> {
            delivery.deliver(broadcast, chunk);
            return null;
        });
    }

    private JsonObject query(String program, String id) {
        return ask(program, "QueryBroadcast", ofNotice(id, "1"));
    }

    private JsonObject withdraw(String program, String id, String notice) {
        return ask(program, "WithdrawBroadcast", ofNotice(id, notice));
    }

    private static String ofNotice(String id, String notice) {
        return "{\"version\":1,\"requestId\":\"%s\",\"broadcastRequestId\":\"%s\"}".formatted(id, notice);
    }

    /** Sends a notice to both companies as request 1, each in a part of its own. */
    private BroadcastId noticeInTwoParts() {
        var both = "[{\"nip\":\"" + BAKERY + "\"},{\"nip\":\"" + GARAGE + "\"}]";
        var broadcast = new BroadcastId(notice("1", both, "").getInt("broadcast"));
        world.sql().change("UPDATE receipt SET chunk = 1 WHERE broadcast_id = ? AND company_id = ?", broadcast, garage);
        world.sql()
                .change(
                        "INSERT INTO broadcast_chunk (broadcast_id, number, state, dispatches, next_dispatch_at)"
                                + " SELECT broadcast_id, 1, state, dispatches, next_dispatch_at FROM broadcast_chunk"
                                + " WHERE broadcast_id = ?",
                        broadcast);
        return broadcast;
    }

    private long messages(BroadcastId broadcast) {
        return world.sql().number("SELECT COUNT(*) FROM message WHERE broadcast_id = ?", broadcast);
    }

    @Test
    void aNoticeThatIsWithdrawnStaysWithWhoHasItAndReachesNobodyElse() {
        var broadcast = noticeInTwoParts();
        deliver(broadcast, 0);

        var reply = withdraw("kadry", "w1", "1");
        deliver(broadcast, 1);

        assertThat(reply.getString("outcome")).isEqualTo("done");
        assertThat(count(reply, "cancelled")).isOne();
        assertThat(count(reply, "delivered")).isOne();
        assertThat(messages(broadcast)).isOne();
        var counts = query("kadry", "q1");
        assertThat(count(counts, "recipients")).isEqualTo(2);
        assertThat(count(counts, "delivered")).isOne();
        assertThat(count(counts, "cancelled")).isOne();
        assertThat(count(counts, "pending")).isZero();
    }

    @Test
    void whatHasFailedIsWithdrawnToo() {
        var broadcast = noticeInTwoParts();
        with(DeliveryService.class, delivery -> {
            delivery.fail(broadcast, 0);
            return null;
        });

        assertThat(count(withdraw("kadry", "w1", "1"), "cancelled")).isEqualTo(2);
        assertThat(count(query("kadry", "q1"), "failed")).isZero();
    }

    @Test
    void aNoticeIsWithdrawnOnceHoweverOftenItIsAskedFor() {
        noticeInTwoParts();
        var first = withdraw("kadry", "w1", "1");

        assertThat(withdraw("kadry", "w1", "1")).isEqualTo(first);
        assertThat(withdraw("kadry", "w2", "1").getJsonObject("counts")).isEqualTo(first.getJsonObject("counts"));
        assertThat(beans.events().stream().filter(BroadcastWithdrawn.class::isInstance))
                .hasSize(1);
    }

    @Test
    void onlyANoticeOfItsOwnIsWithdrawnByAProgram() {
        var broadcast = noticeInTwoParts();
        query("kadry", "q1");

        for (var refused : List.of(
                withdraw("kadry-2", "w1", "1"), withdraw("kadry", "w2", "q1"), withdraw("kadry", "w3", "nieznane"))) {
            assertThat(refused.getString("code")).isEqualTo("request.broadcastUnknown");
            assertThat(refused.getString("field")).isEqualTo("/broadcastRequestId");
        }
        deliver(broadcast, 0);
        deliver(broadcast, 1);
        assertThat(messages(broadcast)).isEqualTo(2);
    }

    @Test
    void aCompanyIsAddedOnceThenChangedInWhatIsSaid() {
        var nip = World.freshNip();
        var added = company("c1", nip, ",\"name\":\"Cukiernia Ptyś\",\"number\":\"K-99\",\"tags\":[\"VAT\",\"ZUS\"]");
        var same = company("c2", nip, ",\"name\":\"Cukiernia Ptyś\"");
        var changed = company("c3", nip, ",\"active\":false,\"tags\":[\"PIT\"]");

        assertThat(count(added, "added")).isOne();
        assertThat(count(same, "added") + count(same, "changed")).isZero();
        assertThat(count(changed, "changed")).isOne();
        assertThat(world.sql().rows("SELECT name, number, active FROM company WHERE nip = ?", nip))
                .singleElement()
                .asString()
                .matches("(?i)Cukiernia Ptyś\\|K-99\\|f(alse)?\\|");
        assertThat(world.sql()
                        .texts(
                                "SELECT tag FROM company_tag t JOIN company c ON c.id = t.company_id WHERE c.nip = ?",
                                nip))
                .containsExactly("PIT");
    }

    @Test
    void aCompanyWithoutANameAWrongTaxNumberOrAnothersNumberIsRefused() {
        assertThat(company("c1", World.freshNip(), "").getString("field")).isEqualTo("/name");
        assertThat(company("c2", "1234567890", ",\"name\":\"Zła\"").getString("code"))
                .isEqualTo("company.fault.NIP_WRONG");
        assertThat(company("c3", World.freshNip(), ",\"name\":\"Inna\",\"number\":\"K-17\"")
                        .getString("code"))
                .isEqualTo("company.numberTaken");
    }

    private JsonObject company(String id, String nip, String more) {
        return ask(
                "kadry",
                "UpsertCompany",
                "{\"version\":1,\"requestId\":\"%s\",\"nip\":\"%s\"%s}".formatted(id, nip, more));
    }

    @Test
    void aPersonJoinsACompanyIsInvitedAndBecomesSomethingElseThere() {
        var added = person("p1", "nowa@kadry.example", "EMPLOYEE", "");
        var same = person("p2", "NOWA@kadry.example", "EMPLOYEE", "");
        var changed = person("p3", "nowa@kadry.example", "ENTREPRENEUR", "");

        assertThat(count(added, "added")).isOne();
        assertThat(count(same, "added") + count(same, "changed")).isZero();
        assertThat(count(changed, "changed")).isOne();
        assertThat(world.sql().rows("""
                        SELECT m.role, p.full_name, p.state FROM membership m JOIN person p ON p.id = m.person_id
                        WHERE p.email = 'nowa@kadry.example' AND m.company_id = ?
                        """, bakery)).containsExactly("ENTREPRENEUR|Nowa Osoba|NOT_ACTIVATED|");
        assertThat(world.sql().number("SELECT COUNT(*) FROM letter WHERE address = 'nowa@kadry.example'"))
                .isOne();
    }

    @Test
    void whoHasLeftComesBackAndWhoLooksAfterTheCompanyIsNoClientThere() {
        world.leaves(anna, bakery);
        var caretaker = world.caretaker("Olga Opiekun", bakery);

        assertThat(count(person("p1", world.email(anna), "EMPLOYEE", ""), "added"))
                .isOne();
        assertThat(world.sql()
                        .number(
                                "SELECT COUNT(*) FROM membership WHERE person_id = ? AND company_id = ? AND left_at IS NULL",
                                anna,
                                bakery))
                .isOne();
        assertThat(person("p2", world.email(caretaker), "EMPLOYEE", "").getString("code"))
                .isEqualTo("people.caretaker");
    }

    @Test
    void aPersonIsAddedWithoutALetterWhereNoneIsWanted() {
        person("p1", "cicho@kadry.example", "EMPLOYEE", ",\"invite\":false");

        assertThat(world.sql().number("SELECT COUNT(*) FROM letter WHERE address = 'cicho@kadry.example'"))
                .isZero();
    }

    private JsonObject person(String id, String email, String role, String more) {
        return ask("kadry", "UpsertPerson", personText(id, email, role, more));
    }

    private static String personText(String id, String email, String role, String more) {
        return ("{\"version\":1,\"requestId\":\"%s\",\"company\":{\"nip\":\"%s\"},\"person\":\"%s\","
                        + "\"name\":\"Nowa Osoba\",\"role\":\"%s\"%s}")
                .formatted(id, BAKERY, email, role, more);
    }

    @Test
    void nobodySendsUnderTheNameOfAPerson() {
        var reply = ask(world.email(anna), "SendBroadcast", noticeText("1", byNip(BAKERY), ""));

        assertThat(reply.getString("code")).isEqualTo("program.person");
    }

    @Test
    void aProgramHasANameThatHasRoomBesideWhatItIs() {
        var longest = "x".repeat(113);

        assertThat(ask(longest, "SendBroadcast", noticeText("1", byNip(BAKERY), ""))
                        .getString("outcome"))
                .isEqualTo("accepted");
        assertThat(world.sql().texts("SELECT full_name FROM person WHERE email = ?", longest))
                .containsExactly("System " + longest);

        var refused = ask(longest + "x", "SendBroadcast", noticeText("1", byNip(BAKERY), ""));
        assertThat(refused.getString("code")).isEqualTo("program.nameTooLong");
        assertThat(refused.getJsonObject("text").getString("pl"))
                .isEqualTo("Nazwa systemu może mieć najwyżej 113 znaków.");
        assertThat(world.sql().number("SELECT COUNT(*) FROM back_office_request"))
                .isOne();
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("SendBroadcast", null, "request.body", null),
                Arguments.of("SendBroadcast", "", "request.json", null),
                Arguments.of("SendBroadcast", "[]", "request.json", null),
                Arguments.of("SendBroadcast", "{\"version\":1", "request.json", null),
                Arguments.of("SendBroadcast", "[".repeat(200_000), "request.json", null),
                Arguments.of(null, "{}", "request.kind", null),
                Arguments.of("sendbroadcast", "{}", "request.kind", null),
                Arguments.of("SendBroadcast", "{}", "request.version", "/version"),
                Arguments.of("SendBroadcast", "{\"version\":1}", "request.field.required", "/companies"),
                Arguments.of("SendBroadcast", valid("version", "2"), "request.version", "/version"),
                Arguments.of("SendBroadcast", valid("version", "\"1\""), "request.version", "/version"),
                Arguments.of("SendBroadcast", valid("version", "1e999999999"), "request.json", null),
                Arguments.of("SendBroadcast", valid("version", "1".repeat(1050)), "request.json", null),
                Arguments.of("SendBroadcast", valid("requestId", "7"), "request.field.type", "/requestId"),
                Arguments.of("SendBroadcast", valid("requestId", "\"\""), "request.field.minLength", "/requestId"),
                Arguments.of(
                        "SendBroadcast",
                        valid("requestId", "\"" + "x".repeat(101) + "\""),
                        "request.field.maxLength",
                        "/requestId"),
                Arguments.of(
                        "SendBroadcast",
                        valid("title", "\"" + "x".repeat(101) + "\""),
                        "request.field.maxLength",
                        "/title"),
                Arguments.of("SendBroadcast", valid("text", "\"\""), "request.field.minLength", "/text"),
                Arguments.of("SendBroadcast", valid("text", "null"), "request.field.type", "/text"),
                Arguments.of(
                        "SendBroadcast", valid("withEmployees", "\"tak\""), "request.field.type", "/withEmployees"),
                Arguments.of("SendBroadcast", valid("companies", "\"ALL\""), "request.field", "/companies"),
                Arguments.of("SendBroadcast", valid("companies", "[]"), "request.field.minItems", "/companies"),
                Arguments.of("SendBroadcast", valid("companies", "[17]"), "request.field.type", "/companies/0"),
                Arguments.of("SendBroadcast", valid("companies", "[{}]"), "request.field", "/companies/0"),
                Arguments.of(
                        "SendBroadcast",
                        valid("companies", "[{\"nip\":\"123\"}]"),
                        "request.field.pattern",
                        "/companies/0/nip"),
                Arguments.of("SendBroadcast", valid("companies", "{}"), "request.field.required", "/companies/tag"));
    }

    /** A good request but for one field, given as JSON. */
    private static String valid(String field, String value) {
        var fields = new TreeMap<>(
                Map.of("version", "1", "requestId", "\"zły\"", "text", "\"Treść\"", "companies", "\"all\""));
        fields.put(field, value);
        return fields.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                .collect(joining(",", "{", "}"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatIsNoRequestIsRefusedWithItsReasonAndLeavesItsNumberFree(
            String kind, String text, String code, String field) {
        var reply = ask("kadry", kind, text);

        assertThat(reply.getString("outcome")).isEqualTo("rejected");
        assertThat(reply.getString("code")).isEqualTo(code);
        assertThat(reply.getString("field", null)).isEqualTo(field);
        assertThat(world.sql().number("SELECT COUNT(*) FROM back_office_request"))
                .isZero();
    }

    @Test
    void fieldsThatNobodyKnowsAreIgnored() {
        assertThat(notice("1", byNip(BAKERY), ",\"kolor\":\"zielony\"").getString("outcome"))
                .isEqualTo("accepted");
    }

    @Test
    void aListThatIsTooLongIsRefusedWithoutALookAtItsItemsUnlessNobodyKnowsIt() {
        var many = "[{}" + ",{}".repeat(20_000) + "]";
        var refused = notice("1", many, "");

        assertThat(refused.getString("code")).isEqualTo("request.field.maxItems");
        assertThat(refused.getString("field")).isEqualTo("/companies");
        assertThat(notice("2", "\"all\"", ",\"elsewhere\":" + many).getString("outcome"))
                .isEqualTo("accepted");
    }

    @Test
    void everyCodeOfTheReadmeIsRepliedAndNoOther() {
        var blocked = world.client(bakery, "Zablokowana", Role.EMPLOYEE, AccountState.BLOCKED, true);
        var caretaker = world.caretaker("Olga Opiekun", bakery);
        var empty = World.freshNip();
        world.company("Firma bez ludzi", empty);
        notice("1", byNip(BAKERY), "");
        var replies = Stream.of(
                ask(" ", "SendBroadcast", noticeText("2", byNip(BAKERY), "")),
                ask(world.email(anna), "SendBroadcast", noticeText("2", byNip(BAKERY), "")),
                notice("1", byNip(GARAGE), ""),
                notice("3", "[{\"number\":\"K-0\"}]", ""),
                notice("4", "{\"tag\":\"PIT\"}", ""),
                notice("5", byNip(empty), ""),
                notice("6", byNip(BAKERY), ",\"title\":\"" + "📣".repeat(60) + "\""),
                ask("kadry", "SendBroadcast", valid("text", "\"  \"")),
                ask(
                        "kadry",
                        "SendBroadcast",
                        valid("text", "\"" + "x".repeat(10_001) + "\"").replace("zły", "7")),
                ask("x".repeat(114), "SendBroadcast", noticeText("2", byNip(BAKERY), "")),
                query("kadry-2", "8"),
                message("9", "nikt@zlotyklos.example"),
                message("10", world.email(blocked)),
                company("11", World.freshNip(), ",\"tags\":" + "[\"x\"" + ",\"x\"".repeat(20) + "]"),
                company("12", World.freshNip(), ""),
                company("13", World.freshNip(), ",\"name\":\"Inna\",\"number\":\"K-17\""),
                person("14", world.email(caretaker), "EMPLOYEE", ""),
                person("15", "bez znaku", "EMPLOYEE", ""),
                person("16", "nowy@kadry.example", "EMPLOYEE", ",\"phone\":\"nie ma\""),
                ask(
                        "kadry",
                        "UpsertPerson",
                        personText("17", "nowy@kadry.example", "EMPLOYEE", "").replace("Nowa Osoba", " ")));
        var codes = Stream.concat(
                        replies,
                        malformed()
                                .map(request -> request.get())
                                .map(request -> ask("kadry", (String) request[0], (String) request[1])))
                .map(reply -> reply.getString("code"))
                .toList();

        assertThat(codes)
                .allSatisfy(
                        code -> assertThat(RefusalTable.names(code)).as(code).isTrue());
        assertThat(RefusalTable.codes())
                .allSatisfy(entry -> assertThat(codes).as(entry).anyMatch(code -> RefusalTable.stands(entry, code)));
    }
}
