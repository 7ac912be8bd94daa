package pl.goniec.company.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pl.goniec.company.api.MemberChange;
import pl.goniec.company.control.KnownOffice.KnownCompany;
import pl.goniec.company.control.KnownOffice.KnownPerson;
import pl.goniec.company.entity.Company;
import pl.goniec.identity.api.AccountState;
import pl.goniec.identity.api.LinkPurpose;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/** Reads the whole office for an import or an export, in as many statements as there are kinds of things in it. */
@Dependent
public class ImportQueries {

    @PersistenceContext
    EntityManager em;

    /** Returns all companies, deactivated ones included, with their people and caretakers, and everybody's address. */
    KnownOffice known(Instant now) {
        var companies = em.createQuery("SELECT c FROM Company c", Company.class)
                .setHint("eclipselink.batch", "c.tags")
                .getResultList();
        var members = members();
        var former = former();
        var caretakers = care(false, now);
        var substitutes = care(true, now);
        Map<String, KnownCompany> byNip = new HashMap<>();
        for (var company : companies) {
            var data = company.data().tidy();
            byNip.put(
                    data.nip(),
                    new KnownCompany(
                            company.id(),
                            company.version(),
                            company.active(),
                            data,
                            members.getOrDefault(company.id(), Map.of()),
                            former.getOrDefault(company.id(), Set.of()),
                            caretakers.getOrDefault(company.id(), Set.of()),
                            substitutes.getOrDefault(company.id(), Set.of())));
        }
        return new KnownOffice(byNip, people(), uninvited());
    }

    private Map<CompanyId, Map<String, MemberChange>> members() {
        Map<CompanyId, Map<String, MemberChange>> found = new HashMap<>();
        em.createQuery("""
                        SELECT m.companyId, p.email, m.role, m.mayStart
                        FROM Membership m JOIN Person p ON p.id = m.personId
                        WHERE m.leftAt IS NULL
                        """, Object[].class)
                .getResultStream()
                .forEach(row -> found.computeIfAbsent(new CompanyId((Long) row[0]), id -> new HashMap<>())
                        .put((String) row[1], new MemberChange((Role) row[2], (Boolean) row[3])));
        return found;
    }

    private Map<CompanyId, Set<String>> former() {
        Map<CompanyId, Set<String>> found = new HashMap<>();
        em.createQuery("""
                        SELECT m.companyId, p.email FROM Membership m JOIN Person p ON p.id = m.personId
                        WHERE m.leftAt IS NOT NULL
                        """, Object[].class)
                .getResultStream()
                .forEach(row -> found.computeIfAbsent(new CompanyId((Long) row[0]), id -> new HashSet<>())
                        .add((String) row[1]));
        return found;
    }

    /** Substitutes are in no list, because their time is in none; but nobody joins a company that he is going to stand in for. */
    private Map<CompanyId, Set<String>> care(boolean substitute, Instant now) {
        Map<CompanyId, Set<String>> found = new HashMap<>();
        em.createQuery("""
                        SELECT k.companyId, p.email FROM Caretaking k JOIN Person p ON p.id = k.personId
                        WHERE k.substitute = :substitute AND (k.validTo IS NULL OR k.validTo > :now)
                        """, Object[].class)
                .setParameter("substitute", substitute)
                .setParameter("now", now)
                .getResultStream()
                .forEach(row -> found.computeIfAbsent(new CompanyId((Long) row[0]), id -> new HashSet<>())
                        .add((String) row[1]));
        return found;
    }

    private Map<String, KnownPerson> people() {
        Map<String, KnownPerson> found = new HashMap<>();
        em.createQuery("SELECT p.email, p.id, p.position, p.state FROM Person p", Object[].class)
                .getResultStream()
                .forEach(row -> found.put((String) row[0], person(row)));
        return found;
    }

    private static KnownPerson person(Object[] row) {
        return new KnownPerson(new PersonId((Long) row[1]), (OfficePosition) row[2], row[3] == AccountState.BLOCKED);
    }

    /** By the clock that invites; whose invitation was taken back a moment ago waits as he does on his page. */
    private Set<String> uninvited() {
        var now = Instant.now();
        return new HashSet<>(em.createQuery("""
                        SELECT p.email FROM Person p
                        WHERE p.state = pl.goniec.identity.api.AccountState.NOT_ACTIVATED
                          AND (p.invitedAt IS NULL OR p.invitedAt <= :before) AND NOT EXISTS (
                            SELECT l FROM AccountLink l
                            WHERE l.personId = p.id AND l.purpose = pl.goniec.identity.api.LinkPurpose.INVITATION
                              AND l.endedAt IS NULL AND l.expiresAt > :now)
                        """, String.class)
                .setParameter("now", now)
                .setParameter("before", now.minus(LinkPurpose.BETWEEN_LETTERS))
                .getResultList());
    }

    /** Returns e-mail, name, phone, language and position of everybody of the office, by name. */
    List<Object[]> staff() {
        return new ArrayList<>(em.createQuery("""
                        SELECT p.email, p.fullName, p.phone, p.language, p.position FROM Person p
                        WHERE p.position IS NOT NULL ORDER BY p.nameOrder, p.id
                        """, Object[].class).getResultList());
    }

    /** Returns tax number, e-mail, name, phone, language, role and permission to start of the companies' people, by company. */
    List<Object[]> clients() {
        return em.createQuery("""
                        SELECT c.nip, p.email, p.fullName, p.phone, p.language, m.role, m.mayStart
                        FROM Membership m JOIN Person p ON p.id = m.personId JOIN Company c ON c.id = m.companyId
                        WHERE m.leftAt IS NULL
                        ORDER BY c.nameOrder, c.id, m.role DESC, p.nameOrder, p.id
                        """, Object[].class).getResultList();
    }
}
