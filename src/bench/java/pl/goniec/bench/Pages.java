package pl.goniec.bench;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Callers who ask for the same address at once, each again as soon as he is answered. */
final class Pages {

    private Pages() {}

    /** Returns how many answers there are in a second. */
    static double perSecond(List<Caller> callers, String path, int seconds)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(callers.size());
        try {
            long begin = System.nanoTime();
            long end = begin + TimeUnit.SECONDS.toNanos(seconds);
            var asking = callers.stream()
                    .map(caller -> threads.submit(() -> ask(caller, path, end)))
                    .collect(Collectors.toList());
            long answers = 0;
            for (var one : asking) {
                answers += one.get();
            }
            return answers * 1e9 / (System.nanoTime() - begin);
        } finally {
            threads.shutdown();
        }
    }

    /** Returns how many milliseconds something takes. */
    static double millis(Callable<?> something) throws Exception {
        long begin = System.nanoTime();
        something.call();
        return (System.nanoTime() - begin) / 1e6;
    }

    private static long ask(Caller caller, String path, long end) throws Exception {
        long answers = 0;
        while (System.nanoTime() < end) {
            caller.get(path);
            answers++;
        }
        return answers;
    }
}
