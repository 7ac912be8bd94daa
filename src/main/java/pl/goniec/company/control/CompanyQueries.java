package pl.goniec.company.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pl.goniec.company.api.CompanyContact;
import pl.goniec.company.entity.Company;
import pl.goniec.identity.api.AccountState;
import pl.goniec.shared.AccessScope;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/** Reads companies within the rights of a scope. */
@Dependent
public class CompanyQueries {

    @PersistenceContext
    EntityManager em;

    /** Returns what the caller is for the company, if anything. */
    public Optional<Role> role(CompanyId company, AccessScope scope) {
        return em.createQuery("""
                        SELECT a.role FROM CompanyAccess a
                        WHERE a.companyId = :company AND a.personId = :person AND a.side IN :sides
                        """, Role.class)
                .setParameter("company", company.value())
                .setParameter("person", scope.person().value())
                .setParameter("sides", scope.sides())
                .getResultStream()
                .findFirst();
    }

    /** Returns all companies on which the caller may act. */
    public Set<CompanyId> accessible(AccessScope scope) {
        return em.createQuery(
                        "SELECT a.companyId FROM CompanyAccess a WHERE a.personId = :person AND a.side IN :sides",
                        Long.class)
                .setParameter("person", scope.person().value())
                .setParameter("sides", scope.sides())
                .getResultStream()
                .map(CompanyId::new)
                .collect(Collectors.toSet());
    }

    /** Returns the company; the caller's role has been asked for before. */
    public Company company(CompanyId id) {
        return em.createQuery("SELECT c FROM Company c WHERE c.id = :id", Company.class)
                .setParameter("id", id.value())
                .getSingleResult();
    }

    /** Returns whether the client person may start a conversation with the office: an employee only where the company lets him. */
    public boolean mayStart(CompanyId company, PersonId person) {
        return em.createQuery("""
                        SELECT COUNT(m) FROM Membership m JOIN Company f ON f.id = m.companyId
                        WHERE m.companyId = :company AND m.personId = :person AND m.leftAt IS NULL
                          AND (m.role = pl.goniec.shared.Role.ENTREPRENEUR
                            OR (m.mayStart = :on AND f.employeesStart = :on))
                        """, Long.class)
                        .setParameter("company", company.value())
                        .setParameter("person", person.value())
                        .setParameter("on", true)
                        .getSingleResult()
                > 0;
    }

    /** Returns who looks after the company today and still may, substitutes last. */
    public List<CompanyContact> caretakers(CompanyId company) {
        return em.createQuery("""
                        SELECT DISTINCT p.id, p.fullName, p.email, p.phone, p.state, k.substitute, p.nameOrder
                        FROM Caretaking k JOIN Person p ON p.id = k.personId
                        WHERE k.companyId = :company AND k.validFrom <= CURRENT_TIMESTAMP
                          AND (k.validTo IS NULL OR k.validTo > CURRENT_TIMESTAMP)
                          AND p.state = pl.goniec.identity.api.AccountState.ACTIVE
                          AND (p.position = pl.goniec.identity.api.OfficePosition.CARETAKER
                            OR p.position = pl.goniec.identity.api.OfficePosition.HEAD)
                        ORDER BY k.substitute, p.nameOrder
                        """, Object[].class)
                .setParameter("company", company.value())
                .getResultStream()
                .map(row -> contact(row, Role.CARETAKER, (Boolean) row[5]))
                .toList();
    }

    /** Returns the company's entrepreneurs and employees, entrepreneurs first. */
    public List<CompanyContact> people(CompanyId company) {
        return em.createQuery("""
                        SELECT p.id, p.fullName, p.email, p.phone, p.state, m.role
                        FROM Membership m JOIN Person p ON p.id = m.personId
                        WHERE m.companyId = :company AND m.leftAt IS NULL
                        ORDER BY m.role DESC, p.nameOrder
                        """, Object[].class)
                .setParameter("company", company.value())
                .getResultStream()
                .map(row -> contact(row, (Role) row[5], false))
                .toList();
    }

    private static CompanyContact contact(Object[] row, Role role, boolean substitute) {
        return new CompanyContact(
                new PersonId((Long) row[0]),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                role,
                (AccountState) row[4],
                substitute);
    }
}
