package pl.goniec.rights;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import pl.goniec.broadcast.api.SubmitBroadcast;
import pl.goniec.broadcast.boundary.BroadcastService;
import pl.goniec.broadcast.control.AudienceQueries;
import pl.goniec.company.boundary.CompanyService;
import pl.goniec.conversation.api.ConversationRow;
import pl.goniec.conversation.api.RecipientRow;
import pl.goniec.conversation.api.SendMessage;
import pl.goniec.conversation.boundary.ConversationService;
import pl.goniec.conversation.boundary.DraftService;
import pl.goniec.conversation.boundary.MessageService;
import pl.goniec.conversation.control.ConversationQueries;
import pl.goniec.fixture.TestDatabases;
import pl.goniec.inbox.api.ClientCompanyRow;
import pl.goniec.inbox.api.CompanyFilter;
import pl.goniec.inbox.api.CompanyOrder;
import pl.goniec.inbox.api.CompanyRow;
import pl.goniec.inbox.api.UnreadCounts;
import pl.goniec.inbox.boundary.InboxService;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.DraftId;
import pl.goniec.shared.PersonId;

/** The axioms of access, each tried on many offices. A failure names the seed with which it comes again. */
class RightsTest {

    private static final int MANY = 1000;

    /** Every way to look into a conversation. */
    private static final Map<String, BiConsumer<ConversationService, ConversationId>> LOOKS = Map.of(
            "open", ConversationService::open,
            "older", (service, id) -> service.older(id, MANY),
            "newer", (service, id) -> service.newer(id, 0),
            "between", (service, id) -> service.between(id, 1, MANY),
            "markRead", (service, id) -> service.markRead(id, MANY));

    @Provide
    Arbitrary<Plan> plans() {
        return Plans.any();
    }

    @Provide
    Arbitrary<Loss> losses() {
        return Combinators.combine(Arbitraries.of(Loss.Kind.class), Plans.number())
                .as(Loss::new);
    }

    @Provide
    Arbitrary<Set<Integer>> ticks() {
        return Plans.number().set().ofMinSize(1).ofMaxSize(3);
    }

    @Property
    void whoReadsIsTheHeadACurrentCaretakerOrTheParticipant(@ForAll("plans") Plan plan) {
        onBothEngines(plan, RightsTest::everybodyReadsWhatIsHis);
    }

    @Property
    void listSearchCounterPickerAndPushShowTheSame(@ForAll("plans") Plan plan) {
        onBothEngines(plan, (stage, office) -> {
            office.people().forEach(person -> everyListIs(stage, office, person));
            everyPushGoesToTheReaders(stage, office);
        });
    }

    @Property
    void losingAnAssignmentTakesEveryRightAtOnce(@ForAll("plans") Plan plan, @ForAll("losses") Loss loss) {
        onBothEngines(plan, (stage, office) -> {
            everybodyReadsWhatIsHis(stage, office);
            var loser = office.lose(loss);
            everybodyReadsWhatIsHis(stage, office);
            everybodyWritesOnlyWhatHeReads(stage, office);
            everyListIs(stage, office, loser);
            everyPushGoesToTheReaders(stage, office);
        });
    }

    @Property
    void whoWritesReads(@ForAll("plans") Plan plan) {
        onBothEngines(plan, RightsTest::everybodyWritesOnlyWhatHeReads);
    }

    @Property
    void aMixedRequestIsRefusedWhole(@ForAll("plans") Plan plan, @ForAll("ticks") Set<Integer> ticks) {
        onBothEngines(plan, (stage, office) -> {
            var ticked = ticks.stream()
                    .map(number ->
                            office.companies().get(number % office.companies().size()))
                    .collect(toSet());
            for (var person : office.people()) {
                boolean all = office.actsFor(person).containsAll(ticked);
                assertThat(stage.as(person, BroadcastService.class, service -> service.audience(ticked, true)))
                        .as("audience for %s of %s", person, ticked)
                        .matches(audience -> audience.isPresent() == all);
                submits(stage, person, ticked, all);
                marksRead(stage, person, ticked, all);
            }
        });
    }

    private static void onBothEngines(Plan plan, BiConsumer<Stage, Office> axiom) {
        TestDatabases.both().forEach(engine -> {
            try (var stage = new Stage(engine)) {
                axiom.accept(stage, new Office(stage.world(), plan));
            }
        });
    }

    // ---- reading and writing

    private static void everybodyReadsWhatIsHis(Stage stage, Office office) {
        for (var person : office.people()) {
            for (var conversation : office.conversations()) {
                LOOKS.forEach((name, look) -> assertThat(done(stage, person, ConversationService.class, service -> {
                            look.accept(service, conversation);
                            return true;
                        }))
                        .as("%s of %s by %s", name, conversation, person)
                        .isEqualTo(office.reads(person, conversation)));
            }
            for (var company : office.companies()) {
                assertThat(done(stage, person, CompanyService.class, service -> service.open(company)))
                        .as("company %s for %s of the office", company, person)
                        .isEqualTo(office.actsFor(person, company));
                assertThat(done(stage, person, CompanyService.class, service -> service.openAsClient(company)))
                        .as("company %s for %s of its own", company, person)
                        .isEqualTo(office.belongsTo(person, company));
            }
        }
    }

    private static void everybodyWritesOnlyWhatHeReads(Stage stage, Office office) {
        for (var person : office.people()) {
            for (var conversation : office.conversations()) {
                long before = messages(stage, conversation);
                boolean begun = done(stage, person, DraftService.class, service -> service.of(conversation));
                assertThat(begun)
                        .as("draft of %s in %s", person, conversation)
                        .isEqualTo(office.reads(person, conversation));
                var draft = stage.world()
                        .sql()
                        .texts("SELECT id FROM draft WHERE conversation_id = ? ORDER BY id", conversation);
                boolean sent = !draft.isEmpty()
                        && done(
                                stage,
                                person,
                                MessageService.class,
                                service -> service.send(new SendMessage(
                                        conversation,
                                        new DraftId(Long.parseLong(draft.get(draft.size() - 1))),
                                        "Treść")));
                if (!office.reads(person, conversation)) {
                    assertThat(sent).as("%s wrote in %s", person, conversation).isFalse();
                }
                assertThat(messages(stage, conversation) - before).isEqualTo(sent ? 1 : 0);
            }
        }
    }

    private static long messages(Stage stage, ConversationId conversation) {
        return stage.world().sql().number("SELECT COUNT(*) FROM message WHERE conversation_id = ?", conversation);
    }

    // ---- lists

    private static void everyListIs(Stage stage, Office office, PersonId person) {
        var his = office.actsFor(person);
        listaFirm(stage, office, person, his);
        for (var company : office.companies()) {
            boolean shown = his.contains(company);
            assertThat(conversations(stage, person, company, ""))
                    .as("list of %s for %s", company, person)
                    .isEqualTo(shown ? Optional.of(spoken(office, company)) : Optional.empty());
            assertThat(recipients(stage, person, company))
                    .as("picker of %s for %s", company, person)
                    .isEqualTo(shown ? Optional.of(office.members(company)) : Optional.empty());
            assertThat(latest(stage, person, company))
                    .as("newest of %s for %s", company, person)
                    .isEqualTo(shown ? Optional.of(spoken(office, company)) : Optional.empty());
            for (var conversation : office.conversations()) {
                var said = Set.of(conversation);
                boolean found = office.owner(conversation).company().equals(company) && isSaid(stage, conversation);
                assertThat(conversations(stage, person, company, Office.word(conversation)))
                        .as("search in %s for %s", company, person)
                        .isEqualTo(shown ? Optional.of(found ? said : Set.of()) : Optional.empty());
            }
        }
        ownCompanies(stage, office, person);
    }

    private static void listaFirm(Stage stage, Office office, PersonId person, Set<CompanyId> his) {
        var list = stage.as(
                person, InboxService.class, service -> service.companies(filter(""), CompanyOrder.NAME, 0, MANY));
        var rows = list.map(all -> all.page().rows()).orElse(List.of());
        var unread = his.stream().collect(toMap(Function.identity(), company -> unread(office, person, company)));
        assertThat(rows.stream().collect(toMap(CompanyRow::id, CompanyRow::unread)))
                .as("lista firm of %s", person)
                .isEqualTo(unread);
        assertThat(stage.as(person, InboxService.class, service -> service.matching(filter("")))
                        .orElse(Set.of()))
                .isEqualTo(his);
        assertThat(list.map(all -> all.totals().companies()).orElse(0L)).isEqualTo(his.size());
        assertThat(list.map(all -> all.unread().messages()).orElse(0L)).isEqualTo(sum(unread));
        for (var company : office.companies()) {
            assertThat(stage.as(person, InboxService.class, service -> service.matching(filter(office.name(company))))
                            .orElse(Set.of()))
                    .as("%s searches %s", person, company)
                    .isEqualTo(his.contains(company) ? Set.of(company) : Set.of());
        }
        assertThat(counter(stage, person, InboxService::officeUnread))
                .as("office's counter of %s", person)
                .isEqualTo(aboveZero(unread));
    }

    private static void ownCompanies(Stage stage, Office office, PersonId person) {
        var own = new HashMap<CompanyId, Long>();
        office.conversations().stream()
                .filter(conversation -> office.owner(conversation).person().equals(person))
                .filter(conversation ->
                        office.belongsTo(person, office.owner(conversation).company()))
                .forEach(conversation ->
                        own.put(office.owner(conversation).company(), office.unread(person, conversation)));
        assertThat(stage.as(person, InboxService.class, InboxService::myCompanies).orElse(List.of()).stream()
                        .collect(toMap(ClientCompanyRow::id, ClientCompanyRow::unread)))
                .as("own companies of %s", person)
                .isEqualTo(own);
        assertThat(counter(stage, person, InboxService::clientUnread))
                .as("client's counter of %s", person)
                .isEqualTo(aboveZero(own));
    }

    private static Optional<Set<ConversationId>> conversations(
            Stage stage, PersonId person, CompanyId company, String search) {
        return stage.as(
                person,
                ConversationService.class,
                service -> service.conversations(company, search).stream()
                        .map(ConversationRow::id)
                        .collect(toSet()));
    }

    private static Optional<Set<PersonId>> recipients(Stage stage, PersonId person, CompanyId company) {
        return stage.as(
                person,
                ConversationService.class,
                service -> service.recipients(company).stream()
                        .map(RecipientRow::id)
                        .collect(toSet()));
    }

    private static Optional<Set<ConversationId>> latest(Stage stage, PersonId person, CompanyId company) {
        return stage.as(
                person,
                ConversationService.class,
                service -> service.latest(company, MANY).stream()
                        .map(row -> row.id().conversation())
                        .collect(toSet()));
    }

    private static Map<Long, Long> counter(Stage stage, PersonId person, Function<InboxService, UnreadCounts> side) {
        return stage.as(person, InboxService.class, side)
                .map(UnreadCounts::companies)
                .orElse(Map.of());
    }

    private static Set<ConversationId> spoken(Office office, CompanyId company) {
        return office.conversations().stream()
                .filter(conversation -> office.owner(conversation).company().equals(company))
                .filter(office::holdsMessages)
                .collect(toSet());
    }

    private static boolean isSaid(Stage stage, ConversationId conversation) {
        return stage.world()
                        .sql()
                        .number(
                                "SELECT COUNT(*) FROM message m JOIN body b ON b.id = m.body_id"
                                        + " WHERE m.conversation_id = ? AND b.content = ?",
                                conversation,
                                Office.word(conversation))
                > 0;
    }

    private static long unread(Office office, PersonId person, CompanyId company) {
        return office.conversations().stream()
                .filter(conversation -> office.owner(conversation).company().equals(company))
                .mapToLong(conversation -> office.unread(person, conversation))
                .sum();
    }

    private static Map<Long, Long> aboveZero(Map<CompanyId, Long> counts) {
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .collect(toMap(count -> count.getKey().value(), Map.Entry::getValue));
    }

    private static long sum(Map<CompanyId, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static CompanyFilter filter(String search) {
        return new CompanyFilter(false, search, false, false, false);
    }

    // ---- push

    private static void everyPushGoesToTheReaders(Stage stage, Office office) {
        for (var conversation : office.conversations()) {
            Set<PersonId> told = stage.with(
                    ConversationQueries.class, queries -> queries.audience(stage.conversation(conversation)));
            assertThat(told).as("told of a message in %s", conversation).isEqualTo(office.readers(conversation));
        }
        office.notices().forEach((notice, conversations) -> {
            var readers = new HashSet<PersonId>();
            conversations.forEach(conversation -> readers.addAll(office.readers(conversation)));
            Set<PersonId> told = stage.with(AudienceQueries.class, queries -> queries.told(notice, 0));
            assertThat(told).as("told of notice %s", notice).isEqualTo(readers);
        });
    }

    // ---- mixed requests

    private static void submits(Stage stage, PersonId person, Set<CompanyId> ticked, boolean all) {
        stage.as(person, BroadcastService.class, BroadcastService::draft).ifPresent(draft -> {
            long before = broadcasts(stage);
            boolean accepted = done(
                    stage,
                    person,
                    BroadcastService.class,
                    service -> service.submit(new SubmitBroadcast(draft.id(), "", "Zmiany", true, ticked)));
            if (!all) {
                assertThat(accepted).as("notice of %s to %s", person, ticked).isFalse();
                assertThat(broadcasts(stage)).isEqualTo(before);
            }
        });
    }

    private static long broadcasts(Stage stage) {
        return stage.world().sql().number("SELECT COUNT(*) FROM broadcast");
    }

    private static void marksRead(Stage stage, PersonId person, Set<CompanyId> ticked, boolean all) {
        var before = counter(stage, person, InboxService::officeUnread);
        boolean marked = done(stage, person, ConversationService.class, service -> {
            service.markCompaniesRead(ticked);
            return true;
        });
        assertThat(marked).as("%s marks %s", person, ticked).isEqualTo(all);
        var after = counter(stage, person, InboxService::officeUnread);
        if (all) {
            assertThat(after.keySet()).doesNotContainAnyElementsOf(ids(ticked));
        } else {
            assertThat(after).isEqualTo(before);
        }
    }

    private static Set<Long> ids(Set<CompanyId> companies) {
        return companies.stream().map(CompanyId::value).collect(toSet());
    }

    /** Tells whether it was done; what is refused for another reason than rights is not. */
    private static <S, T> boolean done(Stage stage, PersonId person, Class<S> service, Function<S, T> call) {
        try {
            return stage.as(person, service, call).isPresent();
        } catch (BusinessException e) {
            return false;
        }
    }
}
