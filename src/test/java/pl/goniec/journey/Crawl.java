package pl.goniec.journey;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows the links of a person's pages from his first one on, a few of each kind. */
final class Crawl {

    private static final int OF_A_KIND = 3;
    private static final int PAGES = 40;
    private static final String WINDOW = "goniecOpenWindow";

    private final Set<String> addresses = new LinkedHashSet<>();
    private final List<OpenPage> pages = new ArrayList<>();

    Crawl(Session session, Collection<String> beginnings) throws IOException {
        var next = new ArrayDeque<>(beginnings);
        var kinds = new HashMap<String, Integer>();
        while (!next.isEmpty() && pages.size() < PAGES) {
            var address = next.remove();
            if (addresses.add(address) && kinds.merge(kind(address), 1, Integer::sum) <= OF_A_KIND) {
                var answer = session.get(address);
                if (answer.status() == 200 && answer.header("content-type").startsWith("text/html")) {
                    var page = new OpenPage(address, answer.text());
                    pages.add(page);
                    next.addAll(page.links());
                    next.addAll(linksOfWindow(session, page));
                }
            }
        }
        addresses.removeIf(address -> address.startsWith("/jakarta.faces.resource/"));
    }

    /** A client reads in a window that the page opens when it is asked to. */
    private static Set<String> linksOfWindow(Session session, OpenPage page) throws IOException {
        boolean window =
                page.actions().stream().anyMatch(action -> action.name().equals(WINDOW));
        return window
                ? new OpenPage(
                                page.address(),
                                session.send(page.command(WINDOW, Map.of("seen", "false")))
                                        .text())
                        .links()
                : Set.of();
    }

    /** Returns every address that was seen, whether it was followed or not. */
    Set<String> addresses() {
        return addresses;
    }

    List<OpenPage> pages() {
        return pages;
    }

    /** Returns the address without its numbers. */
    static String kind(String address) {
        return address.replaceAll("[0-9]+", "#");
    }
}
