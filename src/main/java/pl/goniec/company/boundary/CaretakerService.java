package pl.goniec.company.boundary;

import static pl.goniec.platform.security.Roles.OFFICE_HEAD;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import pl.goniec.company.api.CareChanged;
import pl.goniec.company.api.CareDeed;
import pl.goniec.company.api.CareTime;
import pl.goniec.company.api.CaretakerAssigned;
import pl.goniec.company.api.CaretakerChoice;
import pl.goniec.company.control.CareGiver;
import pl.goniec.company.control.CareRepository;
import pl.goniec.company.control.CaretakerQueries;
import pl.goniec.company.control.CompanyRepository;
import pl.goniec.company.entity.Caretaking;
import pl.goniec.identity.boundary.CallerScope;
import pl.goniec.platform.security.RefusalsReported;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.CareId;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;

/**
 * Who looks after which company. The right begins and ends with the rows that are written here, by the database's clock; whoever
 * loses it is refused at his next request.
 */
@Stateless
@DenyAll
@RefusalsReported
public class CaretakerService {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final int MOST_YEARS = 10;

    @Inject
    CallerScope caller;

    @Inject
    CompanyRepository companies;

    @Inject
    CareRepository care;

    @Inject
    CaretakerQueries caretakers;

    @Inject
    CareGiver giver;

    @Inject
    Event<Object> events;

    /** Returns everybody who looks after a company now or could be given one, by name. */
    @RolesAllowed(OFFICE_HEAD)
    public List<CaretakerChoice> caretakers() {
        caller.head();
        return caretakers.all();
    }

    /**
     * Lets a person look after a company from now on, and not only as a substitute, today or later.
     *
     * @throws NotFoundException when there is no such company or person of the office
     * @throws ConflictException {@code care.notCaretaker}, {@code care.client} or {@code care.already}
     */
    @RolesAllowed(OFFICE_HEAD)
    public void assign(CompanyId company, PersonId person) {
        caller.head();
        companies.locked(company);
        giver.requireChoosable(Set.of(company), person);
        if (!giver.give(Set.of(company), person, care.now())) {
            throw new ConflictException("care.already");
        }
    }

    /**
     * Lets a person look after a company for some days, in Europe/Warsaw, the last one included. It begins and ends by itself; from
     * today it begins now.
     *
     * @throws NotFoundException when there is no such company or person of the office
     * @throws BusinessException {@code care.past}, {@code care.order} or {@code care.tooLong} when the days can not be
     * @throws ConflictException {@code care.notCaretaker}, {@code care.client}, or {@code care.already} when he looks after it on
     *     one of the days anyway
     */
    @RolesAllowed(OFFICE_HEAD)
    public void substitute(CompanyId company, PersonId person, LocalDate firstDay, LocalDate lastDay) {
        caller.head();
        companies.locked(company);
        giver.requireChoosable(Set.of(company), person);
        var now = care.now();
        requirePossible(firstDay, lastDay, now);
        var substitute = new Caretaking(company, person, start(firstDay), start(lastDay.plusDays(1)), now);
        if (care.unfinished(Set.of(company), person, now).stream()
                .anyMatch(other -> other.overlaps(substitute.from(), substitute.to()))) {
            throw new ConflictException("care.already");
        }
        care.add(substitute);
        events.fire(new CareChanged(CareDeed.SUBSTITUTE_ADDED, Set.of(company), person, firstDay, lastDay));
        if (substitute.begun()) {
            events.fire(new CaretakerAssigned(Set.of(company), person));
        }
    }

    /**
     * Ends somebody's care for a company now.
     *
     * @throws NotFoundException when the company has no such care
     * @throws ConflictException {@code care.over} when it does not go on
     */
    @RolesAllowed(OFFICE_HEAD)
    public void end(CompanyId company, CareId id) {
        caller.head();
        companies.locked(company);
        var ended = care.get(company, id);
        ended.end(care.now());
        events.fire(new CareChanged(CareDeed.ENDED, Set.of(company), ended.person()));
    }

    /**
     * Cancels a substitute who has not begun.
     *
     * @throws NotFoundException when the company has no such care
     * @throws ConflictException {@code care.begun} when it has begun
     */
    @RolesAllowed(OFFICE_HEAD)
    public void cancel(CompanyId company, CareId id) {
        caller.head();
        companies.locked(company);
        var cancelled = care.get(company, id);
        if (cancelled.time(care.now()) != CareTime.FUTURE) {
            throw new ConflictException("care.begun");
        }
        care.remove(cancelled);
        events.fire(new CareChanged(CareDeed.SUBSTITUTE_CANCELLED, Set.of(company), cancelled.person()));
    }

    /**
     * Takes companies from one person and gives them to another, all or none. Who looks after one of them already goes on doing so.
     *
     * @param from null when nobody looks after them
     * @throws NotFoundException when one of the companies does not exist or is not looked after by {@code from} now, or there is no
     *     such person of the office
     * @throws ConflictException {@code care.samePerson}, {@code care.notCaretaker}, {@code care.client}, or {@code care.taken} when
     *     somebody looks after one of them by now that nobody should
     */
    @RolesAllowed(OFFICE_HEAD)
    public void handOver(Set<CompanyId> ticked, PersonId from, PersonId to) {
        caller.head();
        if (to.equals(from)) {
            throw new ConflictException("care.samePerson");
        }
        if (ticked.isEmpty()) {
            return;
        }
        companies.lock(ticked);
        giver.requireChoosable(ticked, to);
        var now = care.now();
        if (from != null) {
            take(ticked, from, now);
        } else if (care.lookedAfter(ticked, now)) {
            throw new ConflictException("care.taken");
        }
        giver.give(ticked, to, now);
    }

    private void take(Set<CompanyId> taken, PersonId from, Instant now) {
        var ended = care.unfinished(taken, from, now).stream()
                .filter(one -> one.time(now) == CareTime.NOW)
                .toList();
        if (!ended.stream().map(Caretaking::company).collect(Collectors.toSet()).containsAll(taken)) {
            throw new NotFoundException();
        }
        ended.forEach(one -> one.end(now));
        events.fire(new CareChanged(CareDeed.ENDED, taken, from));
    }

    private static void requirePossible(LocalDate firstDay, LocalDate lastDay, Instant now) {
        var today = LocalDate.ofInstant(now, WARSAW);
        if (firstDay.isBefore(today)) {
            throw new BusinessException("care.past");
        }
        if (lastDay.isBefore(firstDay)) {
            throw new BusinessException("care.order");
        }
        if (lastDay.isAfter(today.plusYears(MOST_YEARS))) {
            throw new BusinessException("care.tooLong", MOST_YEARS);
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(WARSAW).toInstant();
    }
}
