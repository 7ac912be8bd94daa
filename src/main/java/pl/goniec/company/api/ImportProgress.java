package pl.goniec.company.api;

import java.io.Serializable;
import java.util.concurrent.atomic.AtomicInteger;

/** How far an import has got, for whoever waits for it. One writes and others look. */
public final class ImportProgress implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int HUNDRED = 100;

    private final AtomicInteger steps = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();

    /** Says how many steps there are. */
    public void begin(int all) {
        done.set(0);
        steps.set(all);
    }

    /** Says that one more is done. */
    public void step() {
        done.incrementAndGet();
    }

    /** Returns how many of a hundred parts are done, from 0 to 100. */
    public int percent() {
        int all = steps.get();
        return all == 0 ? 0 : Math.min(HUNDRED, (int) ((long) done.get() * HUNDRED / all));
    }
}
