package pl.goniec.company.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;
import pl.goniec.shared.Side;

/**
 * What a person is on the client side of a company. Whoever leaves keeps his row, because his correspondence stays, and may come
 * back; while he is away it gives him no right.
 */
@Entity
@IdClass(Membership.Key.class)
public class Membership {

    @Id
    @Column(name = "company_id")
    private long companyId;

    @Id
    @Column(name = "person_id")
    private long personId;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "may_start")
    private boolean mayStart;

    @Column(name = "left_at")
    private Instant leftAt;

    protected Membership() {}

    /** Makes the person a client in the company; an entrepreneur may always start a conversation. */
    public Membership(CompanyId company, PersonId person, Role role, boolean mayStart) {
        companyId = company.value();
        personId = person.value();
        become(role, mayStart);
    }

    /**
     * Makes him something else in the company.
     *
     * @param seen the version on which the change was made
     * @throws ConflictException {@code people.changed} when somebody else has changed it since
     */
    public void change(long seen, Role newRole, boolean newMayStart) {
        if (seen != version) {
            throw new ConflictException("people.changed");
        }
        become(newRole, newMayStart);
    }

    /** Lets him go; what he wrote stays. */
    public void leave(Instant now) {
        if (leftAt == null) {
            leftAt = now;
        }
    }

    /** Takes him back, as what he is from now on. */
    public void comeBack(Role newRole, boolean newMayStart) {
        leftAt = null;
        become(newRole, newMayStart);
    }

    public boolean hasLeft() {
        return leftAt != null;
    }

    public Role role() {
        return role;
    }

    public boolean mayStart() {
        return mayStart;
    }

    private void become(Role newRole, boolean newMayStart) {
        if (newRole.side() != Side.CLIENT) {
            throw new IllegalArgumentException(newRole + " is no role of a client");
        }
        role = newRole;
        mayStart = newRole == Role.ENTREPRENEUR || newMayStart;
    }

    /** The person in the company. */
    public record Key(long companyId, long personId) implements Serializable {}
}
