package pl.goniec.company.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pl.goniec.company.api.ImportColumn;
import pl.goniec.company.api.ImportPreview;
import pl.goniec.company.api.ImportProgress;
import pl.goniec.company.api.ImportRow;
import pl.goniec.company.api.Nip;
import pl.goniec.company.control.KnownOffice.KnownCompany;
import pl.goniec.identity.api.Language;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.Role;

/** What a list would do, doing it, and the list of what is there. */
@Dependent
public class ListImport {

    @Inject
    ImportQueries queries;

    @Inject
    ImportWriter writer;

    /** Compares the rows with what is there. */
    public ImportPreview preview(List<ImportRow> rows, Instant now) {
        return ImportPlanner.plan(rows, queries.known(now)).preview();
    }

    /**
     * Compares the rows with what is there, and carries out what they ask for.
     *
     * @throws ConflictException {@code import.meanwhile} when somebody adds or changes one of these companies or people at this moment
     */
    public ImportPreview run(List<ImportRow> rows, boolean invite, Instant now, ImportProgress progress) {
        var known = queries.known(now);
        var plan = ImportPlanner.plan(rows, known);
        writer.write(plan, known, invite, now, progress);
        return plan.preview();
    }

    /** Returns the office as a list: its own people first, then each company with a row per person, or one. */
    public List<ImportRow> rows(Instant now) {
        var known = queries.known(now);
        var rows = new ArrayList<Map<ImportColumn, String>>();
        queries.staff().forEach(person -> rows.add(staff(person)));
        Map<String, List<Object[]>> people = new HashMap<>();
        queries.clients()
                .forEach(row -> people.computeIfAbsent((String) row[0], nip -> new ArrayList<>())
                        .add(row));
        known.companies().values().stream()
                .sorted(Comparator.comparing(company -> company.data().nip()))
                .forEach(company -> {
                    var itself = company(company, known.caretakers(company));
                    var its = people.getOrDefault(company.data().nip(), List.of());
                    its.forEach(person -> rows.add(client(itself, person)));
                    if (its.isEmpty()) {
                        rows.add(itself);
                    }
                });
        var numbered = new ArrayList<ImportRow>();
        rows.forEach(cells -> numbered.add(new ImportRow(numbered.size() + 2L, cells)));
        return numbered;
    }

    private static Map<ImportColumn, String> staff(Object[] person) {
        var cells = new EnumMap<ImportColumn, String>(ImportColumn.class);
        put(cells, ImportColumn.EMAIL, (String) person[0]);
        put(cells, ImportColumn.NAME, (String) person[1]);
        put(cells, ImportColumn.PHONE, (String) person[2]);
        put(cells, ImportColumn.LANGUAGE, ImportWords.of(Language.of((String) person[3])));
        put(cells, ImportColumn.ROLE, ImportWords.of((OfficePosition) person[4]));
        return cells;
    }

    private static Map<ImportColumn, String> client(Map<ImportColumn, String> company, Object[] person) {
        var cells = new EnumMap<>(company);
        put(cells, ImportColumn.EMAIL, (String) person[1]);
        put(cells, ImportColumn.NAME, (String) person[2]);
        put(cells, ImportColumn.PHONE, (String) person[3]);
        put(cells, ImportColumn.LANGUAGE, ImportWords.of(Language.of((String) person[4])));
        put(cells, ImportColumn.ROLE, ImportWords.of((Role) person[5]));
        put(cells, ImportColumn.MAY_START, ImportWords.of((boolean) person[6]));
        return cells;
    }

    private static Map<ImportColumn, String> company(KnownCompany company, Set<String> caretakers) {
        var data = company.data();
        var cells = new EnumMap<ImportColumn, String>(ImportColumn.class);
        put(cells, ImportColumn.COMPANY, data.name());
        put(cells, ImportColumn.NIP, Nip.format(data.nip()));
        put(cells, ImportColumn.NUMBER, data.number());
        put(cells, ImportColumn.TAGS, String.join(", ", data.tags()));
        put(cells, ImportColumn.STATE, ImportWords.state(company.active()));
        put(cells, ImportColumn.EMPLOYEES_START, ImportWords.of(data.employeesStart()));
        put(cells, ImportColumn.ENTREPRENEURS_LOOK, ImportWords.of(data.entrepreneursLook()));
        put(cells, ImportColumn.CARETAKERS, String.join(", ", caretakers));
        return cells;
    }

    private static void put(Map<ImportColumn, String> cells, ImportColumn column, String text) {
        if (text != null && !text.isEmpty()) {
            cells.put(column, text);
        }
    }
}
