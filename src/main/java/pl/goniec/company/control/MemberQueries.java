package pl.goniec.company.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pl.goniec.company.api.CompanyContact;
import pl.goniec.identity.api.AccountState;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.platform.persistence.InstantConverter;
import pl.goniec.shared.AccessScope;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;
import pl.goniec.shared.Side;

/** Reads the client people of a company, for those who keep them. The caller's role there has been asked for before. */
@Dependent
public class MemberQueries {

    /**
     * With the number of ties that are not the caller's: an entrepreneur's are the employees of the companies that he owns, the
     * office's are all people of the companies that it looks after, and the head's are all.
     */
    private static final String MEMBERS = """
            SELECT p.id, p.fullName, p.email, p.phone, p.state, m.role, m.version, p.version, m.mayStart, (
                SELECT MAX(l.expiresAt) FROM AccountLink l
                WHERE l.personId = p.id AND l.purpose = pl.goniec.identity.api.LinkPurpose.INVITATION
                  AND l.endedAt IS NULL AND l.expiresAt > :now),
                   m.leftAt, p.position, (
                SELECT COUNT(o) FROM Membership o
                WHERE o.personId = p.id AND o.leftAt IS NULL AND (o.role NOT IN :kept OR NOT EXISTS (
                    SELECT a FROM CompanyAccess a
                    WHERE a.companyId = o.companyId AND a.personId = :caller AND a.role IN :keepers))),
                   p.blockedByOffice
            FROM Membership m JOIN Person p ON p.id = m.personId
            WHERE m.companyId = :company
            """;

    @PersistenceContext
    EntityManager em;

    /** Returns the people of the company, entrepreneurs first, and at the end those who have left, the last one first. */
    public List<Member> all(CompanyId company, Role role, AccessScope scope) {
        return read(em.createQuery(MEMBERS + """
                        ORDER BY CASE WHEN m.leftAt IS NULL THEN 0 ELSE 1 END, m.leftAt DESC, m.role DESC, p.nameOrder
                        """, Object[].class), company, role, scope);
    }

    /** Returns one of them, or one who has left. */
    public Optional<Member> one(CompanyId company, PersonId person, Role role, AccessScope scope) {
        return read(
                        em.createQuery(MEMBERS + "AND p.id = :person", Object[].class)
                                .setParameter("person", person.value()),
                        company,
                        role,
                        scope)
                .stream()
                .findFirst();
    }

    /** Returns what the caller is anywhere, on the sides of the scope. */
    public Set<Role> roles(AccessScope scope) {
        var roles = EnumSet.noneOf(Role.class);
        roles.addAll(em.createQuery(
                        "SELECT DISTINCT a.role FROM CompanyAccess a WHERE a.personId = :caller AND a.side IN :sides",
                        Role.class)
                .setParameter("caller", scope.person().value())
                .setParameter("sides", scope.sides())
                .getResultList());
        return roles;
    }

    /** Tells whether the person is of the office. */
    public boolean isOfOffice(PersonId person) {
        return em.createQuery(
                                "SELECT COUNT(p) FROM Person p WHERE p.id = :person AND p.position IS NOT NULL",
                                Long.class)
                        .setParameter("person", person.value())
                        .getSingleResult()
                > 0;
    }

    /** Tells whether the person looks after the company, or is going to. */
    public boolean looksAfter(PersonId person, CompanyId company) {
        return em.createQuery("""
                                SELECT COUNT(k) FROM Caretaking k
                                WHERE k.companyId = :company AND k.personId = :person
                                  AND (k.validTo IS NULL OR k.validTo > CURRENT_TIMESTAMP)
                                """, Long.class)
                        .setParameter("company", company.value())
                        .setParameter("person", person.value())
                        .getSingleResult()
                > 0;
    }

    private static List<Member> read(TypedQuery<Object[]> query, CompanyId company, Role role, AccessScope scope) {
        boolean office = role.side() == Side.OFFICE;
        return query.setParameter("now", Instant.now())
                .setParameter("company", company.value())
                .setParameter("caller", scope.person().value())
                .setParameter("kept", office ? EnumSet.of(Role.ENTREPRENEUR, Role.EMPLOYEE) : EnumSet.of(Role.EMPLOYEE))
                .setParameter("keepers", office ? EnumSet.of(Role.OFFICE_HEAD, Role.CARETAKER) : EnumSet.of(role))
                .getResultStream()
                .map(row -> member(row, role))
                .toList();
    }

    private static Member member(Object[] row, Role caller) {
        var position = (OfficePosition) row[11];
        boolean elsewhere = caller != Role.OFFICE_HEAD && ((Number) row[12]).longValue() > 0;
        return new Member(
                new CompanyContact(
                        new PersonId((Long) row[0]),
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (Role) row[5],
                        (AccountState) row[4],
                        false),
                ((Number) row[6]).longValue(),
                ((Number) row[7]).longValue(),
                (Boolean) row[8],
                InstantConverter.instant(row[9]),
                (Instant) row[10],
                position != null || elsewhere,
                (Boolean) row[13]);
    }
}
