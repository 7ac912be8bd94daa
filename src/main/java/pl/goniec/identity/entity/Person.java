package pl.goniec.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import pl.goniec.identity.api.AccountState;
import pl.goniec.identity.api.Language;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.identity.api.Theme;

/** A person of either side. The e-mail is the log-in name and is kept in lower case. */
@Entity
public class Person {

    @Id
    private long id;

    @Version
    private long version;

    private String email;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "full_name")
    private String fullName;

    /** By what names are put in Polish order; the database derives it. */
    @Column(name = "name_order", insertable = false, updatable = false)
    private String nameOrder;

    private String phone;

    @Enumerated(EnumType.STRING)
    private AccountState state;

    @Enumerated(EnumType.STRING)
    @Column(name = "office_position")
    private OfficePosition position;

    private String language;

    @Enumerated(EnumType.STRING)
    private Theme theme;

    @Column(name = "invited_at")
    private Instant invitedAt;

    protected Person() {}

    /** Sets how the person wants the screen. */
    public void choose(Language newLanguage, Theme newTheme) {
        language = newLanguage.code();
        theme = newTheme;
    }

    public long id() {
        return id;
    }

    public String email() {
        return email;
    }

    public String fullName() {
        return fullName;
    }

    public OfficePosition position() {
        return position;
    }

    public Language language() {
        return Language.of(language);
    }

    public Theme theme() {
        return theme;
    }
}
