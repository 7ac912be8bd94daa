package pl.goniec.company.control;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import pl.goniec.company.api.CareChanged;
import pl.goniec.company.api.CareDeed;
import pl.goniec.company.api.CareTime;
import pl.goniec.company.api.CaretakerAssigned;
import pl.goniec.company.entity.Caretaking;
import pl.goniec.identity.boundary.Accounts;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;

/**
 * Gives companies to those who look after them from now on, whether a page or a list asks for it. The companies are locked before:
 * first companies, in the order of their ids, then people.
 */
@Dependent
public class CareGiver {

    @Inject
    CompanyRepository companies;

    @Inject
    CareRepository care;

    @Inject
    CaretakerQueries caretakers;

    @Inject
    Accounts accounts;

    @Inject
    Event<Object> events;

    /**
     * Checks that a person may be given companies, and keeps him as he is until the end of the transaction.
     *
     * @throws NotFoundException when there is no such person of the office
     * @throws ConflictException {@code care.notCaretaker} or {@code care.client}
     */
    public void requireChoosable(Set<CompanyId> given, PersonId person) {
        // So that he does not leave the office between the question and the answer.
        accounts.lock(person);
        if (!caretakers.one(person).orElseThrow(NotFoundException::new).choosable()) {
            throw new ConflictException("care.notCaretaker");
        }
        companies.clientOf(given, person).stream().findFirst().ifPresent(name -> {
            throw new ConflictException("care.client", name);
        });
    }

    /**
     * Lets the person look after those that he does not look after already; tells whether there was one. He is their substitute no
     * more, nor will be: a planned time would bring him back by itself after his care has been ended.
     */
    public boolean give(Set<CompanyId> given, PersonId person, Instant now) {
        var missing = new HashSet<>(given);
        var cancelled = new HashSet<CompanyId>();
        for (var other : care.unfinished(given, person, now)) {
            if (!other.substitute()) {
                missing.remove(other.company());
            } else if (other.time(now) == CareTime.NOW) {
                other.end(now);
            } else {
                care.remove(other);
                cancelled.add(other.company());
            }
        }
        if (!cancelled.isEmpty()) {
            events.fire(new CareChanged(CareDeed.SUBSTITUTE_CANCELLED, cancelled, person));
        }
        missing.forEach(company -> care.add(new Caretaking(company, person, now)));
        if (!missing.isEmpty()) {
            events.fire(new CareChanged(CareDeed.ASSIGNED, missing, person));
            events.fire(new CaretakerAssigned(missing, person));
        }
        return !missing.isEmpty();
    }
}
