package pl.goniec.company.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import pl.goniec.company.api.Nip;

/** A client company. */
@Entity
public class Company {

    @Id
    private long id;

    @Version
    private long version;

    private String name;

    /** By what names are put in Polish order; the database derives it. */
    @Column(name = "name_order", insertable = false, updatable = false)
    private String nameOrder;

    private String nip;

    protected Company() {}

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Returns the tax number as people write it. */
    public String formattedNip() {
        return Nip.format(nip);
    }
}
