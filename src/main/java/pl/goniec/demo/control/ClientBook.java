package pl.goniec.demo.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pl.goniec.identity.api.AccountState;
import pl.goniec.shared.Role;

/** The client companies: those that clients.csv names, and invented ones behind them. */
final class ClientBook {

    private final Map<String, Story> stories;
    private final InventedClients invented;
    private final NipSequence nips = new NipSequence();

    ClientBook(List<Story> stories) {
        this.stories = stories.stream().collect(Collectors.toMap(Story::name, Function.identity()));
        this.invented = new InventedClients(stories);
    }

    /** Returns that many companies, and no fewer than clients.csv has. */
    List<Client> clients(int count) {
        var named = named();
        var more = IntStream.range(0, Math.max(0, count - named.size())).mapToObj(i -> invented.get(i, nips.next()));
        return Stream.concat(named.stream(), more).toList();
    }

    private List<Client> named() {
        var clients = new LinkedHashMap<String, Client>();
        for (var line : Resource.lines("clients.csv")) {
            var cells = line.split(";", -1);
            var client = clients.computeIfAbsent(
                    cells[0], name -> new Client(name, nips.next(), List.of(cells[1].split(",")), new ArrayList<>()));
            if (!cells[2].isEmpty()) {
                client.contacts().add(contact(cells));
            }
        }
        return List.copyOf(clients.values());
    }

    private Contact contact(String[] cells) {
        return new Contact(
                cells[2],
                cells[3],
                Role.valueOf(cells[4]),
                AccountState.valueOf(cells[5]),
                stories.getOrDefault(cells[6], Story.NONE),
                !"not".equals(cells[7]));
    }
}
