package pl.goniec.identity.boundary;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import pl.goniec.identity.api.AccountChanged;
import pl.goniec.identity.api.AccountDeed;
import pl.goniec.identity.api.OfficeChanged;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.identity.api.PasswordRule;
import pl.goniec.identity.api.SetUpOffice;
import pl.goniec.identity.control.OfficeRepository;
import pl.goniec.identity.control.PersonRepository;
import pl.goniec.identity.control.SetupCode;
import pl.goniec.identity.entity.Office;
import pl.goniec.platform.security.Passwords;
import pl.goniec.platform.security.RefusalsReported;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.ForbiddenException;
import pl.goniec.shared.NotFoundException;

/** The first start: it is possible while nobody heads the office, and never afterwards. */
@Stateless
@DenyAll
@RefusalsReported
public class SetupService {

    @Inject
    PersonRepository persons;

    @Inject
    OfficeRepository offices;

    @Inject
    Accounts accounts;

    @Inject
    SetupCode setupCode;

    @Inject
    Passwords passwords;

    @Inject
    Event<Object> events;

    /** Tells whether the office still has to be set up. */
    @PermitAll
    public boolean open() {
        return !persons.hasHead();
    }

    /**
     * Sets up the office and its first head, whose account is in use at once.
     *
     * @throws NotFoundException when somebody heads the office
     * @throws ForbiddenException {@code setup.code.wrong}, after the time that a password takes
     * @throws BusinessException {@code office.…}, {@code person.…} or {@code password.…}, when the data are wrong
     */
    @PermitAll
    public void setUp(SetUpOffice command) {
        if (!open()) {
            throw new NotFoundException();
        }
        if (!setupCode.is(command.code())) {
            passwords.pretend(command.code().toCharArray());
            throw new ForbiddenException("setup.code.wrong");
        }
        var office = offices.locked();
        if (!open()) {
            // Somebody else was faster; until here nothing was locked.
            throw new NotFoundException();
        }
        office.ifPresentOrElse(
                known -> known.change(command.office()), () -> offices.add(new Office(command.office())));
        offices.open(command.office().hours());
        events.fire(new OfficeChanged());
        head(command);
    }

    private void head(SetUpOffice command) {
        var id = accounts.add(command.head());
        var person = persons.locked(id);
        PasswordRule.fault(command.password(), person.fullName(), person.email())
                .ifPresent(key -> {
                    throw new BusinessException(key);
                });
        person.activate(passwords.hash(command.password().toCharArray()));
        accounts.appoint(id, OfficePosition.HEAD);
        events.fire(new AccountChanged(AccountDeed.ACTIVATED, id));
    }
}
