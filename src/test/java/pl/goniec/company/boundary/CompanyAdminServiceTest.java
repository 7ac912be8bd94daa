package pl.goniec.company.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.company.api.CompanyAdminDetails;
import pl.goniec.company.api.CompanyAdminFilter;
import pl.goniec.company.api.CompanyAdminFilter.Activity;
import pl.goniec.company.api.CompanyAdminRow;
import pl.goniec.company.api.CompanyChanged;
import pl.goniec.company.api.CompanyData;
import pl.goniec.company.api.CompanyDeed;
import pl.goniec.company.api.CompanyFault;
import pl.goniec.company.api.InvalidCompanyException;
import pl.goniec.company.control.CompanyQueries;
import pl.goniec.company.control.CompanyRepository;
import pl.goniec.company.entity.Company;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.identity.api.AccountState;
import pl.goniec.shared.AccessScope;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.ForbiddenException;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.Page;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/** Companies as the head of the office keeps them. */
class CompanyAdminServiceTest extends OnBothEngines {

    private static final String NIP = "5252445767";
    private static final String OTHER_NIP = "7010019720";

    private PersonId head;

    @BeforeEach
    void anOffice() {
        head = world.head("Szef");
    }

    private static CompanyData data(String name, String nip, String number, String... tags) {
        return new CompanyData(name, nip, number, Set.of(tags), true, false);
    }

    private CompanyId add(CompanyData data) {
        return as(head, CompanyAdminService.class, companies -> companies.add(data));
    }

    private void change(CompanyId id, long version, CompanyData data) {
        as(head, CompanyAdminService.class, companies -> {
            companies.change(id, version, data);
            return null;
        });
    }

    private void deactivate(CompanyId id) {
        as(head, CompanyAdminService.class, companies -> {
            companies.deactivate(id);
            return null;
        });
    }

    private void activate(CompanyId id) {
        as(head, CompanyAdminService.class, companies -> {
            companies.activate(id);
            return null;
        });
    }

    private CompanyAdminDetails details(CompanyId id) {
        return as(head, CompanyAdminService.class, companies -> companies.company(id));
    }

    private Page<CompanyAdminRow> list(CompanyAdminFilter filter) {
        return as(head, CompanyAdminService.class, companies -> companies.companies(filter, 0, 25));
    }

    private List<CompanyId> found(String search, PersonId caretaker, Activity activity) {
        return list(new CompanyAdminFilter(search, caretaker, activity)).rows().stream()
                .map(CompanyAdminRow::id)
                .toList();
    }

    private Optional<Role> role(CompanyId company, PersonId person) {
        return with(CompanyQueries.class, queries -> queries.role(company, office(person)));
    }

    private Set<CompanyId> accessible(AccessScope scope) {
        return with(CompanyQueries.class, queries -> queries.accessible(scope));
    }

    private static void assertFault(CompanyFault fault, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        InvalidCompanyException.class,
                        refusal -> assertThat(refusal.fault()).isEqualTo(fault));
    }

    private static void assertConflict(String key, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    @Test
    void anAddedCompanyIsKeptAsTypedButTidy() {
        var id = add(new CompanyData(
                "  Zażółć   Gęślą Jaźń\tsp. z o.o. ",
                "PL 525-244-57-67",
                " K/17 ",
                Set.of("VAT, ryczałt", " ", "vat"),
                false,
                true));

        var details = details(id);

        assertThat(details.data())
                .isEqualTo(new CompanyData(
                        "Zażółć Gęślą Jaźń sp. z o.o.",
                        "525-244-57-67",
                        "K/17",
                        Set.of("VAT", "ryczałt"),
                        false,
                        true));
        assertThat(details.active()).isTrue();
        assertThat(details.care()).isEmpty();
        assertThat(beans.events()).contains(new CompanyChanged(CompanyDeed.ADDED, id));
        assertThat(role(id, head)).isPresent();
    }

    @Test
    void aBlankNumberIsNone() {
        var one = add(data("Jeden", NIP, " "));
        var two = add(data("Dwa", OTHER_NIP, null));

        assertThat(details(one).data().number()).isNull();
        assertThat(details(two).data().number()).isNull();
    }

    @Test
    void whatIsWrongIsNamed() {
        var tags = IntStream.rangeClosed(0, CompanyData.MOST_TAGS)
                .mapToObj(i -> "t" + i)
                .collect(Collectors.toSet());

        assertFault(CompanyFault.NAME_BLANK, () -> add(data(" \u00A0", NIP, null)));
        assertFault(CompanyFault.NAME_BLANK, () -> add(data("\u200B\u2060", NIP, null)));
        assertFault(CompanyFault.NAME_TOO_LONG, () -> add(data("ż".repeat(201), NIP, null)));
        for (var wrong : List.of("", "525244576", "52524457670", "5252445768", "abcdefghij", "0000000000", "PLPL525")) {
            assertFault(CompanyFault.NIP_WRONG, () -> add(data("Firma", wrong, null)));
        }
        assertFault(CompanyFault.NUMBER_TOO_LONG, () -> add(data("Firma", NIP, "n".repeat(41))));
        assertFault(CompanyFault.TAG_TOO_LONG, () -> add(data("Firma", NIP, null, "t".repeat(41))));
        assertFault(CompanyFault.TOO_MANY_TAGS, () -> add(new CompanyData("Firma", NIP, null, tags, true, true)));
        assertThat(beans.events()).isEmpty();
    }

    @Test
    void whatIsJustAllowedIsTaken() {
        var tags = IntStream.range(0, CompanyData.MOST_TAGS)
                .mapToObj(i -> String.format("%02d", i) + "ż".repeat(38))
                .collect(Collectors.toSet());
        var id = add(new CompanyData("Ż".repeat(200), "525 244 57 67", "Ł".repeat(40), tags, true, true));

        assertThat(details(id).data())
                .isEqualTo(new CompanyData("Ż".repeat(200), "525-244-57-67", "Ł".repeat(40), tags, true, true));
    }

    @Test
    void noTwoCompaniesHaveOneNipOrNumber() {
        add(data("Pierwsza", NIP, "17"));
        var second = add(data("Druga", OTHER_NIP, "18"));

        assertConflict("company.nipTaken", () -> add(data("Trzecia", "PL" + NIP, null)));
        assertConflict("company.numberTaken", () -> add(data("Trzecia", "1132191233", " 17 ")));
        assertConflict("company.nipTaken", () -> change(second, 1, data("Druga", NIP, "18")));
        assertConflict("company.numberTaken", () -> change(second, 1, data("Druga", OTHER_NIP, "17")));
        assertThatThrownBy(() -> add(data("Trzecia", NIP, null)))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        refusal -> assertThat(refusal.arguments()).containsExactly("Pierwsza"));
        assertThat(details(second).data().nip()).isEqualTo("701-001-97-20");
    }

    @Test
    void aNipOfADeactivatedCompanyIsTakenToo() {
        deactivate(add(data("Dawna", NIP, null)));

        assertConflict("company.nipTaken", () -> add(data("Nowa", NIP, null)));
    }

    @Test
    void ofTwoWhoAddAtOnceTheSecondIsToldSo() {
        world.company("Zdążyła", NIP);
        var late = new Company(data("Spóźniona", NIP, null));

        assertConflict(
                "company.duplicate",
                () -> with(CompanyRepository.class, companies -> {
                    companies.add(late);
                    return null;
                }));
    }

    @Test
    void aChangeOfWhatSomebodyElseHasChangedOverwritesNothing() {
        var id = add(data("Nazwa", NIP, "1", "stara"));
        long seen = details(id).version();
        change(id, seen, data("Nazwa pierwszego", NIP, "1", "stara", "nowa"));

        assertConflict("company.stale", () -> change(id, seen, data("Nazwa drugiego", NIP, "2")));

        assertThat(details(id).data()).isEqualTo(data("Nazwa pierwszego", "525-244-57-67", "1", "nowa", "stara"));
        assertThat(details(id).version()).isGreaterThan(seen);
    }

    @Test
    void aChangeOfTagsAloneIsAChangeToo() {
        var id = add(data("Nazwa", NIP, null, "stara"));
        long seen = details(id).version();
        change(id, seen, data("Nazwa", NIP, null, "nowa"));

        assertConflict("company.stale", () -> change(id, seen, data("Nazwa", NIP, null, "inna")));
        assertThat(details(id).data().tags()).containsExactly("nowa");
    }

    @Test
    void aDeactivatedCompanyIsNobodysAndComesBackWhole() {
        var id = add(data("Piekarnia", NIP, null, "VAT"));
        var caretaker = world.caretaker("Olga Opiekun", id);
        var anna = world.entrepreneur(id, "Anna Kłos");
        var stranger = world.caretaker("Ewa Obca");

        deactivate(id);

        assertThat(role(id, head)).isEmpty();
        assertThat(accessible(office(caretaker))).isEmpty();
        assertThat(accessible(client(anna))).isEmpty();
        assertThatThrownBy(() -> as(anna, CompanyService.class, companies -> companies.openAsClient(id)))
                .isInstanceOf(NotFoundException.class);
        assertThat(details(id).active()).isFalse();
        assertConflict("company.inactive", () -> deactivate(id));

        activate(id);

        assertThat(accessible(office(caretaker))).containsExactly(id);
        assertThat(accessible(client(anna))).containsExactly(id);
        assertThat(details(id).data().tags()).containsExactly("VAT");
        assertConflict("company.active", () -> activate(id));
        var everybody = List.of(head, caretaker, anna);
        assertThat(told(CompanyDeed.DEACTIVATED)).containsAll(everybody);
        assertThat(told(CompanyDeed.ACTIVATED)).containsAll(everybody).doesNotContain(stranger);
    }

    private Set<PersonId> told(CompanyDeed deed) {
        return beans.events().stream()
                .filter(event -> event instanceof CompanyChanged changed && changed.deed() == deed)
                .map(event -> ((CompanyChanged) event).audience())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        var nothing = new CompanyId(-1);

        assertThatThrownBy(() -> details(nothing)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> change(nothing, 1, data("A", NIP, null))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> deactivate(nothing)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> activate(nothing)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void theListIsSearchedByNameNipNumberAndTag() {
        var key = "Q" + System.nanoTime();
        var one = add(data("Żabka " + key, NIP, "NR-" + key, "sezon-" + key, "vat"));
        var two = add(data("Łódka " + key, OTHER_NIP, null));
        var olga = world.caretaker("Olga", one);
        deactivate(two);

        assertThat(found(key, null, Activity.ALL)).containsExactly(two, one);
        assertThat(found("żabka " + key, null, Activity.ALL)).containsExactly(one);
        assertThat(found("nr-" + key, null, Activity.ALL)).containsExactly(one);
        assertThat(found("SEZON-" + key, null, Activity.ALL)).containsExactly(one);
        assertThat(found("525-244 57", null, Activity.ALL)).contains(one).doesNotContain(two);
        assertThat(found("%" + key, null, Activity.ALL)).isEmpty();
        assertThat(found(key, null, Activity.ACTIVE)).containsExactly(one);
        assertThat(found(key, null, Activity.INACTIVE)).containsExactly(two);
        assertThat(found("", olga, Activity.ALL)).containsExactly(one);
        assertThat(found("", world.caretaker("Inna"), Activity.ALL)).isEmpty();
    }

    @Test
    void aRowTellsTagsAndCaretakersAndThePageHowManyThereAre() {
        var key = "Q" + System.nanoTime();
        var one = add(data("A " + key, NIP, "7", "ryczałt", "Kadry"));
        add(data("B " + key, OTHER_NIP, null));
        world.caretaker("Zofia Zięba", one);
        world.caretaker("Ewa Ćma", one);

        var page = as(
                head,
                CompanyAdminService.class,
                companies -> companies.companies(new CompanyAdminFilter(key, null, Activity.ACTIVE), 0, 1));
        var beyond = as(
                head,
                CompanyAdminService.class,
                companies -> companies.companies(new CompanyAdminFilter(key, null, Activity.ACTIVE), 25, 25));

        assertThat(page.total()).isEqualTo(2);
        assertThat(page.rows())
                .containsExactly(new CompanyAdminRow(
                        one,
                        "A " + key,
                        "525-244-57-67",
                        "7",
                        List.of("Kadry", "ryczałt"),
                        List.of("Ewa Ćma", "Zofia Zięba"),
                        true));
        assertThat(beyond.rows()).isEmpty();
    }

    @Test
    void whoIsHeadNoMoreIsRefusedThoughHisSessionIsOpen() {
        var id = add(data("Firma", NIP, null));
        world.sql().change("UPDATE person SET office_position = 'CARETAKER' WHERE id = ?", head);
        assertThatThrownBy(() -> details(id)).isInstanceOf(ForbiddenException.class);

        world.becomes(head, AccountState.BLOCKED);
        assertThatThrownBy(() -> details(id)).isInstanceOf(NotFoundException.class);
    }
}
