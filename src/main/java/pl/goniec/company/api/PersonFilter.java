package pl.goniec.company.api;

import java.io.Serializable;
import pl.goniec.identity.api.AccountState;

/**
 * Which people of either side.
 *
 * @param search part of a name or of an e-mail address; blank for all
 * @param state of the account, or null for all
 */
public record PersonFilter(String search, AccountState state) implements Serializable {

    public PersonFilter {
        search = search == null ? "" : search.strip();
    }
}
