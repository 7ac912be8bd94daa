package pl.goniec.company.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.goniec.company.api.ImportColumn;
import pl.goniec.company.api.ImportFault;
import pl.goniec.company.api.ImportPreview;
import pl.goniec.company.api.ImportProgress;
import pl.goniec.company.api.ImportRow;
import pl.goniec.company.api.Nip;
import pl.goniec.fixture.Beans;
import pl.goniec.fixture.TestDatabases;
import pl.goniec.fixture.world.Sql;
import pl.goniec.fixture.world.World;
import pl.goniec.platform.security.RequestOrigin;

/** A whole office moves in, from a list with mistakes, and moves on to another Goniec with another database. */
class LargeImportTest {

    private static final int COMPANIES = 5_000;
    private static final int PEOPLE = 10_000;
    private static final int FAULTY = 50;

    private static final List<ImportColumn> COLUMNS = List.of(ImportColumn.values());

    private final Installation here =
            new Installation(TestDatabases.both().findFirst().orElseThrow());
    private final Installation elsewhere =
            new Installation(TestDatabases.both().reduce((first, last) -> last).orElseThrow());

    @AfterEach
    void nothingStays() {
        here.close();
        elsewhere.close();
    }

    @Test
    void fiveThousandCompaniesMoveInAndOn() {
        byte[] list = list();
        var expected = new ImportPreview(
                1 + COMPANIES * 2 + FAULTY, COMPANIES, 0, PEOPLE + 1, PEOPLE, COMPANIES, PEOPLE + 1, List.of());

        assertThat(counts(here.preview(list))).isEqualTo(expected);
        assertThat(here.preview(list).faults())
                .hasSize(FAULTY)
                .extracting(ImportFault::key)
                .containsOnly("company.fault.NIP_WRONG");
        var progress = new ImportProgress();
        assertThat(counts(here.run(list, progress))).isEqualTo(expected);
        assertThat(progress.percent()).isEqualTo(100);
        assertThat(here.preview(list).changesNothing()).isTrue();

        var exported = here.export();
        assertThat(exported).hasSize(COMPANIES * 2 + 1);
        assertThat(exported)
                .filteredOn(row -> row.cell(ImportColumn.MAY_START).equals("nie"))
                .hasSize(COMPANIES / 2);
        assertThat(exported)
                .filteredOn(row -> row.cell(ImportColumn.LANGUAGE).equals("angielski"))
                .hasSize((COMPANIES + 2) / 3 * 2);
        assertThat(exported)
                .filteredOn(row -> row.cell(ImportColumn.STATE).equals("nieaktywna"))
                .hasSize(COMPANIES / 10 * 2);
        assertThat(elsewhere.run(csv(exported), new ImportProgress()).faults()).isEmpty();
        assertThat(elsewhere.preview(list).changesNothing()).isTrue();
        assertThat(Set.copyOf(elsewhere.export())).isEqualTo(Set.copyOf(exported));
    }

    /**
     * A company with two people in each two rows, one caretaker for all, and every two hundredth company once more, mistyped. Every
     * other employee may not start, every third speaks English, and every tenth company is inactive.
     */
    private static byte[] list() {
        var rows = IntStream.range(0, COMPANIES)
                .boxed()
                .flatMap(number -> company(number).stream())
                .collect(Collectors.toList());
        rows.add(Map.of(
                ImportColumn.EMAIL, "opiekun@duzy.example",
                ImportColumn.NAME, "Opiekun Wszystkich",
                ImportColumn.ROLE, "opiekun"));
        IntStream.range(0, FAULTY)
                .mapToObj(number -> Map.of(
                        ImportColumn.COMPANY, "Pomyłka " + number,
                        ImportColumn.NIP,
                                nip(number).substring(0, 9) + (nip(number).charAt(9) == '9' ? '0' : '9')))
                .forEach(rows::add);
        return lines(rows);
    }

    private static List<Map<ImportColumn, String>> company(int number) {
        return List.of(person(number, "przedsiębiorca", "wlasciciel"), person(number, "pracownik", "pracownik"));
    }

    private static Map<ImportColumn, String> person(int number, String role, String account) {
        return Map.of(
                ImportColumn.COMPANY,
                "Firma Żółta nr " + number,
                ImportColumn.NIP,
                nip(number),
                ImportColumn.NUMBER,
                "D/" + number,
                ImportColumn.STATE,
                number % 10 == 0 ? "nieaktywna" : "aktywna",
                ImportColumn.CARETAKERS,
                "opiekun@duzy.example",
                ImportColumn.EMAIL,
                account + number + "@duzy.example",
                ImportColumn.NAME,
                "Łucja Nr " + number,
                ImportColumn.ROLE,
                role,
                ImportColumn.MAY_START,
                role.equals("pracownik") && number % 2 == 0 ? "nie" : "tak",
                ImportColumn.LANGUAGE,
                number % 3 == 0 ? "angielski" : "polski");
    }

    /** Returns the tax number of a company, each a valid one of its own. */
    private static String nip(int number) {
        int digits = 700_000_000 + number * 7;
        for (int i = 0; ; i++) {
            for (char last = '0'; last <= '9'; last++) {
                String tried = Integer.toString(digits + i) + last;
                if (Nip.isValid(tried)) {
                    return tried;
                }
            }
        }
    }

    private static byte[] lines(List<Map<ImportColumn, String>> rows) {
        return (COLUMNS.stream().map(ImportColumn::heading).collect(Collectors.joining(";"))
                        + "\r\n"
                        + rows.stream()
                                .map(cells -> COLUMNS.stream()
                                        .map(column -> '"' + cells.getOrDefault(column, "") + '"')
                                        .collect(Collectors.joining(";")))
                                .collect(Collectors.joining("\r\n")))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] csv(List<ImportRow> rows) {
        return lines(rows.stream().map(ImportRow::cells).toList());
    }

    private static ImportPreview counts(ImportPreview preview) {
        return new ImportPreview(
                preview.rows(),
                preview.addedCompanies(),
                preview.changedCompanies(),
                preview.addedPeople(),
                preview.joined(),
                preview.appointed(),
                preview.uninvited(),
                List.of());
    }

    /** An office of its own on one engine, in a transaction that is rolled back. */
    private static final class Installation {

        private final EntityManager em;
        private final Beans beans;

        Installation(TestDatabases engine) {
            em = engine.factory().createEntityManager();
            em.getTransaction().begin();
            var world = new World(Sql.on(em.unwrap(Connection.class)));
            beans = new Beans(em).callingAs(world.email(world.head("Szefowa")));
        }

        ImportPreview preview(byte[] list) {
            var preview = beans.get(ImportService.class).preview(list);
            em.clear();
            return preview;
        }

        ImportPreview run(byte[] list, ImportProgress progress) {
            try {
                var done = beans.get(ImportService.class)
                        .run(list, false, RequestOrigin.current(), progress)
                        .get();
                em.clear();
                return done;
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Returns what the list brought, without numbers of rows and whoever else is there. */
        List<ImportRow> export() {
            return beans.get(ImportService.class).export().stream()
                    .filter(row -> row.cell(ImportColumn.EMAIL).endsWith("@duzy.example"))
                    .map(row -> new ImportRow(0, row.cells()))
                    .toList();
        }

        void close() {
            em.getTransaction().rollback();
            em.close();
        }
    }
}
