package pl.goniec.inbox.web;

import java.io.Serializable;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import pl.goniec.shared.CompanyId;

/** The ticked companies, kept on the server so that they outlive pages, filters and searches of the list. */
final class Ticks implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Set<Long> companies = new LinkedHashSet<>();

    boolean has(long company) {
        return companies.contains(company);
    }

    int count() {
        return companies.size();
    }

    void set(Collection<Long> some, boolean ticked) {
        if (ticked) {
            companies.addAll(some);
        } else {
            companies.removeAll(some);
        }
    }

    /** Returns whether all, some or none of these are ticked. */
    String of(Collection<Long> some) {
        long ticked = some.stream().filter(companies::contains).count();
        if (ticked == 0) {
            return "none";
        }
        return ticked == some.size() ? "all" : "some";
    }

    /** Forgets the companies that can be ticked no longer. */
    void keepOnly(Set<CompanyId> mine) {
        companies.removeIf(company -> !mine.contains(new CompanyId(company)));
    }

    void clear() {
        companies.clear();
    }

    Set<CompanyId> ids() {
        return companies.stream().map(CompanyId::new).collect(Collectors.toUnmodifiableSet());
    }
}
