package pl.goniec.company.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.Objects;
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
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long companyId;
        private long personId;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.companyId == companyId && key.personId == personId;
        }

        @Override
        public int hashCode() {
            return Objects.hash(companyId, personId);
        }
    }
}
