package pl.goniec.inbox.messaging;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import pl.goniec.broadcast.api.BroadcastAccepted;
import pl.goniec.broadcast.api.BroadcastWithdrawn;
import pl.goniec.broadcast.api.ChunkDelivered;
import pl.goniec.company.api.CareChanged;
import pl.goniec.company.api.CaretakerAssigned;
import pl.goniec.company.api.CompanyChanged;
import pl.goniec.company.api.MemberLeft;
import pl.goniec.conversation.api.ConversationRead;
import pl.goniec.conversation.api.MarkersMoved;
import pl.goniec.conversation.api.MessageSent;
import pl.goniec.identity.api.AccountChanged;
import pl.goniec.identity.api.PasswordReplaced;
import pl.goniec.platform.push.Pusher;
import pl.goniec.shared.PersonId;

/** Tells the browsers of everybody concerned, once it is committed. */
@ApplicationScoped
public class LivePush {

    @Inject
    Pusher pusher;

    void sent(@Observes(during = AFTER_SUCCESS) MessageSent event) {
        tell(event.audience());
    }

    void read(@Observes(during = AFTER_SUCCESS) ConversationRead event) {
        tell(event.audience());
    }

    void moved(@Observes(during = AFTER_SUCCESS) MarkersMoved event) {
        tell(Set.of(event.person()));
    }

    void accepted(@Observes(during = AFTER_SUCCESS) BroadcastAccepted event) {
        tell(Set.of(event.author()));
    }

    void delivered(@Observes(during = AFTER_SUCCESS) ChunkDelivered event) {
        tell(event.audience());
    }

    void withdrawn(@Observes(during = AFTER_SUCCESS) BroadcastWithdrawn event) {
        tell(event.audience());
    }

    /** Whoever may not be here any more, or not there, is told at once. Of a new password {@link PasswordReplaced} tells. */
    void changed(@Observes(during = AFTER_SUCCESS) AccountChanged event) {
        switch (event.deed()) {
            case BLOCKED, SESSIONS_ENDED, APPOINTED, POSITION_ENDED, CHANGED -> tell(Set.of(event.person()));
            default -> {}
        }
    }

    void replaced(@Observes(during = AFTER_SUCCESS) PasswordReplaced event) {
        tell(Set.of(event.person()));
    }

    void left(@Observes(during = AFTER_SUCCESS) MemberLeft event) {
        tell(Set.of(event.person()));
    }

    void changed(@Observes(during = AFTER_SUCCESS) CompanyChanged event) {
        tell(event.audience());
    }

    void changed(@Observes(during = AFTER_SUCCESS) CareChanged event) {
        tell(Set.of(event.person()));
    }

    void assigned(@Observes(during = AFTER_SUCCESS) CaretakerAssigned event) {
        tell(Set.of(event.person()));
    }

    private void tell(Collection<PersonId> persons) {
        pusher.changed(persons.stream().map(PersonId::value).toList());
    }
}
