package pl.goniec.rights;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pl.goniec.fixture.world.World;
import pl.goniec.identity.api.AccountState;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.rights.Plan.Care;
import pl.goniec.rights.Plan.Line;
import pl.goniec.rights.Plan.Member;
import pl.goniec.rights.Plan.Notice;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.PersonId;

/** A plan carried out, with what is known of everybody: the axioms are said here, and nowhere by a query. */
final class Office {

    /** A person and a company. */
    record Tie(PersonId person, CompanyId company) {}

    private final World world;
    private final List<PersonId> people = new ArrayList<>();
    private final Map<PersonId, OfficePosition> positions = new HashMap<>();
    private final Map<PersonId, AccountState> states = new HashMap<>();
    private final List<CompanyId> companies = new ArrayList<>();
    private final Map<CompanyId, String> names = new HashMap<>();
    private final List<Tie> cares = new ArrayList<>();
    private final Set<Tie> members = new HashSet<>();
    private final Map<ConversationId, Tie> conversations = new LinkedHashMap<>();
    private final Map<BroadcastId, List<ConversationId>> notices = new LinkedHashMap<>();

    Office(World world, Plan plan) {
        this.world = world;
        plan.office()
                .forEach(one -> add(world.person("Kolega", one.position(), one.state()), one.position(), one.state()));
        plan.clients().forEach(state -> add(world.person("Klient", null, state), null, state));
        for (int i = 0; i < plan.companies(); i++) {
            var name = "Firma " + (char) ('A' + i) + " " + System.nanoTime();
            companies.add(world.company(name));
            names.put(companies.get(i), name);
        }
        plan.cares().forEach(care -> take(care, plan.office().size()));
        plan.members().forEach(this::join);
        plan.lines().forEach(line -> say(line, plan.office().size()));
        plan.notices().forEach(notice -> send(notice, plan.office().size()));
        plan.members().stream().filter(Member::left).forEach(member -> leave(tie(member)));
    }

    // ---- what there is

    List<PersonId> people() {
        return people;
    }

    List<CompanyId> companies() {
        return companies;
    }

    String name(CompanyId company) {
        return names.get(company);
    }

    Set<ConversationId> conversations() {
        return conversations.keySet();
    }

    Tie owner(ConversationId conversation) {
        return conversations.get(conversation);
    }

    Map<BroadcastId, List<ConversationId>> notices() {
        return notices;
    }

    boolean holdsMessages(ConversationId conversation) {
        return world.sql().number("SELECT COUNT(*) FROM message WHERE conversation_id = ?", conversation) > 0;
    }

    /** Returns the people who belong to a company, whatever their accounts are. */
    Set<PersonId> members(CompanyId company) {
        return members.stream()
                .filter(tie -> tie.company().equals(company))
                .map(Tie::person)
                .collect(Collectors.toSet());
    }

    /** Counts the messages of the other side that a person has not read, one by one. */
    long unread(PersonId person, ConversationId conversation) {
        var owner = owner(conversation);
        boolean client = owner.person().equals(person) && members.contains(owner);
        var side = client ? "CLIENT" : "OFFICE";
        return world.sql()
                .number(
                        "SELECT COUNT(*) FROM message m WHERE m.conversation_id = ? AND m.side <> ? AND NOT EXISTS ("
                                + "SELECT 1 FROM read_marker r WHERE r.conversation_id = m.conversation_id"
                                + " AND r.person_id = ? AND r.side <> m.side AND r.read_up_to >= m.side_number)",
                        conversation,
                        side,
                        person);
    }

    // ---- the axioms

    boolean inUse(PersonId person) {
        return states.get(person) == AccountState.ACTIVE;
    }

    /** For a company the head acts, and whoever looks after it now; but nobody for one that he is a client of. */
    boolean actsFor(PersonId person, CompanyId company) {
        var tie = new Tie(person, company);
        var position = positions.get(person);
        return inUse(person)
                && !members.contains(tie)
                && (position == OfficePosition.HEAD || (position == OfficePosition.CARETAKER && cares.contains(tie)));
    }

    boolean belongsTo(PersonId person, CompanyId company) {
        return inUse(person) && members.contains(new Tie(person, company));
    }

    /** A conversation is read by those who act for the company, and by the one client whose it is. */
    boolean reads(PersonId person, ConversationId conversation) {
        var owner = owner(conversation);
        return actsFor(person, owner.company())
                || (owner.person().equals(person) && belongsTo(person, owner.company()));
    }

    Set<CompanyId> actsFor(PersonId person) {
        return companies.stream().filter(company -> actsFor(person, company)).collect(Collectors.toSet());
    }

    Set<PersonId> readers(ConversationId conversation) {
        return people.stream().filter(person -> reads(person, conversation)).collect(Collectors.toSet());
    }

    // ---- what somebody can lose

    /** Takes something from somebody and returns who it was. */
    PersonId lose(Loss loss) {
        return switch (loss.kind()) {
            case CARE -> cares.isEmpty() ? block(pick(people, loss.which())) : takeAway(pick(cares, loss.which()));
            case POSITION -> demote(pick(people, loss.which()));
            case ACCOUNT -> block(pick(people, loss.which()));
            case MEMBERSHIP ->
                members.isEmpty() ? block(pick(people, loss.which())) : leave(pick(List.copyOf(members), loss.which()));
        };
    }

    private PersonId takeAway(Tie care) {
        world.takenAway(care.person(), care.company());
        cares.removeIf(care::equals);
        return care.person();
    }

    private PersonId demote(PersonId person) {
        if (positions.get(person) != null) {
            world.sql().change("UPDATE person SET office_position = 'STAFF' WHERE id = ?", person);
            positions.put(person, OfficePosition.STAFF);
        }
        return person;
    }

    private PersonId block(PersonId person) {
        world.becomes(person, AccountState.BLOCKED);
        states.put(person, AccountState.BLOCKED);
        return person;
    }

    private PersonId leave(Tie member) {
        world.leaves(member.person(), member.company());
        members.remove(member);
        return member.person();
    }

    // ---- carrying out

    private void add(PersonId person, OfficePosition position, AccountState state) {
        people.add(person);
        positions.put(person, position);
        states.put(person, state);
    }

    private void take(Care care, int colleagues) {
        var tie = new Tie(pick(people.subList(0, colleagues), care.colleague()), pick(companies, care.company()));
        var now = Instant.now();
        var time = care.time();
        world.looksAfter(
                tie.person(),
                tie.company(),
                now.plus(time.from),
                time.to == null ? null : now.plus(time.to),
                time == Plan.Time.AS_SUBSTITUTE);
        if (time.now()) {
            cares.add(tie);
        }
    }

    private void join(Member member) {
        var tie = tie(member);
        if (members.add(tie)) {
            conversations.put(world.joins(tie.person(), tie.company(), member.role(), member.mayStart()), tie);
        }
    }

    private void say(Line line, int colleagues) {
        var conversation = pick(List.copyOf(conversations.keySet()), line.member());
        var colleague = pick(people.subList(0, colleagues), line.colleague());
        var client = owner(conversation).person();
        world.says(line.byClient() ? client : colleague, conversation, word(conversation));
        if (line.read()) {
            read(line.byClient() ? colleague : client, conversation);
        }
    }

    /** Only one message can be the last that somebody has read. */
    private void read(PersonId reader, ConversationId conversation) {
        world.sql().change("DELETE FROM read_marker WHERE conversation_id = ? AND person_id = ?", conversation, reader);
        boolean client = owner(conversation).person().equals(reader);
        var column = client ? "office_count" : "client_count";
        world.sql()
                .change(
                        "INSERT INTO read_marker (conversation_id, person_id, side, read_up_to)"
                                + " SELECT c.id, CAST(? AS BIGINT), CAST(? AS VARCHAR), c." + column
                                + " FROM conversation c WHERE c.id = ?",
                        reader,
                        client ? "CLIENT" : "OFFICE",
                        conversation);
    }

    private void send(Notice notice, int colleagues) {
        var all = List.copyOf(conversations.keySet());
        var to = notice.members().stream()
                .map(member -> pick(all, member))
                .distinct()
                .toList();
        var author = pick(people.subList(0, colleagues), notice.colleague());
        notices.put(world.notice(author, "Zmiany", "Zmiany w prawie", to), to);
    }

    /** Returns a word that is said in this conversation and in no other. */
    static String word(ConversationId conversation) {
        return "słowo" + conversation;
    }

    private Tie tie(Member member) {
        return new Tie(pick(people, member.person()), pick(companies, member.company()));
    }

    private static <T> T pick(List<T> list, int number) {
        return list.get(number % list.size());
    }
}
