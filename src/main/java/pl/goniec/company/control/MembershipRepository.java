package pl.goniec.company.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import pl.goniec.company.entity.Company;
import pl.goniec.company.entity.Membership;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;

/** Loads what people are in companies, and saves it. The caller's rights on the company have been asked for before. */
@Dependent
public class MembershipRepository {

    @PersistenceContext
    EntityManager em;

    /** Locks the company until the end of the transaction: its people are added one after the other. */
    public void lock(CompanyId company) {
        em.createQuery("SELECT c FROM Company c WHERE c.id = :id", Company.class)
                .setParameter("id", company.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResult();
    }

    /** Returns what the person is or was in the company, locked until the end of the transaction. */
    public Optional<Membership> find(CompanyId company, PersonId person) {
        return Optional.ofNullable(em.find(
                Membership.class, new Membership.Key(company.value(), person.value()), LockModeType.PESSIMISTIC_WRITE));
    }

    public void add(Membership membership) {
        em.persist(membership);
    }
}
