package pl.goniec.identity.boundary;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;
import static pl.goniec.platform.security.Roles.SYSTEM;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Locale;
import pl.goniec.identity.control.PersonRepository;
import pl.goniec.identity.entity.Person;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.ForbiddenException;
import pl.goniec.shared.PersonId;

/** Programs of the office. They log in to the broker and nowhere else, and it is the broker that says which of them may. */
@Stateless
@DenyAll
public class ProgramService {

    @Inject
    PersonRepository persons;

    /**
     * Returns as whom a program writes, made when it comes for the first time.
     *
     * @param name with which it has logged in to the broker, compared without regard to case
     * @throws BusinessException {@code program.nameTooLong} with the number of characters that have room
     * @throws ForbiddenException {@code program.person} when that is the log-in name of a person
     * @throws ConflictException {@code person.email.taken} when it comes for the first time twice at this moment
     */
    @RolesAllowed(SYSTEM)
    @TransactionAttribute(REQUIRES_NEW)
    public PersonId program(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        var program = persons.byEmail(lower).orElseGet(() -> {
            var added = Person.program(lower);
            persons.add(added);
            return added;
        });
        if (!program.isProgram()) {
            throw new ForbiddenException("program.person");
        }
        return new PersonId(program.id());
    }
}
