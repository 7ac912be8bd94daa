package pl.goniec.company.control;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import pl.goniec.company.api.CompanyData;
import pl.goniec.company.api.ImportPreview;
import pl.goniec.company.api.MemberChange;
import pl.goniec.identity.api.NewPerson;
import pl.goniec.identity.api.OfficePosition;

/**
 * What a list asks for beyond what is there already. Companies are named by tax number and people by e-mail, as the list names them.
 *
 * @param added companies to be made
 * @param inactive which of those are out of everybody's lists
 * @param changed companies whose data become the list's
 * @param people who are not there yet, and must be before anything else names them
 * @param positions what those of them are who belong to the office
 * @param members who comes to which company, as what
 * @param care who begins to look after which company
 * @param uninvited people of the list, new or not, whose account waits for an invitation
 */
record ImportPlan(
        ImportPreview preview,
        Map<String, CompanyData> added,
        Set<String> inactive,
        Map<String, CompanyData> changed,
        Map<String, NewPerson> people,
        Map<String, OfficePosition> positions,
        Map<String, Map<String, MemberChange>> members,
        Map<String, Set<String>> care,
        Set<String> uninvited) {

    static ImportPlan empty() {
        return new ImportPlan(
                null,
                new LinkedHashMap<>(),
                new HashSet<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashSet<>());
    }

    ImportPlan with(ImportPreview told) {
        return new ImportPlan(told, added, inactive, changed, people, positions, members, care, uninvited);
    }

    void joins(String company, String email, MemberChange as) {
        members.computeIfAbsent(company, nip -> new LinkedHashMap<>()).put(email, as);
    }

    void looksAfter(String email, String company) {
        care.computeIfAbsent(company, nip -> new LinkedHashSet<>()).add(email);
    }
}
