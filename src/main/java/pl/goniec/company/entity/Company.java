package pl.goniec.company.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.Set;
import pl.goniec.company.api.CompanyData;
import pl.goniec.company.api.InvalidCompanyException;
import pl.goniec.company.api.Nip;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConflictException;

/**
 * A client company. Nobody takes one away: a deactivated company gives no right to anybody and keeps everything, until it is
 * activated again.
 */
@Entity
@SequenceGenerator(name = "company_seq", sequenceName = "company_seq")
public class Company {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "company_seq")
    private long id;

    @Version
    private long version;

    private String name;

    /** By what names are put in Polish order; the database derives it. */
    @Column(name = "name_order", insertable = false, updatable = false)
    private String nameOrder;

    private String nip;

    private String number;

    private boolean active;

    @Column(name = "employees_start")
    private boolean employeesStart;

    @Column(name = "entrepreneurs_look")
    private boolean entrepreneursLook;

    @ElementCollection
    @CollectionTable(name = "company_tag", joinColumns = @JoinColumn(name = "company_id"))
    @Column(name = "tag")
    private Set<String> tags = new HashSet<>();

    protected Company() {}

    /**
     * Begins as an active company.
     *
     * @throws InvalidCompanyException when the data is not as it must be
     */
    public Company(CompanyData data) {
        take(data.checked());
        active = true;
    }

    /**
     * Takes other data.
     *
     * @param seen the version that whoever changes it has seen
     * @throws InvalidCompanyException when the data is not as it must be
     * @throws ConflictException {@code company.stale} when somebody has changed the company since
     */
    public void change(long seen, CompanyData data) {
        var checked = data.checked();
        if (seen != version) {
            throw new ConflictException("company.stale");
        }
        take(checked);
    }

    /**
     * Takes the company out of everybody's lists.
     *
     * @throws ConflictException {@code company.inactive} when it is out already
     */
    public void deactivate() {
        if (!active) {
            throw new ConflictException("company.inactive");
        }
        active = false;
    }

    /**
     * Brings it back, with everything that it had.
     *
     * @throws ConflictException {@code company.active} when it never was out
     */
    public void activate() {
        if (active) {
            throw new ConflictException("company.active");
        }
        active = true;
    }

    private void take(CompanyData data) {
        name = data.name();
        nip = data.nip();
        number = data.number();
        employeesStart = data.employeesStart();
        entrepreneursLook = data.entrepreneursLook();
        tags.retainAll(Set.copyOf(data.tags()));
        tags.addAll(data.tags());
    }

    public CompanyId id() {
        return new CompanyId(id);
    }

    public long version() {
        return version;
    }

    public String name() {
        return name;
    }

    public boolean active() {
        return active;
    }

    public boolean entrepreneursLook() {
        return entrepreneursLook;
    }

    /** Returns the tax number as people write it. */
    public String formattedNip() {
        return Nip.format(nip);
    }

    /** Returns what is kept of it, with the tax number as people write it. */
    public CompanyData data() {
        return new CompanyData(name, formattedNip(), number, tags, employeesStart, entrepreneursLook);
    }
}
