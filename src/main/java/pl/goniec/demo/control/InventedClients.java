package pl.goniec.demo.control;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import pl.goniec.identity.api.AccountState;
import pl.goniec.shared.Role;

/**
 * Any number of further companies, made of the words of names.txt: "Kwiaciarnia Malachit", and when every trade has had every
 * name, "Kwiaciarnia Malachit Sanok". The n-th is always the same one, and no two share a name.
 */
final class InventedClients {

    /** A prime larger than any list of words: neighbours in the list have little in common. */
    private static final int STRIDE = 997;

    private static final int TALKATIVE = 25;
    private static final int WITH_EMPLOYEE = 12;

    private final Map<String, List<String>> words;
    private final List<Story> stories;

    InventedClients(List<Story> stories) {
        this.stories = stories.stream().filter(story -> !story.isPersonal()).toList();
        words = Resource.lines("names.txt").stream()
                .map(line -> line.split(" = ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> List.of(parts[1].split(", "))));
    }

    Client get(int index, String nip) {
        var name = name(index);
        var domain = ascii(name).replace(' ', '-') + ".example";
        var contacts = new ArrayList<Contact>();
        contacts.add(contact(index, domain, Role.ENTREPRENEUR, story(index)));
        if (index % WITH_EMPLOYEE == 0) {
            contacts.add(contact(index + 1, domain, Role.EMPLOYEE, Story.NONE));
        }
        return new Client(name, nip, List.of(index % 2 == 0 ? "opiekun" : "opiekunka"), contacts);
    }

    private String name(int index) {
        var trades = words.get("trades");
        var brands = words.get("brands");
        int pairs = trades.size() * brands.size();
        int pair = (int) ((long) index * STRIDE % pairs);
        var name = trades.get(pair % trades.size()) + " " + brands.get(pair / trades.size());
        return index < pairs ? name : name + " " + pick("cities", index / pairs - 1);
    }

    private Contact contact(int index, String domain, Role role, Story story) {
        var kind = index % 2 == 0 ? "women" : "men";
        var first = pick(kind, index / 2);
        var last = pick(kind + "Surnames", index / 2 * 7);
        var email = ascii(first + "." + last) + "@" + domain;
        return new Contact(email, first + " " + last, role, AccountState.ACTIVE, story, true);
    }

    /** One company in twenty-five has something unread, or thousands of companies would drown the lista firm. */
    private Story story(int index) {
        var story = stories.get(index % stories.size());
        return index % TALKATIVE == 0 ? story : story.settled();
    }

    private String pick(String list, int index) {
        var choice = words.get(list);
        return choice.get(index % choice.size());
    }

    private static String ascii(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace('ł', 'l'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }
}
