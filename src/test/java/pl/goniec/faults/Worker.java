package pl.goniec.faults;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.regex.Pattern;

/** Somebody at work for hours: logs in, looks, reads and writes with pauses to think, logs out and comes back. */
final class Worker extends Thread {

    /** An answer that somebody waited for: when, counted from the beginning of the work, and how long. */
    record Wait(Duration at, Duration took) {}

    private static final int LOOKS_A_SESSION = 40;
    private static final int LARGEST_FILE = 200_000;
    private static final Pattern COMPANY = Pattern.compile("data-company=\"([0-9]+)\"");
    private static final Pattern CONVERSATION = Pattern.compile("conversation=([0-9]+)");

    private final Installation goniec;
    private final String email;
    private final boolean client;
    private final SplittableRandom random;
    private final Instant begin;
    private final ReentrantReadWriteLock day;
    private final Queue<Wait> waits = new ConcurrentLinkedQueue<>();
    private final Queue<String> troubles = new ConcurrentLinkedQueue<>();
    private volatile boolean last;

    private Worker(
            Installation goniec,
            String email,
            boolean client,
            SplittableRandom random,
            Instant begin,
            ReentrantReadWriteLock day) {
        super(email);
        this.goniec = goniec;
        this.email = email;
        this.client = client;
        this.random = random;
        this.begin = begin;
        this.day = day;
    }

    /** Whoever holds the day for writing waits until everybody has logged out, and nobody logs in until he lets go of it. */
    static Worker ofTheOffice(
            Installation goniec, String email, SplittableRandom random, Instant begin, ReentrantReadWriteLock day) {
        return new Worker(goniec, email, false, random, begin, day);
    }

    static Worker ofAClient(
            Installation goniec, String email, SplittableRandom random, Instant begin, ReentrantReadWriteLock day) {
        return new Worker(goniec, email, true, random, begin, day);
    }

    @Override
    public void run() {
        while (!last) {
            day.readLock().lock();
            try {
                var user = goniec.logIn(email);
                for (int look = 0; look < LOOKS_A_SESSION && !last && !day.hasQueuedThreads(); look++) {
                    var at = Instant.now();
                    if (client) {
                        looksIntoTheWindow(user);
                    } else {
                        looksThroughTheList(user);
                    }
                    waits.add(new Wait(Duration.between(begin, at), Duration.between(at, Instant.now())));
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1000 + random.nextInt(2000)));
                }
                user.logOut();
            } catch (IOException | RuntimeException e) {
                troubles.add(email + ": " + e);
            } catch (InterruptedException e) {
                last = true;
            } finally {
                day.readLock().unlock();
            }
        }
    }

    /** Lets him finish what he does. */
    void finish() throws InterruptedException {
        last = true;
        join(TimeUnit.MINUTES.toMillis(2));
    }

    List<Wait> waits() {
        return List.copyOf(waits);
    }

    /** Returns what was refused or broke. */
    List<String> troubles() {
        return List.copyOf(troubles);
    }

    private void looksIntoTheWindow(PageUser user) throws IOException, InterruptedException {
        user.read("/live?side=client");
        writes(user.windowToTheOffice());
    }

    private void looksThroughTheList(PageUser user) throws IOException, InterruptedException {
        user.read("/live?side=office");
        var list = user.open("/office/companies.xhtml");
        var company = any(COMPANY, list.text());
        user.open("/office/company/start.xhtml?company=" + company);
        var address = "/office/company/conversations.xhtml?company=" + company;
        var conversations = CONVERSATION.matcher(user.open(address).text());
        if (conversations.find()) {
            writes(user.open(address + "&conversation=" + conversations.group(1)));
        }
    }

    /** Every second time something is written, every tenth with a file. */
    private void writes(OpenPage page) throws IOException, InterruptedException {
        if (!page.text().contains("reply:go:send") || random.nextInt(2) == 0) {
            return;
        }
        if (random.nextInt(5) == 0) {
            var file =
                    Upload.random(random, "plik-" + random.nextInt(1_000_000) + ".txt", random.nextInt(LARGEST_FILE));
            page.attach("reply", file);
        }
        var answer = page.press("reply:go:send", Map.of("reply:write:text", "Wiadomość " + random.nextLong()));
        if (!answer.sent()) {
            troubles.add(email + " wrote: " + answer);
        }
    }

    private String any(Pattern pattern, String text) {
        var all = pattern.matcher(text).results().map(found -> found.group(1)).toList();
        return all.get(random.nextInt(all.size()));
    }
}
