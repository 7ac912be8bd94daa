package pl.goniec.identity.boundary;

import static pl.goniec.platform.security.Roles.OFFICE_HEAD;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import pl.goniec.identity.api.OfficeChanged;
import pl.goniec.identity.api.OfficeData;
import pl.goniec.identity.api.OfficeDetails;
import pl.goniec.identity.api.OfficeLogo;
import pl.goniec.identity.api.OfficeRecord;
import pl.goniec.identity.control.OfficeQueries;
import pl.goniec.identity.control.OfficeRepository;
import pl.goniec.identity.entity.Office;
import pl.goniec.platform.security.RefusalsReported;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.NotFoundException;

/** The office: what anybody may know of it, before log-in too, and what its head keeps. */
@Stateless
@DenyAll
@RefusalsReported
public class OfficeService {

    @Inject
    CallerScope caller;

    @Inject
    OfficeQueries queries;

    @Inject
    OfficeRepository offices;

    @Inject
    Event<Object> events;

    /** Returns the office's name, phone and hours. */
    @PermitAll
    public OfficeDetails office() {
        return queries.office();
    }

    /** Returns the office's logo, if it has one. */
    @PermitAll
    public Optional<OfficeLogo> logo() {
        return offices.office().flatMap(Office::logo);
    }

    /** Returns everything that the head may change. */
    @RolesAllowed(OFFICE_HEAD)
    public OfficeRecord forChange() {
        caller.head();
        var office = offices.office().orElseThrow(NotFoundException::new);
        var data = new OfficeData(
                office.name(), office.nip(), office.address(), office.phone(), office.signature(), queries.hours());
        return new OfficeRecord(data, office.version(), office.hasLogo());
    }

    /**
     * Changes what the office says of itself.
     *
     * @param version of the office when the form was opened
     * @throws BusinessException {@code office.…}, when the data are wrong
     * @throws ConflictException {@code office.changed} when somebody else has changed it since
     */
    @RolesAllowed(OFFICE_HEAD)
    public void change(long version, OfficeData data) {
        var office = locked(version);
        office.change(data);
        offices.renew(office);
        offices.open(data.hours());
        events.fire(new OfficeChanged());
    }

    /**
     * Changes the logo.
     *
     * @param version of the office when the page was opened
     * @param picture a PNG or JPEG file of at most {@link OfficeLogo#MAX_BYTES}, or null for no logo
     * @throws BusinessException {@code office.logo.tooLarge}, {@code office.logo.type}
     * @throws ConflictException {@code office.changed} when somebody else has changed the office since
     */
    @RolesAllowed(OFFICE_HEAD)
    public void changeLogo(long version, byte[] picture) {
        locked(version).show(picture);
        events.fire(new OfficeChanged());
    }

    private Office locked(long version) {
        caller.head();
        var office = offices.locked().orElseThrow(NotFoundException::new);
        office.requireVersion(version);
        return office;
    }
}
