package pl.goniec.broadcast.api;

import java.io.Serializable;
import java.util.Objects;
import java.util.Set;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.DraftId;

/**
 * Send the draft to these companies. The draft's id is the idempotency key: the same content again gets the same answer.
 *
 * @param title at most 100 characters; blank for none
 * @param withEmployees whether the employees receive it too
 * @param companies all of them must be the caller's, or the whole request is refused
 */
public record SubmitBroadcast(DraftId draft, String title, String text, boolean withEmployees, Set<CompanyId> companies)
        implements Serializable {

    public SubmitBroadcast {
        title = Objects.requireNonNullElse(title, "");
        text = Objects.requireNonNullElse(text, "");
        companies = Set.copyOf(companies);
    }
}
