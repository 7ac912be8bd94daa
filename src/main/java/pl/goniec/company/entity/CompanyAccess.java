package pl.goniec.company.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import pl.goniec.shared.Role;
import pl.goniec.shared.Side;

/**
 * Who may do something with a company, now, and as what: a row of the view that holds the whole rule. Queries of every
 * component join it; nobody has rows on both sides of one company.
 */
@Entity
@Table(name = "company_access")
@IdClass(CompanyAccess.Key.class)
public class CompanyAccess {

    @Id
    @Column(name = "person_id")
    private long personId;

    @Id
    @Column(name = "company_id")
    private long companyId;

    @Enumerated(EnumType.STRING)
    private Side side;

    @Enumerated(EnumType.STRING)
    private Role role;

    protected CompanyAccess() {}

    /** The person and the company. */
    public record Key(long personId, long companyId) implements Serializable {}
}
