package pl.goniec.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.Optional;
import pl.goniec.identity.api.OfficeData;
import pl.goniec.identity.api.OfficeLogo;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.ConflictException;

/** The one office of the installation. */
@Entity
public class Office {

    /** Of the only row. */
    private static final long ONLY = 1;

    @Id
    private long id;

    @Version
    private long version;

    private String name;

    private String nip;

    private String address;

    private String phone;

    private String signature;

    private byte[] logo;

    @Column(name = "logo_type")
    private String logoType;

    protected Office() {}

    /** The office as it is set up. */
    public Office(OfficeData data) {
        id = ONLY;
        change(data);
    }

    /** Refuses to change what somebody else has changed since this version was seen. */
    public void requireVersion(long seen) {
        if (seen != version) {
            throw new ConflictException("office.changed");
        }
    }

    /** Changes what the office says of itself; its hours are rows of their own. */
    public void change(OfficeData data) {
        data.fault().ifPresent(key -> {
            throw new BusinessException(key);
        });
        name = data.name();
        nip = data.nip().isEmpty() ? null : data.nip();
        address = data.address();
        phone = data.phone();
        signature = data.signature();
    }

    /** Takes a picture of at most {@link OfficeLogo#MAX_BYTES} as the logo; null takes it away. */
    public void show(byte[] picture) {
        if (picture == null) {
            logo = null;
            logoType = null;
            return;
        }
        if (picture.length > OfficeLogo.MAX_BYTES) {
            throw new BusinessException("office.logo.tooLarge");
        }
        logoType = OfficeLogo.typeOf(picture).orElseThrow(() -> new BusinessException("office.logo.type"));
        logo = picture.clone();
    }

    public Optional<OfficeLogo> logo() {
        return logoType == null ? Optional.empty() : Optional.of(new OfficeLogo(logo.clone(), logoType));
    }

    public long version() {
        return version;
    }

    public String name() {
        return name;
    }

    /** Returns ten digits, or nothing. */
    public String nip() {
        return nip == null ? "" : nip;
    }

    public String address() {
        return address;
    }

    public String phone() {
        return phone;
    }

    public String signature() {
        return signature;
    }

    public boolean hasLogo() {
        return logoType != null;
    }
}
