package pl.goniec.company.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pl.goniec.company.api.CompanyData;
import pl.goniec.company.entity.Company;
import pl.goniec.platform.persistence.Duplicates;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;

/** Loads and saves companies for the head of the office, who keeps all of them, deactivated ones included. */
@Dependent
public class CompanyRepository {

    /** No company, where one is to be told from all others. */
    public static final CompanyId NONE = new CompanyId(0);

    @PersistenceContext
    EntityManager em;

    /**
     * Adds a company.
     *
     * @throws ConflictException {@code company.duplicate} when another one with its NIP or number came first
     */
    public void add(Company company) {
        em.persist(company);
        flush();
    }

    /**
     * Writes what was changed.
     *
     * @throws ConflictException {@code company.duplicate} when another one with its NIP or number came first
     */
    public void flush() {
        Duplicates.flush(em, () -> new ConflictException("company.duplicate"));
    }

    /**
     * Returns a company.
     *
     * @throws NotFoundException when there is none
     */
    public Company get(CompanyId id) {
        return Optional.ofNullable(em.find(Company.class, id.value())).orElseThrow(NotFoundException::new);
    }

    /**
     * Returns a company, locked until the end of the transaction and read anew.
     *
     * @throws NotFoundException when there is none
     */
    public Company locked(CompanyId id) {
        return Optional.ofNullable(em.find(Company.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(NotFoundException::new);
    }

    /**
     * Locks companies in the order of their ids.
     *
     * @throws NotFoundException when one of them does not exist
     */
    public void lock(Set<CompanyId> ids) {
        var found = em.createQuery("SELECT c FROM Company c WHERE c.id IN :ids ORDER BY c.id", Company.class)
                .setParameter("ids", ids.stream().map(CompanyId::value).toList())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        if (found.size() < ids.size()) {
            throw new NotFoundException();
        }
    }

    /** Returns the company of a tax number, active or not, locked until the end of the transaction and read anew. */
    public Optional<Company> lockedByNip(String nip) {
        return em.createQuery("SELECT c FROM Company c WHERE c.nip = :nip", Company.class)
                .setParameter("nip", nip)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /**
     * Checks that no other company has the tax number or the office's number of these data.
     *
     * @param self the company that has them, or {@link #NONE}
     * @throws ConflictException {@code company.nipTaken} or {@code company.numberTaken} with the other company's name
     */
    public void requireUnique(CompanyData data, CompanyId self) {
        otherWithNip(data.nip(), self).ifPresent(name -> {
            throw new ConflictException("company.nipTaken", name);
        });
        if (data.number() != null) {
            otherWithNumber(data.number(), self).ifPresent(name -> {
                throw new ConflictException("company.numberTaken", name);
            });
        }
    }

    /** Returns the name of another company with this NIP, if there is one. */
    private Optional<String> otherWithNip(String nip, CompanyId self) {
        return em.createQuery("SELECT c.name FROM Company c WHERE c.nip = :nip AND c.id <> :self", String.class)
                .setParameter("nip", nip)
                .setParameter("self", self.value())
                .getResultStream()
                .findFirst();
    }

    /** Returns the name of another company with this number, if there is one. */
    private Optional<String> otherWithNumber(String number, CompanyId self) {
        return em.createQuery("SELECT c.name FROM Company c WHERE c.number = :number AND c.id <> :self", String.class)
                .setParameter("number", number)
                .setParameter("self", self.value())
                .getResultStream()
                .findFirst();
    }

    /** Returns the names of those of the companies in which the person is a client. */
    public List<String> clientOf(Set<CompanyId> companies, PersonId person) {
        return em.createQuery("""
                        SELECT c.name FROM Membership m JOIN Company c ON c.id = m.companyId
                        WHERE m.companyId IN :companies AND m.personId = :person AND m.leftAt IS NULL
                        ORDER BY c.nameOrder
                        """, String.class)
                .setParameter(
                        "companies", companies.stream().map(CompanyId::value).toList())
                .setParameter("person", person.value())
                .getResultList();
    }
}
