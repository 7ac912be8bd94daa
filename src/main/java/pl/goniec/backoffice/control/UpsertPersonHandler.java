package pl.goniec.backoffice.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import pl.goniec.company.api.MemberData;
import pl.goniec.company.boundary.ProgramPeopleService;
import pl.goniec.identity.api.Language;
import pl.goniec.shared.Role;

/** {@code UpsertPerson}: a client of a company by his e-mail address, added or changed in what he is there. */
@Dependent
public class UpsertPersonHandler {

    @Inject
    Addressees addressees;

    @Inject
    ProgramPeopleService people;

    Reply handle(Request request) {
        var body = request.body();
        var data = new MemberData(
                body.getString("person"),
                body.getString("name"),
                body.getString("phone", ""),
                Role.valueOf(body.getString("role")),
                body.getBoolean("mayStart", true),
                Language.of(body.getString("language", "pl")));
        var company = addressees.company(body.getJsonObject("company"));
        return Reply.upserted(request.id(), people.upsert(company, data, body.getBoolean("invite", true)));
    }
}
