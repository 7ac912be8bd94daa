package pl.goniec.backoffice.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.Map;
import pl.goniec.backoffice.entity.CompanyEvent;

/** {@code ReplayEvents}: the events of a company, or of the office itself, once more from a number on, to everybody who listens. */
@Dependent
public class ReplayEventsHandler {

    @Inject
    Addressees addressees;

    @Inject
    EventRepository events;

    Reply handle(Request request) {
        var body = request.body();
        var company = body.get("company");
        var stream = company.getValueType() == JsonValue.ValueType.OBJECT
                ? addressees.company(company.asJsonObject())
                : CompanyEvent.OFFICE;
        long count = events.replay(stream, body.getJsonNumber("from").longValue());
        return Reply.done(request.id(), Map.of("events", count));
    }
}
