package pl.goniec.company.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import pl.goniec.company.api.CareTime;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.CareId;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.PersonId;

/**
 * Who of the office looks after a company, from when and, for a substitute, until when. The right begins and ends with the clock
 * of the database; {@code begun} says only that it was told, so that his markers were set.
 */
@Entity
@SequenceGenerator(name = "caretaking_seq", sequenceName = "caretaking_seq")
public class Caretaking {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "caretaking_seq")
    private long id;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "person_id")
    private long personId;

    private boolean substitute;

    @Column(name = "valid_from")
    private Instant validFrom;

    @Column(name = "valid_to")
    private Instant validTo;

    private boolean begun;

    protected Caretaking() {}

    /** Begins a care without an end. */
    public Caretaking(CompanyId company, PersonId person, Instant now) {
        companyId = company.value();
        personId = person.value();
        validFrom = now;
        begun = true;
    }

    /**
     * Enters a substitute from one moment to another; from a moment that has come he begins now.
     *
     * @throws BusinessException {@code care.order} when the end is not after the beginning
     */
    public Caretaking(CompanyId company, PersonId person, Instant from, Instant to, Instant now) {
        if (!to.isAfter(from) || !to.isAfter(now)) {
            throw new BusinessException("care.order");
        }
        companyId = company.value();
        personId = person.value();
        substitute = true;
        validFrom = from.isAfter(now) ? from : now;
        validTo = to;
        begun = !from.isAfter(now);
    }

    /** Notes that its time has come; tells whether it goes on, which it does not when it was over before anybody looked. */
    public boolean begin(Instant now) {
        begun = true;
        return time(now) == CareTime.NOW;
    }

    /**
     * Ends the care now.
     *
     * @throws ConflictException {@code care.over} when it does not go on
     */
    public void end(Instant now) {
        if (time(now) != CareTime.NOW) {
            throw new ConflictException("care.over");
        }
        validTo = now;
    }

    /** Tells where it stands at a moment, as the view of rights does. */
    public CareTime time(Instant now) {
        if (validFrom.isAfter(now)) {
            return CareTime.FUTURE;
        }
        return validTo == null || validTo.isAfter(now) ? CareTime.NOW : CareTime.PAST;
    }

    /** Tells whether it has a moment in common with another time, whose end is null when it has none. */
    public boolean overlaps(Instant from, Instant to) {
        return (to == null || validFrom.isBefore(to)) && (validTo == null || validTo.isAfter(from));
    }

    public CareId id() {
        return new CareId(id);
    }

    public CompanyId company() {
        return new CompanyId(companyId);
    }

    public PersonId person() {
        return new PersonId(personId);
    }

    public boolean substitute() {
        return substitute;
    }

    public Instant from() {
        return validFrom;
    }

    public Instant to() {
        return validTo;
    }

    public boolean begun() {
        return begun;
    }
}
