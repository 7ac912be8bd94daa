package pl.goniec.company.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.goniec.company.api.CareChanged;
import pl.goniec.company.api.CareDeed;
import pl.goniec.company.api.CaretakerAssigned;
import pl.goniec.company.api.CompanyChanged;
import pl.goniec.company.api.CompanyDeed;
import pl.goniec.company.api.ImportColumn;
import pl.goniec.company.api.ImportFault;
import pl.goniec.company.api.ImportPreview;
import pl.goniec.company.api.ImportProgress;
import pl.goniec.company.api.ImportRow;
import pl.goniec.company.api.MemberAdded;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.identity.api.AccountChanged;
import pl.goniec.identity.api.AccountDeed;
import pl.goniec.identity.api.AccountState;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.platform.security.RequestOrigin;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;

/** Lists come in, whole or not at all, and go out as they came. */
class ImportServiceTest extends OnBothEngines {

    private static final String HEADINGS =
            "firma;NIP;numer;etykiety;pracownicy rozpoczynają;przedsiębiorca widzi pracowników;opiekunowie;e-mail;imię i nazwisko;telefon;rola\n";

    private static final String LIST = HEADINGS
            + ";;;;;;;ewa@import.example;Ewa Dąbrowska;;opiekun\n"
            + "Żabka Łąka;725-18-01-126;K/7;VAT, ryczałt;nie;tak;ewa@import.example;ola@import.example;Ola Żak;+48 22 1;przedsiębiorca\n"
            + ";7251801126;;;;;;ala@import.example;Ala Ćwik;;pracownik\n"
            + "Sama;5252344078;;;;;;;;;\n";

    private PersonId head;

    @BeforeEach
    void anOfficeWithAHead() {
        head = world.head("Szef");
    }

    private ImportPreview preview(String list) {
        return as(head, ImportService.class, lists -> lists.preview(list.getBytes(StandardCharsets.UTF_8)));
    }

    private ImportPreview run(String list, boolean invite) {
        return as(head, ImportService.class, lists -> {
            try {
                return lists.run(
                                list.getBytes(StandardCharsets.UTF_8),
                                invite,
                                RequestOrigin.current(),
                                new ImportProgress())
                        .get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private List<ImportRow> export() {
        return as(head, ImportService.class, ImportService::export);
    }

    /** Returns the rows of the export that name somebody or something of these lists. */
    private List<Map<ImportColumn, String>> exported() {
        return export().stream()
                .map(ImportRow::cells)
                .filter(cells -> cells.getOrDefault(ImportColumn.EMAIL, "").endsWith("@import.example")
                        || cells.getOrDefault(ImportColumn.COMPANY, "").equals("Sama"))
                .toList();
    }

    /** Returns the first row of the company that has a number. */
    private Map<ImportColumn, String> numbered() {
        return exported().stream()
                .filter(cells -> cells.getOrDefault(ImportColumn.NUMBER, "").equals("K/7"))
                .findFirst()
                .orElseThrow();
    }

    private static String csv(List<ImportRow> rows) {
        return HEADINGS
                + rows.stream()
                        .map(row -> Arrays.stream(HEADINGS.strip().split(";"))
                                .map(heading ->
                                        '"' + row.cell(ImportColumn.of(heading).orElseThrow()) + '"')
                                .collect(Collectors.joining(";")))
                        .collect(Collectors.joining("\n"));
    }

    private static List<String> reasons(ImportPreview preview) {
        return preview.faults().stream()
                .map(fault -> fault.row() + " " + fault.column() + " " + fault.key())
                .toList();
    }

    @Test
    void aPreviewTellsWhatWillBeDoneAndDoesNothing() {
        var preview = preview(LIST);

        assertThat(preview).isEqualTo(new ImportPreview(4, 2, 0, 3, 2, 1, 3, List.of()));
        assertThat(exported()).isEmpty();
    }

    @Test
    void whatWasImportedIsExportedAndTheSameListAgainChangesNothing() {
        run(LIST, false);

        assertThat(exported()).hasSize(4);
        assertThat(numbered())
                .containsEntry(ImportColumn.COMPANY, "Żabka Łąka")
                .containsEntry(ImportColumn.NUMBER, "K/7")
                .containsEntry(ImportColumn.EMPLOYEES_START, "nie")
                .containsEntry(ImportColumn.ENTREPRENEURS_LOOK, "tak")
                .containsEntry(ImportColumn.CARETAKERS, "ewa@import.example");
        assertThat(preview(LIST).changesNothing()).isTrue();
        assertThat(preview(csv(export()))).satisfies(again -> {
            assertThat(again.changesNothing()).isTrue();
            assertThat(again.faults()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"HEAD", "STAFF"})
    void whatACaretakerHasBecomeLetsTheListComeBackHereAndElsewhere(OfficePosition position) {
        run(LIST, false);
        var before = csv(export());
        world.sql().change("UPDATE person SET office_position = ? WHERE email = 'ewa@import.example'", position);

        assertThat(numbered()).doesNotContainKey(ImportColumn.CARETAKERS);
        assertThat(preview(csv(export()))).satisfies(again -> {
            assertThat(again.changesNothing()).isTrue();
            assertThat(again.faults()).isEmpty();
        });
        assertThat(reasons(preview(before))).singleElement().asString().endsWith(" ROLE import.position.other");
        assertThat(preview(elsewhere(csv(export())))).satisfies(there -> {
            assertThat(there.faults()).isEmpty();
            assertThat(there.addedCompanies()).isEqualTo(2);
            assertThat(there.addedPeople()).isEqualTo(3);
            assertThat(there.appointed()).isZero();
        });
    }

    /** Returns the list with companies and people that nobody has here. */
    private static String elsewhere(String list) {
        return list.replace("@import", "@other.import")
                .replace("725-180-11-26", "1132191233")
                .replace("525-234-40-78", "5260250274")
                .replace("K/7", "K/8");
    }

    @Test
    void everybodyWhoComesIsToldToConversationsAndInvitedOnlyWhenAskedFor() {
        run(LIST, false);
        assertThat(beans.events()).filteredOn(MemberAdded.class::isInstance).hasSize(2);
        assertThat(invited()).isZero();

        run(
                LIST.replace("@import", "@other.import")
                        .replace("725-18-01-126", "1132191233")
                        .replace("7251801126", "1132191233")
                        .replace("K/7", "K/8"),
                true);
        assertThat(invited()).isEqualTo(3);
    }

    @Test
    void whoCameWithoutAnInvitationIsInvitedByTheSameListAndOnlyOnce() {
        run(LIST, false);
        assertThat(preview(LIST)).satisfies(again -> {
            assertThat(again.changesNothing()).isTrue();
            assertThat(again.uninvited()).isEqualTo(3);
            assertThat(again.needsNothing()).isFalse();
        });
        world.sql().change("UPDATE person SET state = 'ACTIVE' WHERE email = 'ewa@import.example'");
        assertThat(run(LIST, false).uninvited()).isEqualTo(2);
        assertThat(invited()).isZero();

        run(LIST, true);
        assertThat(invited()).isEqualTo(2);
        assertThat(preview(LIST).needsNothing()).isTrue();
        run(LIST, true);
        assertThat(invited()).isEqualTo(2);
    }

    @Test
    void whoseInvitationIsOverWaitsAgainUnlessHisRowIsFaulty() {
        run(LIST, true);
        world.sql().change("UPDATE account_link SET expires_at = ?", world.now());
        world.sql().change("UPDATE person SET invited_at = ? WHERE email LIKE '%@import.example'", world.now());

        assertThat(preview(LIST).uninvited()).isEqualTo(3);
        assertThat(preview(LIST.replace("Ola Żak;+48 22 1;przedsiębiorca", "Ola Żak;;pracownik"))
                        .uninvited())
                .isEqualTo(2);
    }

    @Test
    void whoseInvitationWasTakenBackAMomentAgoKeepsNobodyElseFromHis() {
        run(LIST, true);
        world.sql().change("UPDATE account_link SET ended_at = ?", world.now());

        assertThat(preview(LIST).needsNothing()).as("until he may have another").isTrue();
        var done = run(LIST + ";5252344078;;;;;;iga@import.example;Iga Nowa;;pracownik\n", true);

        assertThat(done.uninvited()).isEqualTo(1);
        assertThat(invited()).isEqualTo(4);
    }

    private long invited() {
        return beans.events().stream()
                .filter(event -> event instanceof AccountChanged changed && changed.deed() == AccountDeed.INVITED)
                .count();
    }

    @Test
    void aRowWithAFaultIsLeftOutAndTheOthersAreNot() {
        var list = HEADINGS
                + "Dobra;5252344078;;;;;;d@import.example;Dobra Osoba;;przedsiębiorca\n"
                + "Zła;5252344079;;;;;;;;;\n"
                + "Inna nazwa;5252344078;;;;;;;;;\n"
                + ";5252344078;;;;;nikt@import.example;;;;\n"
                + ";5252344078;;;może;;;;;;\n"
                + ";5252344078;;;;;;bez małpy;Osoba;;pracownik\n"
                + ";5252344078;;;;;;e@import.example;Osoba;;szef\n"
                + ";5252344078;;;;;;e@import.example;;;pracownik\n"
                + ";5252344078;;;;;;D@IMPORT.example;Dobra Osoba;;przedsiębiorca\n"
                + ";7251801126;;;;;;;;;\n"
                + "Bez numeru;;;;;;;;;;\n"
                + ";;;;;;;f@import.example;Ktoś;;pracownik\n";

        var done = run(list, false);

        assertThat(reasons(done))
                .containsExactly(
                        "3 NIP company.fault.NIP_WRONG",
                        "4 COMPANY import.contradiction",
                        "5 CARETAKERS import.caretaker.unknown",
                        "6 EMPLOYEES_START import.answer",
                        "7 EMAIL person.email.wrong",
                        "8 ROLE import.role.client",
                        "9 NAME person.name.blank",
                        "10 EMAIL import.twice",
                        "11 COMPANY company.fault.NAME_BLANK",
                        "12 NIP import.nip.blank",
                        "13 ROLE import.role.office");
        assertThat(done.addedCompanies()).isEqualTo(1);
        assertThat(done.joined()).isEqualTo(1);
    }

    @Test
    void dataOfACompanyThatIsThereAreChangedAndBlankCellsLeaveThemAsTheyAre() {
        run(LIST, false);

        var done = run(HEADINGS + "Nowa nazwa;7251801126;;;;;;;;;\n", false);

        assertThat(done).isEqualTo(new ImportPreview(1, 0, 1, 0, 0, 0, 0, List.of()));
        assertThat(numbered())
                .containsEntry(ImportColumn.COMPANY, "Nowa nazwa")
                .containsEntry(ImportColumn.NUMBER, "K/7");
    }

    @Test
    void anotherRoleAnotherPositionAndATakenNumberAreFaults() {
        run(LIST, false);

        assertThat(reasons(preview(HEADINGS
                        + ";7251801126;;;;;;ola@import.example;Ola Żak;;pracownik\n"
                        + ";7251801126;;;;;;ewa@import.example;Ewa;;pracownik\n"
                        + ";;;;;;;ewa@import.example;Ewa;;szef\n"
                        + "Sama;5252344078;K/7;;;;;;;;\n"
                        + ";7251801126;;;;;ola@import.example;;;;\n")))
                .containsExactly(
                        "2 ROLE import.role.other",
                        "3 EMAIL import.member.caretaker",
                        "4 ROLE import.position.other",
                        "5 NUMBER import.number.taken",
                        "6 CARETAKERS import.caretaker.unknown");
    }

    @Test
    void whoIsNotOfTheOfficeIsMadeSoOnHisPageAlone() {
        run(LIST, false);

        assertThat(reasons(preview(HEADINGS + ";;;;;;;ola@import.example;Ola Żak;;opiekun\n")))
                .containsExactly("2 ROLE import.position.none");
    }

    private static final String ONE_IS_GIVEN = HEADINGS + ";7251801126;;;;;%s;;;;\n";

    @Test
    void whoIsGivenACompanyByAListWillNotBeItsSubstitute() {
        var bakery = world.company("Piekarnia", "7251801126");
        var garage = world.company("Warsztat", "5252344078");
        var ewa = world.caretaker("Ewa Opiekunka");
        var soon = Instant.now().plus(Duration.ofDays(3));
        world.looksAfter(ewa, bakery, soon, soon.plus(Duration.ofDays(2)), true);
        world.looksAfter(ewa, garage, soon, soon.plus(Duration.ofDays(2)), true);
        var list = ONE_IS_GIVEN.formatted(world.email(ewa));

        assertThat(run(list, false).appointed()).isEqualTo(1);

        assertThat(world.sql().texts("SELECT substitute FROM caretaking WHERE company_id = ?", bakery))
                .hasSize(1);
        assertThat(world.sql().number("SELECT COUNT(*) FROM caretaking WHERE company_id = ? AND substitute", bakery))
                .isZero();
        assertThat(world.sql().number("SELECT COUNT(*) FROM caretaking WHERE company_id = ? AND substitute", garage))
                .as("what is planned elsewhere stays")
                .isEqualTo(1);
        assertThat(beans.events())
                .contains(
                        new CareChanged(CareDeed.SUBSTITUTE_CANCELLED, Set.of(bakery), ewa),
                        new CareChanged(CareDeed.ASSIGNED, Set.of(bakery), ewa),
                        new CaretakerAssigned(Set.of(bakery), ewa));
        assertThat(preview(list).changesNothing()).isTrue();
    }

    @Test
    void whoStandsInNowLooksAfterTheCompanyForGoodInstead() {
        var bakery = world.company("Piekarnia", "7251801126");
        var ewa = world.caretaker("Ewa Opiekunka");
        var now = Instant.now();
        world.looksAfter(ewa, bakery, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)), true);

        run(ONE_IS_GIVEN.formatted(world.email(ewa)), false);

        assertThat(world.sql()
                        .texts(
                                "SELECT CASE WHEN substitute THEN 'for a time' ELSE 'for good' END FROM caretaking WHERE"
                                        + " company_id = ? AND (valid_to IS NULL OR valid_to > CURRENT_TIMESTAMP)",
                                bakery))
                .containsExactly("for good");
    }

    @Test
    void whoIsGoingToStandInForACompanyIsNotItsClient() {
        var bakery = world.company("Piekarnia", "7251801126");
        var ewa = world.caretaker("Ewa Opiekunka");
        var soon = Instant.now().plus(Duration.ofDays(3));
        world.looksAfter(ewa, bakery, soon, soon.plus(Duration.ofDays(2)), true);

        assertThat(reasons(preview(HEADINGS + ";7251801126;;;;;;" + world.email(ewa) + ";Ewa;;pracownik\n")))
                .containsExactly("2 EMAIL import.member.caretaker");
    }

    @Test
    void aCaretakerWhoseAccountIsBlockedIsGivenNothingAndKeepsWhatHeHas() {
        run(LIST, false);
        world.sql().change("UPDATE person SET state = 'BLOCKED' WHERE email = 'ewa@import.example'");

        assertThat(preview(LIST).faults()).isEmpty();
        assertThat(reasons(preview(HEADINGS + ";5252344078;;;;;ewa@import.example;;;;\n")))
                .containsExactly("2 CARETAKERS import.caretaker.blocked");
    }

    @Test
    void aNameThatADelimiterCutsInTwoIsAFault() {
        var done = run("NIP,firma\n5252344078,Kowalski, Syn\n7251801126,Cała,,\n", false);

        assertThat(reasons(done)).containsExactly("2 null import.surplus");
        assertThat(done.addedCompanies()).isEqualTo(1);
    }

    @Test
    void onlyACommaDividesTags() {
        run(LIST.replace("VAT, ryczałt", "A|B, -10%"), false);

        assertThat(numbered()).containsEntry(ImportColumn.TAGS, "-10%, A|B");
        assertThat(preview(csv(export())).changesNothing()).isTrue();
    }

    private static final String WHOLE = """
            NIP;firma;stan;e-mail;imię i nazwisko;rola;osoba rozpoczyna;język
            ;;;ewa@import.example;Ewa Dąbrowska;opiekun;;angielski
            7251801126;Żabka;nieaktywna;ola@import.example;Ola Żak;przedsiębiorca;nie;EN
            7251801126;;;ala@import.example;Ala Ćwik;pracownik;NIE;english
            5252344078;Sama;aktywna;ela@import.example;Ela Ćwik;pracownik;;
            """;

    @Test
    void permissionLanguageAndStateComeInAndGoOut() {
        var done = run(WHOLE, false);

        assertThat(done.faults()).isEmpty();
        assertThat(exported())
                .extracting(
                        cells -> cells.get(ImportColumn.EMAIL),
                        cells -> cells.get(ImportColumn.MAY_START),
                        cells -> cells.get(ImportColumn.LANGUAGE),
                        cells -> cells.get(ImportColumn.STATE))
                .containsExactlyInAnyOrder(
                        tuple("ewa@import.example", null, "angielski", null),
                        tuple("ola@import.example", "tak", "angielski", "nieaktywna"),
                        tuple("ala@import.example", "nie", "angielski", "nieaktywna"),
                        tuple("ela@import.example", "tak", "polski", "aktywna"));
        assertThat(world.sql().number("SELECT COUNT(*) FROM company WHERE nip = '7251801126' AND active = FALSE"))
                .isEqualTo(1);
        assertThat(beans.events())
                .filteredOn(
                        event -> event instanceof CompanyChanged changed && changed.deed() == CompanyDeed.DEACTIVATED)
                .hasSize(1);
        assertThat(preview(WHOLE).changesNothing()).isTrue();
        assertThat(preview(WHOLE).faults()).isEmpty();
    }

    @Test
    void whatAListCannotChangeIsSaid() {
        run(WHOLE, false);

        assertThat(reasons(preview("""
            NIP;firma;stan;e-mail;imię i nazwisko;rola;osoba rozpoczyna;język
            7251801126;;aktywna;;;;;
            7251801126;;zamknięta;;;;;
            7251801126;;;ala@import.example;Ala Ćwik;pracownik;tak;
            7251801126;;;ala@import.example;Ala Ćwik;pracownik;może;
            7251801126;;;ala@import.example;Ala Ćwik;pracownik;;niemiecki
            ;;;ewa@import.example;Ewa;opiekun;tak;
            ;;;ewa@import.example;Ewa;opiekun;;klingoński
            7251801126;;;ala@import.example;Ala Ćwik;pracownik;;polski
            """)))
                .containsExactly(
                        "2 STATE import.state.other",
                        "3 STATE import.state",
                        "4 MAY_START import.mayStart.other",
                        "5 MAY_START import.answer",
                        "6 LANGUAGE import.language",
                        "7 NIP import.nip.blank",
                        "8 LANGUAGE import.language");
    }

    @Test
    void whoHasLeftIsNotBroughtBackByLastMonthsList() {
        run(LIST, false);
        var list = export();
        world.sql()
                .change("UPDATE membership SET left_at = CURRENT_TIMESTAMP WHERE person_id ="
                        + " (SELECT id FROM person WHERE email = 'ala@import.example')");

        var done = run(LIST, false);

        assertThat(reasons(done)).containsExactly("4 EMAIL import.former");
        assertThat(done.changesNothing()).isTrue();
        assertThat(reasons(preview(csv(list)))).singleElement().asString().endsWith(" EMAIL import.former");
        assertThat(exported())
                .extracting(cells -> cells.get(ImportColumn.EMAIL))
                .doesNotContain("ala@import.example");
    }

    @Test
    void whatAFaultShowsIsCut() {
        assertThat(new ImportFault(2, ImportColumn.NIP, "x", 0, "9".repeat(81)).value())
                .isEqualTo("9".repeat(80) + "…");
        assertThat(new ImportFault(2, ImportColumn.NIP, "x", 0, "9".repeat(80)).value())
                .isEqualTo("9".repeat(80));
    }

    @Test
    void aBlockedHeadImportsNothing() {
        world.becomes(head, AccountState.BLOCKED);

        assertThatThrownBy(() -> preview(LIST)).isInstanceOf(NotFoundException.class);
    }
}
