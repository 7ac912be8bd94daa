package pl.goniec.company.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import pl.goniec.shared.Role;

/** What a person is on the client side of a company. */
@Entity
@IdClass(Membership.Key.class)
public class Membership {

    @Id
    @Column(name = "company_id")
    private long companyId;

    @Id
    @Column(name = "person_id")
    private long personId;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "may_start")
    private boolean mayStart;

    protected Membership() {}

    /** The person in the company. */
    public record Key(long companyId, long personId) implements Serializable {}
}
