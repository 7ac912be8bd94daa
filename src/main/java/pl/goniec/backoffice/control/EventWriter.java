package pl.goniec.backoffice.control;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import pl.goniec.backoffice.entity.CompanyEvent;
import pl.goniec.backoffice.entity.EventKind;
import pl.goniec.broadcast.api.BroadcastAccepted;
import pl.goniec.conversation.api.ConversationRead;
import pl.goniec.conversation.api.MessageSent;

/** Writes what programs will be told of in the transaction in which it happens: nothing is told that did not, and nothing is lost. */
@Dependent
public class EventWriter {

    @Inject
    EventRepository events;

    public void sent(@Observes MessageSent event) {
        events.add(CompanyEvent.in(
                EventKind.MESSAGE_SENT,
                event.company(),
                event.id().conversation(),
                event.id().position(),
                event.author(),
                Instant.now()));
    }

    public void read(@Observes ConversationRead event) {
        var now = Instant.now();
        events.add(CompanyEvent.in(
                EventKind.MESSAGE_READ, event.company(), event.id(), event.upTo(), event.reader(), now));
        events.confirmed(event.id(), event.reader(), event.upTo())
                .forEach(broadcast -> events.add(
                        CompanyEvent.of(EventKind.RECEIPT_CONFIRMED, event.company(), broadcast, event.reader(), now)));
    }

    public void accepted(@Observes BroadcastAccepted event) {
        events.add(CompanyEvent.of(
                EventKind.BROADCAST_ACCEPTED, CompanyEvent.OFFICE, event.id(), event.author(), Instant.now()));
    }
}
