package pl.goniec.backoffice.control;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Set;
import pl.goniec.company.api.CompanyUpdate;
import pl.goniec.company.boundary.ProgramCompanyService;

/** {@code UpsertCompany}: a company by its tax number, added or changed; what is not said stays. */
@Dependent
public class UpsertCompanyHandler {

    @Inject
    ProgramCompanyService companies;

    Reply handle(Request request) {
        var body = request.body();
        var update = new CompanyUpdate(
                body.getString("nip"),
                body.getString("name", null),
                body.getString("number", null),
                tags(body),
                flag(body, "employeesStart"),
                flag(body, "entrepreneursLook"),
                flag(body, "active"));
        return Reply.upserted(request.id(), companies.upsert(update));
    }

    private static Set<String> tags(JsonObject body) {
        return body.containsKey("tags")
                ? body.getJsonArray("tags").getValuesAs(JsonString::getString).stream()
                        .collect(toSet())
                : null;
    }

    private static Boolean flag(JsonObject body, String field) {
        return body.containsKey(field) ? body.getBoolean(field) : null;
    }
}
