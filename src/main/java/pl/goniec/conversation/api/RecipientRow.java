package pl.goniec.conversation.api;

import java.io.Serializable;
import java.time.Instant;
import pl.goniec.identity.api.AccountState;
import pl.goniec.identity.api.Initials;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/**
 * A person whom the office may write to.
 *
 * @param invitedAt when he was invited, or null
 * @param lastActivity when he last wrote or read here, or null
 */
public record RecipientRow(
        PersonId id, String name, String email, Role role, AccountState state, Instant invitedAt, Instant lastActivity)
        implements Serializable {

    public boolean reachable() {
        return state == AccountState.ACTIVE;
    }

    public String initials() {
        return Initials.of(name);
    }
}
