package pl.goniec.backoffice.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import pl.goniec.company.boundary.AddressService;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;

/** Finds whom a request names: companies by tax number, the office's own number or a tag, people by e-mail. */
@Dependent
public class Addressees {

    private static final String NIP = "nip";
    private static final String NUMBER = "number";

    @Inject
    AddressService addresses;

    /**
     * Returns the companies that are named.
     *
     * @param companies the word {@code all}, an object with a tag, or a list of companies
     * @throws RequestRefused {@code request.companyUnknown} or {@code request.tagUnused}; one that is not known refuses all
     */
    Set<CompanyId> companies(JsonValue companies) {
        return switch (companies.getValueType()) {
            case ARRAY -> listed(companies.asJsonArray());
            case OBJECT -> tagged(companies.asJsonObject().getString("tag"));
            default -> addresses.all();
        };
    }

    /**
     * Returns the one company that is named.
     *
     * @throws RequestRefused {@code request.companyUnknown}
     */
    CompanyId company(JsonObject company) {
        return find(
                company,
                "/company",
                addresses.byNip(named(Set.of(company), NIP)),
                addresses.byNumber(named(Set.of(company), NUMBER)));
    }

    /**
     * Returns the client of a company who is named by his e-mail address.
     *
     * @throws RequestRefused {@code request.personUnknown}
     */
    PersonId person(CompanyId company, String email) {
        return addresses
                .client(company, email)
                .orElseThrow(() -> new RequestRefused("request.personUnknown", "/person"));
    }

    private Set<CompanyId> listed(JsonArray companies) {
        var objects = companies.getValuesAs(JsonObject.class);
        var byNip = addresses.byNip(named(objects, NIP));
        var byNumber = addresses.byNumber(named(objects, NUMBER));
        var found = new HashSet<CompanyId>();
        for (int i = 0; i < objects.size(); i++) {
            found.add(find(objects.get(i), "/companies/" + i, byNip, byNumber));
        }
        return found;
    }

    private Set<CompanyId> tagged(String tag) {
        var found = addresses.tagged(tag);
        if (found.isEmpty()) {
            throw new RequestRefused("request.tagUnused", "/companies/tag");
        }
        return found;
    }

    private static Set<String> named(Iterable<JsonObject> companies, String by) {
        var names = new HashSet<String>();
        companies.forEach(company -> {
            if (company.containsKey(by)) {
                names.add(company.getString(by));
            }
        });
        return names;
    }

    private static CompanyId find(
            JsonObject company, String field, Map<String, CompanyId> byNip, Map<String, CompanyId> byNumber) {
        var found =
                company.containsKey(NIP) ? byNip.get(company.getString(NIP)) : byNumber.get(company.getString(NUMBER));
        if (found == null) {
            throw new RequestRefused("request.companyUnknown", field);
        }
        return found;
    }
}
