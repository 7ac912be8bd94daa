package pl.goniec.platform.jms;

/** What the broker calls a queue, and what we call it. */
final class QueueNames {

    private static final String ADDRESS = "jms.queue.";

    private QueueNames() {}

    /** Returns {@code GoniecReplies} for {@code jms.queue.GoniecReplies}; what is called so already stays. */
    static String name(String address) {
        return address.startsWith(ADDRESS) ? address.substring(ADDRESS.length()) : address;
    }

    /** Returns {@code jms.queue.GoniecReplies} for {@code GoniecReplies}. */
    static String address(String name) {
        return ADDRESS + name;
    }
}
