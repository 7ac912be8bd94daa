package pl.goniec.identity.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** The one office of the installation. */
@Entity
public class Office {

    @Id
    private long id;

    private String name;

    private String phone;

    protected Office() {}

    public String name() {
        return name;
    }

    public String phone() {
        return phone;
    }
}
