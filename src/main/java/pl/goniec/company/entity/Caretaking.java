package pl.goniec.company.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** Who of the office looks after a company, from when and, for a substitute, until when. */
@Entity
public class Caretaking {

    @Id
    private long id;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "person_id")
    private long personId;

    private boolean substitute;

    @Column(name = "valid_from")
    private Instant validFrom;

    @Column(name = "valid_to")
    private Instant validTo;

    protected Caretaking() {}
}
