package pl.goniec.backoffice.messaging;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import pl.goniec.backoffice.control.EventOutlet;
import pl.goniec.backoffice.control.EventToTell;
import pl.goniec.platform.jms.JmsSender;
import pl.goniec.platform.jms.JmsSender.Publication;

/** Publishes events to the topic, with the attributes of CloudEvents as properties; those of one company are one group. */
@Dependent
public class JmsEvents implements EventOutlet {

    private static final String TOPIC = "GoniecEvents";

    @Inject
    JmsSender sender;

    @Override
    public void publish(List<EventToTell> events) {
        sender.publishAll(TOPIC, events.stream().map(JmsEvents::publication).toList());
    }

    private static Publication publication(EventToTell event) {
        return new Publication(
                event.type(),
                event.json(),
                Map.of(
                        "JMSXGroupID", event.stream(),
                        "goniec_number", event.number(),
                        "ce_specversion", "1.0",
                        "ce_type", event.type(),
                        "ce_source", "/goniec",
                        "ce_id", event.id(),
                        "ce_time", event.time().toString()));
    }
}
