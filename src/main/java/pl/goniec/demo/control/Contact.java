package pl.goniec.demo.control;

import pl.goniec.identity.api.AccountState;
import pl.goniec.shared.Role;

/** A person of a client company, what has been said with him, and whether he may start a conversation. */
record Contact(String email, String name, Role role, AccountState state, Story story, boolean mayStart) {

    /** Tells whether a notice to entrepreneurs reaches him. */
    boolean isRecipient() {
        return role == Role.ENTREPRENEUR && isActive();
    }

    boolean isActive() {
        return state == AccountState.ACTIVE;
    }
}
