package pl.goniec.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Page views of many people who are logged in, in a fixed mix: fifty views, and the same fifty again by others. */
final class WorkingDay {

    /** Somebody who is logged in, and what he looks at: a client at his own, the office at his. */
    record Present(Caller caller, String company, String conversation) {

        CompletableFuture<String> views(View view) {
            return caller.ask(view.path.formatted(company, conversation));
        }
    }

    /** What a page reads when it is told that something changed, the clients' page, and what the office has open. */
    private enum View {
        NUMBERS(20, "live?side=client"),
        HOME(18, "client/home.xhtml?company=%s"),
        COMPANY(6, "office/company/start.xhtml?company=%s"),
        CONVERSATION(4, "office/company/conversations.xhtml?company=%s&conversation=%s"),
        LIST(2, "office/companies.xhtml");

        private final int ofFifty;
        private final String path;

        View(int ofFifty, String path) {
            this.ofFifty = ofFifty;
            this.path = path;
        }

        boolean isOfClients() {
            return this == NUMBERS || this == HOME;
        }
    }

    private final List<Present> office;
    private final List<Present> clients;
    private final List<View> fifty = new ArrayList<>();
    private int next;
    private int refused;

    WorkingDay(List<Present> office, List<Present> clients) {
        this.office = office;
        this.clients = clients;
        Stream.of(View.values()).forEach(view -> fifty.addAll(Collections.nCopies(view.ofFifty, view)));
        Collections.shuffle(fifty, new Random(fifty.size()));
    }

    /** One view after the other; returns how many milliseconds each took. */
    List<Double> oneByOne(int views) {
        return IntStream.range(0, views)
                .mapToObj(i -> timed(System.nanoTime()).join())
                .toList();
    }

    /** Views on a schedule, however long the earlier ones take; returns how many milliseconds each came after it was due. */
    List<Double> onSchedule(int perSecond, int seconds) {
        var pending = new ArrayList<CompletableFuture<Double>>();
        long begin = System.nanoTime();
        for (int i = 0; i < perSecond * seconds; i++) {
            long due = begin + TimeUnit.SECONDS.toNanos(i) / perSecond;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            pending.add(timed(due));
        }
        return pending.stream().map(CompletableFuture::join).toList();
    }

    /** Returns how many views were not answered as a page. */
    int refused() {
        return refused;
    }

    private CompletableFuture<Double> timed(long since) {
        var view = fifty.get(next % fifty.size());
        var people = view.isOfClients() ? clients : office;
        var present = people.get(next++ % people.size());
        return present.views(view).handle((page, fault) -> {
            if (fault != null) {
                refuse(fault);
            }
            return (System.nanoTime() - since) / 1e6;
        });
    }

    private synchronized void refuse(Throwable fault) {
        refused++;
        System.out.println(fault.getMessage());
    }
}
