package pl.goniec.company.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import pl.goniec.company.entity.Caretaking;
import pl.goniec.platform.persistence.InstantConverter;
import pl.goniec.shared.CareId;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;

/** Loads and saves who looks after which company. */
@Dependent
public class CareRepository {

    @PersistenceContext
    EntityManager em;

    /** Returns the time by the clock that decides on rights: the database's. */
    public Instant now() {
        return InstantConverter.instant(
                em.createNativeQuery("SELECT CURRENT_TIMESTAMP").getSingleResult());
    }

    public void add(Caretaking care) {
        em.persist(care);
    }

    /** Takes away what never came into force. */
    public void remove(Caretaking care) {
        em.remove(care);
    }

    /**
     * Returns one care of a company.
     *
     * @throws NotFoundException when the company has no such care
     */
    public Caretaking get(CompanyId company, CareId id) {
        return em.createQuery(
                        "SELECT k FROM Caretaking k WHERE k.id = :id AND k.companyId = :company", Caretaking.class)
                .setParameter("id", id.value())
                .setParameter("company", company.value())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** Returns every care of these companies by a person that is not over. */
    public List<Caretaking> unfinished(Set<CompanyId> companies, PersonId person, Instant now) {
        return em.createQuery("""
                        SELECT k FROM Caretaking k
                        WHERE k.personId = :person AND k.companyId IN :companies
                          AND (k.validTo IS NULL OR k.validTo > :now)
                        ORDER BY k.companyId, k.validFrom
                        """, Caretaking.class)
                .setParameter("person", person.value())
                .setParameter(
                        "companies", companies.stream().map(CompanyId::value).toList())
                .setParameter("now", now)
                .getResultList();
    }

    /** Tells whether anybody looks after one of these companies at a moment. */
    public boolean lookedAfter(Set<CompanyId> companies, Instant now) {
        return em.createQuery("""
                        SELECT COUNT(k) FROM Caretaking k
                        WHERE k.companyId IN :companies AND k.validFrom <= :now AND (k.validTo IS NULL OR k.validTo > :now)
                        """, Long.class)
                        .setParameter(
                                "companies",
                                companies.stream().map(CompanyId::value).toList())
                        .setParameter("now", now)
                        .getSingleResult()
                > 0;
    }

    /** Returns what should have begun by now and was not told yet, locked. */
    public List<Caretaking> due(Instant now) {
        return em.createQuery("""
                        SELECT k FROM Caretaking k WHERE k.begun = :begun AND k.validFrom <= :now
                        ORDER BY k.personId, k.companyId
                        """, Caretaking.class)
                .setParameter("begun", false)
                .setParameter("now", now)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }
}
