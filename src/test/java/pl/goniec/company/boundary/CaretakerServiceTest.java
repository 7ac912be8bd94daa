package pl.goniec.company.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.company.api.CareChanged;
import pl.goniec.company.api.CareDeed;
import pl.goniec.company.api.CareRow;
import pl.goniec.company.api.CareTime;
import pl.goniec.company.api.CaretakerAssigned;
import pl.goniec.company.api.CaretakerChoice;
import pl.goniec.company.control.CompanyQueries;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.identity.api.AccountState;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.CareId;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/** Who looks after which company, from when and until when. */
class CaretakerServiceTest extends OnBothEngines {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    private final LocalDate today = LocalDate.now(WARSAW);
    private PersonId head;
    private PersonId olga;
    private PersonId ewa;
    private CompanyId bakery;
    private CompanyId garage;

    @BeforeEach
    void anOffice() {
        head = world.head("Szef");
        bakery = world.company("Piekarnia");
        garage = world.company("Warsztat");
        olga = world.caretaker("Olga Opiekun", bakery, garage);
        ewa = world.caretaker("Ewa Opiekun");
    }

    private void decide(Consumer<CaretakerService> decision) {
        as(head, CaretakerService.class, service -> {
            decision.accept(service);
            return null;
        });
    }

    private int begin() {
        return with(CareStartService.class, CareStartService::beginDue);
    }

    private List<CareRow> care(CompanyId company) {
        return as(head, CompanyAdminService.class, companies -> companies.company(company))
                .care();
    }

    private CareId care(CompanyId company, PersonId person) {
        return care(company).stream()
                .filter(row -> row.person().equals(person))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private boolean sees(PersonId person, CompanyId company) {
        return with(CompanyQueries.class, queries -> queries.role(company, office(person)))
                .equals(Optional.of(Role.CARETAKER));
    }

    private void assertRefused(String key, Consumer<CaretakerService> decision) {
        assertThatThrownBy(() -> decide(decision))
                .isInstanceOfSatisfying(
                        BusinessException.class,
                        refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    @Test
    void severalLookAfterOneCompanyFromTheMomentTheyAreAssigned() {
        decide(service -> service.assign(bakery, ewa));

        assertThat(sees(ewa, bakery)).isTrue();
        assertThat(sees(olga, bakery)).isTrue();
        assertThat(sees(ewa, garage)).isFalse();
        assertThat(beans.events())
                .containsExactly(
                        new CareChanged(CareDeed.ASSIGNED, Set.of(bakery), ewa),
                        new CaretakerAssigned(Set.of(bakery), ewa));
        assertRefused("care.already", service -> service.assign(bakery, ewa));
    }

    @Test
    void whoseCareIsEndedHasNoRightAtTheNextQuery() {
        decide(service -> service.end(bakery, care(bakery, olga)));

        assertThat(sees(olga, bakery)).isFalse();
        assertThat(sees(olga, garage)).isTrue();
        assertThatThrownBy(() -> as(olga, CompanyService.class, companies -> companies.open(bakery)))
                .isInstanceOf(NotFoundException.class);
        assertThat(care(bakery)).extracting(CareRow::time).containsExactly(CareTime.PAST);
        assertThat(beans.events()).containsExactly(new CareChanged(CareDeed.ENDED, Set.of(bakery), olga));
        assertRefused("care.over", service -> service.end(bakery, care(bakery, olga)));
        assertThatThrownBy(() -> decide(service -> service.end(garage, care(bakery, olga))))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void onlyACaretakerWhoseAccountIsNotBlockedCanBeChosen() {
        var invited = world.person("Nowy", OfficePosition.CARETAKER, AccountState.NOT_ACTIVATED);
        var blocked = world.person("Zablokowany", OfficePosition.CARETAKER, AccountState.BLOCKED);
        var staff = world.staff("Kadrowa");
        var client = world.entrepreneur(garage, "Anna");

        decide(service -> service.assign(bakery, invited));
        assertRefused("care.notCaretaker", service -> service.assign(bakery, blocked));
        assertRefused("care.notCaretaker", service -> service.assign(bakery, staff));
        assertRefused("care.notCaretaker", service -> service.assign(bakery, head));
        assertThatThrownBy(() -> decide(service -> service.assign(bakery, client)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> decide(service -> service.assign(new CompanyId(-1), ewa)))
                .isInstanceOf(NotFoundException.class);
        List<CaretakerChoice> choices = as(head, CaretakerService.class, CaretakerService::caretakers);
        assertThat(choices)
                .filteredOn(choice -> Set.of(olga, ewa, invited, blocked, staff).contains(choice.id()))
                .extracting(CaretakerChoice::id, CaretakerChoice::companies)
                .containsExactly(tuple(ewa, 0L), tuple(invited, 1L), tuple(olga, 2L));
    }

    @Test
    void aClientOfTheCompanyCanNotLookAfterIt() {
        world.joins(ewa, bakery, Role.ENTREPRENEUR, true);

        assertRefused("care.client", service -> service.assign(bakery, ewa));
        assertRefused("care.client", service -> service.substitute(bakery, ewa, today, today));
        assertRefused("care.client", service -> service.handOver(Set.of(bakery, garage), olga, ewa));
        decide(service -> service.assign(garage, ewa));

        world.sql().change("UPDATE membership SET left_at = CURRENT_TIMESTAMP WHERE person_id = ?", ewa);
        decide(service -> service.assign(bakery, ewa));
        assertThat(sees(ewa, bakery)).isTrue();
    }

    @Test
    void aSubstituteOfTodayBeginsNowAndOneOfTomorrowWaits() {
        decide(service -> service.substitute(bakery, ewa, today, today));
        decide(service -> service.substitute(garage, ewa, today.plusDays(1), today.plusDays(14)));

        assertThat(sees(ewa, bakery)).isTrue();
        assertThat(sees(ewa, garage)).isFalse();
        var now = care(bakery).get(0);
        assertThat(now.to()).isEqualTo(today.plusDays(1).atStartOfDay(WARSAW).toInstant());
        var later = care(garage).get(1);
        assertThat(later.time()).isEqualTo(CareTime.FUTURE);
        assertThat(later.substitute()).isTrue();
        assertThat(later.from())
                .isEqualTo(today.plusDays(1).atStartOfDay(WARSAW).toInstant());
        assertThat(later.to()).isEqualTo(today.plusDays(15).atStartOfDay(WARSAW).toInstant());
        assertThat(beans.events())
                .containsExactly(
                        new CareChanged(CareDeed.SUBSTITUTE_ADDED, Set.of(bakery), ewa, today, today),
                        new CaretakerAssigned(Set.of(bakery), ewa),
                        new CareChanged(
                                CareDeed.SUBSTITUTE_ADDED, Set.of(garage), ewa, today.plusDays(1), today.plusDays(14)));
    }

    @Test
    void daysThatCanNotBeAreRefused() {
        assertRefused("care.past", service -> service.substitute(bakery, ewa, today.minusDays(1), today));
        assertRefused("care.order", service -> service.substitute(bakery, ewa, today.plusDays(2), today.plusDays(1)));
        assertRefused("care.tooLong", service -> service.substitute(bakery, ewa, today, LocalDate.MAX.minusDays(1)));
        assertRefused("care.already", service -> service.substitute(bakery, olga, today, today));
        assertThat(beans.events()).isEmpty();
    }

    @Test
    void twoTimesOfOneSubstituteDoNotOverlap() {
        decide(service -> service.substitute(bakery, ewa, today.plusDays(5), today.plusDays(9)));

        assertRefused(
                "care.already", service -> service.substitute(bakery, ewa, today.plusDays(9), today.plusDays(12)));
        decide(service -> service.substitute(bakery, ewa, today.plusDays(10), today.plusDays(12)));
        decide(service -> service.substitute(bakery, ewa, today, today.plusDays(4)));
        assertThat(care(bakery)).hasSize(4);
    }

    @Test
    void aSubstituteWhoIsAssignedIsNoSubstituteAnyMore() {
        decide(service -> service.substitute(bakery, ewa, today, today.plusDays(3)));
        decide(service -> service.assign(bakery, ewa));

        assertThat(sees(ewa, bakery)).isTrue();
        assertThat(care(bakery).stream()
                        .filter(row ->
                                row.time() == CareTime.NOW && row.person().equals(ewa)))
                .extracting(CareRow::substitute)
                .containsExactly(false);
    }

    @Test
    void whoIsAssignedBeforeHisSubstitutionDoesNotComeBackForIt() {
        decide(service -> service.substitute(bakery, ewa, today.plusDays(3), today.plusDays(5)));
        decide(service -> service.substitute(bakery, ewa, today.plusDays(9), today.plusDays(9)));
        decide(service -> service.substitute(garage, ewa, today.plusDays(3), today.plusDays(5)));
        beans.events().clear();
        decide(service -> service.assign(bakery, ewa));

        assertThat(care(bakery).stream().filter(row -> row.person().equals(ewa)))
                .extracting(CareRow::substitute, CareRow::time)
                .containsExactly(tuple(false, CareTime.NOW));
        assertThat(care(garage).stream().filter(row -> row.person().equals(ewa)))
                .as("what is planned elsewhere stays")
                .extracting(CareRow::time)
                .containsExactly(CareTime.FUTURE);
        assertThat(beans.events())
                .containsExactly(
                        new CareChanged(CareDeed.SUBSTITUTE_CANCELLED, Set.of(bakery), ewa),
                        new CareChanged(CareDeed.ASSIGNED, Set.of(bakery), ewa),
                        new CaretakerAssigned(Set.of(bakery), ewa));
    }

    @Test
    void aSubstituteToComeCanBeCancelledAndOneWhoHasBegunCanNot() {
        decide(service -> service.substitute(bakery, ewa, today.plusDays(1), today.plusDays(1)));
        decide(service -> service.cancel(bakery, care(bakery, ewa)));
        assertThat(care(bakery)).extracting(CareRow::person).containsExactly(olga);

        decide(service -> service.substitute(bakery, ewa, today, today));
        assertRefused("care.begun", service -> service.cancel(bakery, care(bakery, ewa)));
        decide(service -> service.end(bakery, care(bakery, ewa)));
        assertThat(sees(ewa, bakery)).isFalse();
    }

    @Test
    void theRightOfASubstituteBeginsAndEndsByTheClockAlone() {
        var now = Instant.now();
        begins(ewa, bakery, now.minus(Duration.ofMinutes(1)), now.plus(Duration.ofMinutes(1)));
        begins(ewa, garage, now.plus(Duration.ofMinutes(1)), now.plus(Duration.ofMinutes(2)));
        var late = world.caretaker("Spóźniona");
        begins(late, bakery, now.minus(Duration.ofMinutes(2)), now.minus(Duration.ofMinutes(1)));

        assertThat(sees(ewa, bakery)).isTrue();
        assertThat(sees(ewa, garage)).isFalse();
        assertThat(sees(late, bakery)).isFalse();

        assertThat(begin()).isGreaterThanOrEqualTo(2);
        assertThat(beans.events()).contains(new CaretakerAssigned(Set.of(bakery), ewa));
        assertThat(beans.events())
                .noneMatch(event -> event instanceof CaretakerAssigned assigned
                        && assigned.person().equals(late));
        assertThat(begin()).isZero();
    }

    /** Enters a substitute whom nobody has told to have begun. */
    private void begins(PersonId person, CompanyId company, Instant from, Instant to) {
        world.looksAfter(person, company, from, to, true);
        world.sql()
                .change("UPDATE caretaking SET begun = FALSE WHERE person_id = ? AND company_id = ?", person, company);
    }

    @Test
    void companiesChangeHandsTogether() {
        decide(service -> service.handOver(Set.of(bakery, garage), olga, ewa));

        assertThat(sees(olga, bakery)).isFalse();
        assertThat(sees(olga, garage)).isFalse();
        assertThat(sees(ewa, bakery)).isTrue();
        assertThat(sees(ewa, garage)).isTrue();
        assertThat(beans.events())
                .containsExactly(
                        new CareChanged(CareDeed.ENDED, Set.of(bakery, garage), olga),
                        new CareChanged(CareDeed.ASSIGNED, Set.of(bakery, garage), ewa),
                        new CaretakerAssigned(Set.of(bakery, garage), ewa));
    }

    @Test
    void whoLooksAfterOneOfThemAlreadyGoesOn() {
        decide(service -> service.assign(bakery, ewa));
        beans.events().clear();
        decide(service -> service.handOver(Set.of(bakery, garage), olga, ewa));

        assertThat(beans.events()).contains(new CaretakerAssigned(Set.of(garage), ewa));
        assertThat(care(bakery).stream().filter(row -> row.person().equals(ewa)))
                .hasSize(1);
    }

    @Test
    void aMixedHandOverIsRefusedWhole() {
        var foreign = world.company("Obca");

        for (var strange : List.of(foreign, new CompanyId(-1))) {
            assertThatThrownBy(() -> decide(service -> service.handOver(Set.of(bakery, strange), olga, ewa)))
                    .isInstanceOf(NotFoundException.class);
        }
        assertRefused("care.samePerson", service -> service.handOver(Set.of(bakery), olga, olga));
        assertRefused("care.notCaretaker", service -> service.handOver(Set.of(bakery), olga, head));
        assertThatThrownBy(() -> decide(service -> service.handOver(Set.of(bakery), olga, new PersonId(-1))))
                .isInstanceOf(NotFoundException.class);
        assertThat(sees(olga, bakery)).isTrue();
        assertThat(sees(ewa, bakery)).isFalse();
        assertThat(beans.events()).isEmpty();
    }

    @Test
    void whatNobodyLooksAfterCanBeGivenTogether() {
        var orphan = world.company("Bez opieki");
        var other = world.company("Druga bez opieki");

        assertRefused("care.taken", service -> service.handOver(Set.of(orphan, bakery), null, ewa));
        assertThat(sees(ewa, orphan)).isFalse();
        decide(service -> service.handOver(Set.of(orphan, other), null, ewa));

        assertThat(sees(ewa, orphan)).isTrue();
        assertThat(sees(ewa, other)).isTrue();
        assertThat(beans.events())
                .containsExactly(
                        new CareChanged(CareDeed.ASSIGNED, Set.of(orphan, other), ewa),
                        new CaretakerAssigned(Set.of(orphan, other), ewa));
    }

    @Test
    void fiveThousandCompaniesChangeHandsTogether() {
        var many = IntStream.range(0, 5000)
                .mapToObj(number -> world.company("Firma " + number))
                .collect(Collectors.toSet());

        decide(service -> service.handOver(many, null, olga));
        decide(service -> service.handOver(many, olga, ewa));

        assertThat(accessible(ewa)).isEqualTo(many);
        assertThat(accessible(olga)).containsExactlyInAnyOrder(bakery, garage);
    }

    private Set<CompanyId> accessible(PersonId person) {
        return with(CompanyQueries.class, queries -> queries.accessible(office(person)));
    }

    @Test
    void aBlockedCaretakersCompaniesCanBeHandedOver() {
        world.becomes(olga, AccountState.BLOCKED);
        decide(service -> service.handOver(Set.of(bakery), olga, ewa));

        assertThat(sees(ewa, bakery)).isTrue();
    }
}
