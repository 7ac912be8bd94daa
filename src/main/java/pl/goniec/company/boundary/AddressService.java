package pl.goniec.company.boundary;

import static pl.goniec.platform.security.Roles.SYSTEM;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pl.goniec.company.control.AddressQueries;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;

/** Active companies and their people, found by what programs of the office call them; such a program may write to all of them. */
@Stateless
@DenyAll
public class AddressService {

    @Inject
    AddressQueries addresses;

    /** Returns all companies. */
    @RolesAllowed(SYSTEM)
    public Set<CompanyId> all() {
        return addresses.all();
    }

    /** Returns the companies that have a tag, which may be none. */
    @RolesAllowed(SYSTEM)
    public Set<CompanyId> tagged(String tag) {
        return addresses.tagged(tag);
    }

    /** Returns the companies of these tax numbers of ten digits; what there is not is not in the answer. */
    @RolesAllowed(SYSTEM)
    public Map<String, CompanyId> byNip(Collection<String> nips) {
        return addresses.byNip(nips);
    }

    /** Returns the companies of these numbers of the office's own; what there is not is not in the answer. */
    @RolesAllowed(SYSTEM)
    public Map<String, CompanyId> byNumber(Collection<String> numbers) {
        return addresses.byNumber(numbers);
    }

    /** Returns the client of a company who has this e-mail address, whatever the state of his account. */
    @RolesAllowed(SYSTEM)
    public Optional<PersonId> client(CompanyId company, String email) {
        return addresses.client(company, email.strip().toLowerCase(Locale.ROOT));
    }
}
