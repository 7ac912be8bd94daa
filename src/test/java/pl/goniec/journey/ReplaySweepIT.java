package pl.goniec.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pl.goniec.journey.MatrixOffice.Actor;
import pl.goniec.shared.PersonId;

/**
 * Every number that a page hands out, in an address or to a command of its script, tried with the numbers of others, of
 * neighbours and of chance. Whatever is not one's own is answered in every byte like what never was, and nothing of it is told.
 */
class ReplaySweepIT extends HostileJourney {

    /** No id of the tests or of the sequences comes near. */
    private static final long NEVER = 999_000_000_000_000_000L;

    /** What is longer is no number of anything, and may be answered as such. */
    private static final long GREATEST = 999_999_999_999_999_999L;

    private static final Pattern NUMBER = Pattern.compile("(?<=[=/])[0-9]+(?=[/&]|$)");

    /** Names under which the scripts of the pages hand over an id. */
    private static final List<String> PARAMETERS = List.of("conversation", "company", "attachment", "value");

    private static final List<String> BEGINNINGS = List.of(
            "/office/companies.xhtml",
            "/office/broadcasts.xhtml",
            "/client/companies.xhtml",
            "/settings.xhtml",
            "/live?side=office",
            "/switch?side=office",
            "/switch?side=client");

    /** One number to be tried at one place. */
    private record Try(Actor actor, Place place, long number) {}

    /** A place where a number stands. */
    private sealed interface Place {

        /** Returns where it is, without the number, to tell kinds of places. */
        String kind();

        RawRequest with(Session session, long number) throws IOException;
    }

    /** In an address, from one letter to another. */
    private record InAddress(String address, int from, int to) implements Place {
        @Override
        public String kind() {
            return Crawl.kind(address.substring(0, from)) + "{id}" + Crawl.kind(address.substring(to));
        }

        @Override
        public RawRequest with(Session session, long number) {
            return RawRequest.get(address.substring(0, from) + number + address.substring(to));
        }
    }

    /** As a parameter of a command, of a page opened for it. */
    private record InCommand(String page, String command, String parameter) implements Place {
        @Override
        public String kind() {
            return Crawl.kind(page) + " " + command + " " + parameter;
        }

        @Override
        public RawRequest with(Session session, long number) throws IOException {
            return session.open(page)
                    .command(command, Map.of(parameter, String.valueOf(number), "ticked", "true", "seen", "true"));
        }
    }

    private final Random chance = Effort.chance("replay sweep");
    private final Map<Actor, Crawl> crawls = new LinkedHashMap<>();
    private final Map<String, String> never = new HashMap<>();

    @Test
    void aNumberThatIsNotOnesOwnIsAnsweredLikeOneThatNeverWas() throws Exception {
        var actors = office.everybody().toList();
        for (var actor : actors) {
            crawls.put(actor, new Crawl(session(actor), beginnings(actor)));
        }
        var tries = new ArrayList<Try>();
        for (var actor : actors) {
            places(actor).forEach(place -> numbers(place).forEach(number -> tries.add(new Try(actor, place, number))));
        }
        Collections.shuffle(tries, chance);
        var chosen = new ArrayList<Try>();
        chosen.addAll(some(tries, InAddress.class, Effort.of(120, 6_000)));
        chosen.addAll(some(tries, InCommand.class, Effort.of(40, 4_000)));
        var faults = new Faults();
        for (var one : chosen) {
            judge(one, faults);
        }
        Effort.say(
                "replay sweep: {0} of {1} tries at {2} kinds of places by {3} persons",
                chosen.size(),
                tries.size(),
                tries.stream().map(one -> one.place().kind()).distinct().count(),
                actors.size());
        faults.assertNone();
        assertThat(tries).as("numbers to try").hasSizeGreaterThanOrEqualTo(5_000);
    }

    private static List<Try> some(List<Try> tries, Class<? extends Place> where, int most) {
        return tries.stream()
                .filter(one -> where.isInstance(one.place()))
                .limit(most)
                .toList();
    }

    /** What never was is asked for first, so that a first look, which marks as read, is not taken for a difference. */
    private void judge(Try one, Faults faults) throws IOException {
        var actor = one.actor();
        if (!never.containsKey(placeOf(one))) {
            askForNever(one);
        }
        var answer = session(actor).send(one.place().with(session(actor), one.number()));
        var told = actor.name() + " " + one.place().kind() + " " + one.number();
        faults.expect(told + " leaks", leaked(actor, answer.everything()), List.of());
        if (!isHis(one) && !answer.essence().equals(never.get(placeOf(one)))) {
            askForNever(one);
            faults.expect(told, answer.essence(), never.get(placeOf(one)));
        }
    }

    private void askForNever(Try one) throws IOException {
        var session = session(one.actor());
        never.put(placeOf(one), session.send(one.place().with(session, NEVER)).essence());
    }

    private static String placeOf(Try one) {
        return one.actor().name() + " " + one.place();
    }

    /** The head's are all but the drafts of others; what a person's own pages have named is his. */
    private boolean isHis(Try one) {
        boolean draft =
                one.place().kind().contains("draft") || one.place().kind().contains("attachment");
        if (one.actor().column().equals("HEAD") && !draft) {
            return true;
        }
        if (one.place() instanceof InAddress place) {
            var address = place.with(null, one.number()).target;
            return crawls.get(one.actor()).addresses().contains(address)
                    || leadsToHis(one.actor(), address)
                    || downloads(one.actor().person()).contains(address);
        }
        return ownNumbers(one.actor()).contains(one.number());
    }

    /** The same thing may be reached by an address that differs only in what is shown of it. */
    private boolean leadsToHis(Actor actor, String address) {
        var numbers = numbersOf(address);
        return crawls.get(actor).addresses().stream()
                .filter(known -> known.split("\\?")[0].equals(address.split("\\?")[0]))
                .anyMatch(known -> numbersOf(known).containsAll(numbers));
    }

    // ---- what is tried where

    private Set<String> beginnings(Actor actor) {
        var beginnings = new LinkedHashSet<>(BEGINNINGS);
        boolean client = Set.of("ENT_1", "EMP_1", "EMP_1B").contains(actor.column());
        if (client) {
            beginnings.add("/client/home.xhtml?company=" + office.f1);
        }
        if (Set.of("ENT_2", "EMP_2").contains(actor.column())) {
            beginnings.add("/client/home.xhtml?company=" + office.f2);
        }
        return beginnings;
    }

    /** Returns the places of everybody's pages: who does not have a page may still ask for its address. */
    private List<Place> places(Actor actor) {
        var addresses = crawls.values().stream().flatMap(crawl -> crawl.addresses().stream());
        var places = new ArrayList<Place>();
        addresses.sorted().forEach(address -> {
            for (var number = NUMBER.matcher(address); number.find(); ) {
                places.add(new InAddress(address, number.start(), number.end()));
            }
        });
        downloads().forEach(address -> {
            for (var number = NUMBER.matcher(address); number.find(); ) {
                places.add(new InAddress(address, number.start(), number.end()));
            }
        });
        for (var page : crawls.get(actor).pages()) {
            for (var action : page.actions()) {
                if (!action.name().isEmpty()) {
                    PARAMETERS.forEach(
                            parameter -> places.add(new InCommand(page.address(), action.name(), parameter)));
                }
            }
        }
        return oneOfEachKind(places);
    }

    private static List<Place> oneOfEachKind(List<Place> places) {
        var kinds = new HashSet<String>();
        return places.stream().filter(place -> kinds.add(place.kind())).toList();
    }

    /** An address that stands in no page before something is attached. */
    private List<String> downloads() {
        return office.everybody()
                .flatMap(actor -> downloads(actor.person()).stream())
                .limit(1)
                .toList();
    }

    /** Returns the addresses of the files that somebody has put to his drafts in the first conversation. */
    private List<String> downloads(PersonId person) {
        return person == null
                ? List.of()
                : world.sql()
                        .texts(
                                "SELECT CONCAT('/download/draft/', d.id, '/', a.id) FROM draft d"
                                        + " JOIN attachment a ON a.set_id = d.attachment_set_id"
                                        + " WHERE d.conversation_id = ? AND d.person_id = ?",
                                office.c1,
                                person);
    }

    private List<Long> numbers(Place place) {
        var numbers = new LinkedHashSet<>(ids);
        numbers.addAll(List.of(0L, 1L, 2L, 3L, GREATEST));
        if (place instanceof InAddress in) {
            long stands = Long.parseLong(in.address().substring(in.from(), in.to()));
            Stream.of(-50, -2, -1, 1, 2, 50).forEach(distance -> numbers.add(stands + distance));
        }
        chance.longs(4, 1, 5_000).forEach(numbers::add);
        chance.longs(3, 1, NEVER).forEach(numbers::add);
        return List.copyOf(numbers);
    }

    private Set<Long> ownNumbers(Actor actor) {
        return crawls.get(actor).pages().stream()
                .flatMap(page -> Pattern.compile("[0-9]{1,18}")
                        .matcher(page.text())
                        .results()
                        .map(number -> Long.valueOf(number.group())))
                .collect(Collectors.toSet());
    }

    private static Set<String> numbersOf(String address) {
        return NUMBER.matcher(address).results().map(number -> number.group()).collect(Collectors.toSet());
    }
}
