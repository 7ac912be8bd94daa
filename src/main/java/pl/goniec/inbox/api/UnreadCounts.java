package pl.goniec.inbox.api;

import java.io.Serializable;
import java.util.Map;

/**
 * All unread numbers of one person on one side, from one query.
 *
 * @param total the sum over companies
 * @param companies number per company id, only those above zero
 */
public record UnreadCounts(long total, Map<Long, Long> companies) implements Serializable {

    public UnreadCounts {
        companies = Map.copyOf(companies);
    }

    /** Returns the sum without its companies. */
    public UnreadSum sum() {
        return new UnreadSum(total, companies.size());
    }

    /** Returns the number of one company, 0 when there is none. */
    public long of(long company) {
        return companies.getOrDefault(company, 0L);
    }
}
