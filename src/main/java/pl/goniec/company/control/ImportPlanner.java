package pl.goniec.company.control;

import static pl.goniec.company.api.ImportColumn.CARETAKERS;
import static pl.goniec.company.api.ImportColumn.COMPANY;
import static pl.goniec.company.api.ImportColumn.EMAIL;
import static pl.goniec.company.api.ImportColumn.EMPLOYEES_START;
import static pl.goniec.company.api.ImportColumn.ENTREPRENEURS_LOOK;
import static pl.goniec.company.api.ImportColumn.LANGUAGE;
import static pl.goniec.company.api.ImportColumn.MAY_START;
import static pl.goniec.company.api.ImportColumn.NAME;
import static pl.goniec.company.api.ImportColumn.NIP;
import static pl.goniec.company.api.ImportColumn.NUMBER;
import static pl.goniec.company.api.ImportColumn.PHONE;
import static pl.goniec.company.api.ImportColumn.ROLE;
import static pl.goniec.company.api.ImportColumn.STATE;
import static pl.goniec.company.api.ImportColumn.TAGS;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.goniec.company.api.CompanyData;
import pl.goniec.company.api.CompanyFault;
import pl.goniec.company.api.ImportColumn;
import pl.goniec.company.api.ImportFault;
import pl.goniec.company.api.ImportPreview;
import pl.goniec.company.api.ImportRow;
import pl.goniec.company.api.MemberChange;
import pl.goniec.company.api.Nip;
import pl.goniec.company.control.KnownOffice.KnownCompany;
import pl.goniec.identity.api.Language;
import pl.goniec.identity.api.NewPerson;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.identity.api.PersonData;
import pl.goniec.shared.Role;

/**
 * Compares a list with what is there, row by row. A row that cannot be taken is left out whole with its reason, and so are the rows
 * that need it; what is there already is no change. Nothing is written here.
 */
final class ImportPlanner {

    private static final Set<ImportColumn> OF_COMPANY =
            EnumSet.of(COMPANY, NUMBER, TAGS, STATE, EMPLOYEES_START, ENTREPRENEURS_LOOK, CARETAKERS);
    private static final Set<ImportColumn> OF_PERSON = EnumSet.of(EMAIL, NAME, PHONE, ROLE, MAY_START, LANGUAGE);

    private final KnownOffice known;
    private final ImportPlan plan = ImportPlan.empty();
    private final List<ImportFault> faults = new ArrayList<>();

    /** What each company of the list comes to, by tax number; a row may say what an earlier one left open. */
    private final Map<String, CompanyData> companies = new HashMap<>();

    private final Map<String, Map<ImportColumn, String>> said = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Set<String> named = new HashSet<>();

    private ImportPlanner(KnownOffice known) {
        this.known = known;
        known.companies().forEach((nip, company) -> {
            if (company.data().number() != null) {
                owners.put(company.data().number(), nip);
            }
        });
    }

    /** Returns what the rows ask for. The order of the rows does not matter but for what contradicts an earlier one. */
    static ImportPlan plan(List<ImportRow> rows, KnownOffice known) {
        var planner = new ImportPlanner(known);
        var ofOffice = rows.stream().filter(row -> !row.has(NIP)).toList();
        var ofCompanies = rows.stream().filter(row -> row.has(NIP)).toList();
        ofOffice.forEach(row -> planner.take(row, planner::office));
        ofCompanies.forEach(row -> planner.take(row, planner::company));
        return planner.finished(rows.size());
    }

    private void take(ImportRow row, Function<ImportRow, Optional<ImportFault>> step) {
        surplus(row).or(() -> step.apply(row)).ifPresentOrElse(faults::add, () -> {
            String email = email(row);
            if (plan.people().containsKey(email) || known.uninvited().contains(email)) {
                plan.uninvited().add(email);
            }
        });
    }

    /** What stands beyond the headings belongs to no column: a delimiter within a text has moved all that comes after it. */
    private static Optional<ImportFault> surplus(ImportRow row) {
        return row.surplus().isEmpty()
                ? Optional.empty()
                : Optional.of(new ImportFault(row.number(), null, "import.surplus", 0, row.surplus()));
    }

    private ImportPlan finished(int rows) {
        companies.forEach((nip, data) -> {
            var before = known.companies().get(nip);
            if (before == null) {
                plan.added().put(nip, data);
            } else if (!before.data().equals(data)) {
                plan.changed().put(nip, data);
            }
        });
        faults.sort((one, other) -> Long.compare(one.row(), other.row()));
        return plan.with(new ImportPreview(
                rows,
                plan.added().size(),
                plan.changed().size(),
                plan.people().size(),
                plan.members().values().stream().mapToInt(Map::size).sum(),
                plan.care().values().stream().mapToInt(Set::size).sum(),
                plan.uninvited().size(),
                faults));
    }

    // ---- people of the office: rows without a tax number

    private Optional<ImportFault> office(ImportRow row) {
        if (row.has(MAY_START) || OF_COMPANY.stream().anyMatch(row::has)) {
            return fault(row, NIP, "import.nip.blank");
        }
        var position = ImportWords.position(row.cell(ROLE)).orElse(null);
        if (position == null) {
            return fault(row, ROLE, "import.role.office");
        }
        var wrong = person(row);
        if (wrong.isPresent()) {
            return wrong;
        }
        String email = email(row);
        if (!named.add("/" + email)) {
            return fault(row, EMAIL, "import.twice");
        }
        var before = known.people().get(email);
        if (before == null) {
            plan.people().put(email, newPerson(row));
            plan.positions().put(email, position);
            return Optional.empty();
        }
        if (before.position() == position) {
            return Optional.empty();
        }
        return fault(row, ROLE, before.position() == null ? "import.position.none" : "import.position.other");
    }

    // ---- companies and their people

    private Optional<ImportFault> company(ImportRow row) {
        String nip = Nip.digits(row.cell(NIP));
        if (!Nip.isValid(nip)) {
            return fault(row, NIP, CompanyFault.NIP_WRONG.key());
        }
        var contradiction = OF_COMPANY.stream()
                .filter(row::has)
                .filter(column ->
                        !saidBefore(nip, column).map(row.cell(column)::equals).orElse(true))
                .findFirst();
        if (contradiction.isPresent()) {
            return fault(row, contradiction.get(), "import.contradiction");
        }
        var company = known.companies().get(nip);
        var state = state(row, company);
        if (state.isPresent()) {
            return state;
        }
        var read = data(row, nip, company);
        if (read.fault() != null) {
            return Optional.of(read.fault());
        }
        var caretakers = caretakers(row);
        for (String email : caretakers) {
            var refused = caretaker(row, nip, email, company);
            if (refused.isPresent()) {
                return refused;
            }
        }
        if (OF_PERSON.stream().anyMatch(row::has)) {
            var refused = member(row, nip, company, caretakers);
            if (refused.isPresent()) {
                return refused;
            }
        }
        accept(row, nip, read.data());
        var already = company == null ? Set.<String>of() : company.caretakers();
        caretakers.stream().filter(email -> !already.contains(email)).forEach(email -> plan.looksAfter(email, nip));
        return Optional.empty();
    }

    private Optional<String> saidBefore(String nip, ImportColumn column) {
        return Optional.ofNullable(said.getOrDefault(nip, Map.of()).get(column));
    }

    private void accept(ImportRow row, String nip, CompanyData data) {
        companies.put(nip, data);
        if (data.number() != null) {
            owners.put(data.number(), nip);
        }
        var cells = said.computeIfAbsent(nip, ignored -> new HashMap<>());
        OF_COMPANY.stream().filter(row::has).forEach(column -> cells.put(column, row.cell(column)));
        if (!ImportWords.active(row.cell(STATE)).orElse(true)) {
            plan.inactive().add(nip);
        }
    }

    /** A company begins as the list says, and is deactivated or activated by hand alone. */
    private static Optional<ImportFault> state(ImportRow row, KnownCompany company) {
        if (!row.has(STATE)) {
            return Optional.empty();
        }
        var active = ImportWords.active(row.cell(STATE));
        if (active.isEmpty()) {
            return fault(row, STATE, "import.state");
        }
        return company == null || company.active() == active.get()
                ? Optional.empty()
                : fault(row, STATE, "import.state.other");
    }

    /** Either what a company comes to, or why the row cannot be taken. */
    private record Read(CompanyData data, ImportFault fault) {}

    /** A blank cell leaves what is there, or what an earlier row has said. */
    private Read data(ImportRow row, String nip, KnownCompany company) {
        var before = companies.containsKey(nip) ? companies.get(nip) : company == null ? null : company.data();
        var start = answer(row, EMPLOYEES_START, before == null || before.employeesStart());
        var look = answer(row, ENTREPRENEURS_LOOK, before != null && before.entrepreneursLook());
        if (start.isEmpty() || look.isEmpty()) {
            return wrong(row, start.isEmpty() ? EMPLOYEES_START : ENTREPRENEURS_LOOK, "import.answer");
        }
        String name = row.has(COMPANY) ? row.cell(COMPANY) : before == null ? "" : before.name();
        String number = row.has(NUMBER) ? row.cell(NUMBER) : before == null ? null : before.number();
        Set<String> tags = row.has(TAGS) ? list(row, TAGS) : before == null ? Set.of() : before.tags();
        var data = new CompanyData(name, nip, number, tags, start.get(), look.get()).tidy();
        var fault = data.faults().stream().findFirst();
        if (fault.isPresent()) {
            var column = column(fault.get());
            return new Read(
                    null,
                    new ImportFault(
                            row.number(), column, fault.get().key(), fault.get().limit(), row.cell(column)));
        }
        if (data.number() != null && !owners.getOrDefault(data.number(), nip).equals(nip)) {
            return wrong(row, NUMBER, "import.number.taken");
        }
        return new Read(data, null);
    }

    private static ImportColumn column(CompanyFault fault) {
        return switch (fault) {
            case NAME_BLANK, NAME_TOO_LONG -> COMPANY;
            case NIP_WRONG -> NIP;
            case NUMBER_TOO_LONG -> NUMBER;
            case TAG_TOO_LONG, TOO_MANY_TAGS -> TAGS;
        };
    }

    private static Optional<Boolean> answer(ImportRow row, ImportColumn column, boolean ifBlank) {
        return row.has(column) ? ImportWords.answer(row.cell(column)) : Optional.of(ifBlank);
    }

    private static Set<String> list(ImportRow row, ImportColumn column) {
        return Stream.of(row.cell(column).split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> caretakers(ImportRow row) {
        return list(row, CARETAKERS).stream()
                .map(email -> email.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Who looks after the company already goes on doing so, whatever has become of him in the office. */
    private Optional<ImportFault> caretaker(ImportRow row, String nip, String email, KnownCompany company) {
        if (company != null && company.caretakers().contains(email)) {
            return Optional.empty();
        }
        var there = known.people().get(email);
        var position = there == null ? plan.positions().get(email) : there.position();
        if (position != OfficePosition.CARETAKER) {
            return fault(row, CARETAKERS, "import.caretaker.unknown");
        }
        if (there != null && there.blocked()) {
            return fault(row, CARETAKERS, "import.caretaker.blocked");
        }
        boolean client = (company != null && company.members().containsKey(email))
                || plan.members().getOrDefault(nip, Map.of()).containsKey(email);
        return client ? fault(row, CARETAKERS, "import.caretaker.client") : Optional.empty();
    }

    private Optional<ImportFault> member(ImportRow row, String nip, KnownCompany company, Set<String> caretakers) {
        var role = ImportWords.role(row.cell(ROLE)).orElse(null);
        if (role == null) {
            return fault(row, ROLE, "import.role.client");
        }
        var wrong = person(row);
        if (wrong.isPresent()) {
            return wrong;
        }
        String email = email(row);
        boolean looksAfter = caretakers.contains(email)
                || (company != null && company.isLookedAfterBy(email))
                || plan.care().getOrDefault(nip, Set.of()).contains(email);
        if (looksAfter) {
            return fault(row, EMAIL, "import.member.caretaker");
        }
        if (company != null && company.former().contains(email)) {
            return fault(row, EMAIL, "import.former");
        }
        var before = company == null ? null : company.members().get(email);
        if (before != null && before.role() != role) {
            return fault(row, ROLE, "import.role.other");
        }
        var start = answer(row, MAY_START, before == null || before.mayStart());
        if (start.isEmpty()) {
            return fault(row, MAY_START, "import.answer");
        }
        boolean mayStart = role == Role.ENTREPRENEUR || start.get();
        if (before != null && before.mayStart() != mayStart) {
            return fault(row, MAY_START, "import.mayStart.other");
        }
        if (!named.add(nip + "/" + email)) {
            return fault(row, EMAIL, "import.twice");
        }
        if (!known.people().containsKey(email)) {
            plan.people().putIfAbsent(email, newPerson(row));
        }
        if (before == null) {
            plan.joins(nip, email, new MemberChange(role, mayStart));
        }
        return Optional.empty();
    }

    // ---- one person

    private Optional<ImportFault> person(ImportRow row) {
        var data = new PersonData(row.cell(NAME), row.cell(EMAIL), row.cell(PHONE));
        if (data.emailFault().isPresent()) {
            return fault(row, EMAIL, data.emailFault().get());
        }
        boolean there =
                known.people().containsKey(data.email()) || plan.people().containsKey(data.email());
        if (data.nameFault().isPresent() && !(there && data.name().isEmpty())) {
            return fault(row, NAME, data.nameFault().get());
        }
        if (row.has(LANGUAGE) && ImportWords.language(row.cell(LANGUAGE)).isEmpty()) {
            return fault(row, LANGUAGE, "import.language");
        }
        return data.phoneFault().flatMap(key -> fault(row, PHONE, key));
    }

    private static String email(ImportRow row) {
        return new PersonData("", row.cell(EMAIL), "").email();
    }

    private static NewPerson newPerson(ImportRow row) {
        return new NewPerson(
                email(row),
                row.cell(NAME),
                row.cell(PHONE),
                ImportWords.language(row.cell(LANGUAGE)).orElse(Language.PL));
    }

    private static Optional<ImportFault> fault(ImportRow row, ImportColumn column, String key) {
        return Optional.of(new ImportFault(row.number(), column, key, 0, row.cell(column)));
    }

    private static Read wrong(ImportRow row, ImportColumn column, String key) {
        return new Read(null, new ImportFault(row.number(), column, key, 0, row.cell(column)));
    }
}
