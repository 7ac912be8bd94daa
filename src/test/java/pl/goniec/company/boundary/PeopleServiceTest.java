package pl.goniec.company.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.company.api.CompanyMember;
import pl.goniec.company.api.MemberAdded;
import pl.goniec.company.api.MemberChange;
import pl.goniec.company.api.MemberChanged;
import pl.goniec.company.api.MemberData;
import pl.goniec.company.api.MemberDeed;
import pl.goniec.company.api.MemberLeft;
import pl.goniec.company.control.CompanyQueries;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.identity.api.AccountChanged;
import pl.goniec.identity.api.AccountDeed;
import pl.goniec.identity.api.AccountState;
import pl.goniec.identity.api.Language;
import pl.goniec.identity.api.LinkPurpose;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.identity.api.PersonData;
import pl.goniec.identity.boundary.Accounts;
import pl.goniec.shared.AccessScope;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.ForbiddenException;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;
import pl.goniec.shared.Side;

/** The client people of a company: who keeps them, and what can become of them. */
class PeopleServiceTest extends OnBothEngines {

    private CompanyId bakery;
    private CompanyId garage;
    private PersonId head;
    private PersonId caretaker;
    private PersonId anna;
    private PersonId jan;
    private PersonId owner;

    @BeforeEach
    void twoCompanies() {
        bakery = world.company("Piekarnia Złoty Kłos");
        garage = world.company("Warsztat Turbo");
        head = world.head("Szef");
        caretaker = world.caretaker("Olga Opiekun", bakery);
        anna = world.entrepreneur(bakery, "Anna Kłos");
        jan = world.client(bakery, "Jan Kłos", Role.EMPLOYEE, AccountState.ACTIVE, false);
        owner = world.entrepreneur(garage, "Oskar Turbo");
    }

    private static MemberData data(String email, Role role) {
        return new MemberData(email, "Żaneta Ćwiąkała-Łoś", "+48 600 100 200", role, true, Language.PL);
    }

    private static MemberData called(String name, String email) {
        return new MemberData(email, name, "", Role.EMPLOYEE, true, Language.PL);
    }

    private String fresh() {
        return "nowa." + System.nanoTime() + "@test.example";
    }

    private PersonId add(PersonId caller, CompanyId company, MemberData data) {
        return as(caller, PeopleService.class, people -> people.add(company, data));
    }

    private void does(PersonId caller, Consumer<PeopleService> deed) {
        as(caller, PeopleService.class, people -> {
            deed.accept(people);
            return null;
        });
    }

    private void refuses(
            Class<? extends BusinessException> type, String key, PersonId by, Consumer<PeopleService> deed) {
        assertThatThrownBy(() -> does(by, deed))
                .isInstanceOf(type)
                .extracting(refusal -> ((BusinessException) refusal).key())
                .isEqualTo(key);
    }

    private CompanyMember member(PersonId caller, PersonId person) {
        return as(caller, PeopleService.class, people -> people.person(bakery, person));
    }

    private Optional<Role> role(AccessScope scope) {
        return with(CompanyQueries.class, queries -> queries.role(bakery, scope));
    }

    private List<CompanyMember> employees(PersonId caller) {
        return as(caller, PeopleService.class, people -> people.employees(bakery));
    }

    private AccountState state(PersonId person) {
        return AccountState.valueOf(world.sql()
                .texts("SELECT state FROM person WHERE id = ?", person)
                .get(0));
    }

    private long invitations(PersonId person) {
        return world.sql()
                .number(
                        "SELECT COUNT(*) FROM account_link WHERE person_id = ? AND purpose = 'INVITATION' AND ended_at IS NULL",
                        person);
    }

    private long letters(PersonId person) {
        return world.sql().number("SELECT COUNT(*) FROM letter WHERE person_id = ?", person);
    }

    // ---- adding

    @Test
    void headCaretakerAndOwnerAddSomebodyWhoIsInvited() {
        for (var caller : List.of(head, caretaker, anna)) {
            var email = fresh();
            var added = add(caller, bakery, data(email.toUpperCase(Locale.ROOT), Role.EMPLOYEE));

            var member = member(head, added);
            assertThat(member.contact().name()).isEqualTo("Żaneta Ćwiąkała-Łoś");
            assertThat(member.contact().email()).isEqualTo(email);
            assertThat(member.contact().role()).isEqualTo(Role.EMPLOYEE);
            assertThat(member.contact().state()).isEqualTo(AccountState.NOT_ACTIVATED);
            assertThat(member.invitedUntil()).isNotNull();
            assertThat(invitations(added)).isEqualTo(1);
            assertThat(letters(added)).isEqualTo(1);
            assertThat(beans.events()).contains(new MemberAdded(bakery, added));
        }
    }

    @Test
    void theOfficeAddsAnEntrepreneurWhoMayAlwaysStart() {
        var data = new MemberData(fresh(), "Nowa Właścicielka", "", Role.ENTREPRENEUR, false, Language.EN);

        var added = add(caretaker, bakery, data);

        assertThat(member(head, added).contact().role()).isEqualTo(Role.ENTREPRENEUR);
        assertThat(member(head, added).mayStart()).isTrue();
        refuses(
                ForbiddenException.class,
                "people.employeesOnly",
                anna,
                people -> people.add(bakery, data(fresh(), Role.ENTREPRENEUR)));
    }

    @Test
    void somebodyKnownJoinsAsHeIsAndIsInvitedOnlyIfHeHasNoAccountInUse() {
        var email = world.email(owner);

        var joined = add(caretaker, bakery, called("Oskar Turbo", email.toUpperCase(Locale.ROOT)));

        assertThat(joined).isEqualTo(owner);
        assertThat(member(head, owner).contact().name()).isEqualTo("Oskar Turbo");
        assertThat(world.sql()
                        .texts(
                                "SELECT kind || ' ' || address || ' ' || content FROM letter WHERE person_id = ?",
                                owner))
                .singleElement()
                .asString()
                .startsWith("ACCOUNT " + email + " ")
                .contains("Piekarnia Złoty Kłos")
                .doesNotContain("Żaneta", "Olga", "Oskar");
        assertThat(beans.events()).contains(new MemberAdded(bakery, owner));

        var waiting = world.client(garage, "Wanda Czeka", Role.EMPLOYEE, AccountState.NOT_ACTIVATED, true);
        add(anna, bakery, called("Wanda Czeka", world.email(waiting)));
        assertThat(invitations(waiting)).isEqualTo(1);
        assertThat(letters(waiting)).isEqualTo(1);

        var blocked = world.client(garage, "Bartek Blok", Role.EMPLOYEE, AccountState.BLOCKED, true);
        add(anna, bakery, called("Bartek Blok", world.email(blocked)));
        assertThat(state(blocked)).isEqualTo(AccountState.BLOCKED);
        assertThat(letters(blocked)).isZero();
    }

    @Test
    void anAddressTellsAnOwnerNothingOfItsPerson() {
        var stranger = world.employee(garage, "Zofia Łoś-Ćwik");
        var former = world.caretaker("Dawna Opiekunka", bakery);
        world.takenAway(former, bakery);
        var gone = world.employee(bakery, "Adam Dawny");
        world.leaves(gone, bakery);
        for (var wrong : List.of(
                called("Zofia Łoś", world.email(stranger)),
                called("Zofia Łoś-Ćwik.", world.email(stranger)),
                called("Ktoś", world.email(gone)),
                called("Szef", world.email(head)),
                called("Olga Opiekun", world.email(caretaker)),
                called("Nie Tak", world.email(caretaker)),
                called("Dawna Opiekunka", world.email(former)))) {
            refuses(ForbiddenException.class, "people.notHere", anna, people -> people.add(bakery, wrong));
        }
        assertThat(letters(stranger)).isZero();

        var known = called(" \u00a0zofia   ŁOŚ-ćWIK ", world.email(stranger));
        assertThat(add(anna, bakery, known)).isEqualTo(stranger);
        assertThat(add(anna, bakery, called("Adam Dawny", world.email(gone)))).isEqualTo(gone);
        assertThat(letters(stranger)).isEqualTo(1);
        assertThat(letters(gone)).isEqualTo(1);
    }

    @Test
    void theOfficeGetsNobodyElseByAnAddressEither() {
        var stranger = world.employee(garage, "Zofia Łoś-Ćwik");
        for (var one : List.of(head, caretaker)) {
            refuses(
                    ConflictException.class,
                    "person.otherName",
                    one,
                    people -> people.add(bakery, called("Zofia Łoś", world.email(stranger))));
        }
        assertThat(letters(stranger)).isZero();

        assertThat(add(caretaker, bakery, called("zofia łoś-ćwik", world.email(stranger))))
                .isEqualTo(stranger);
    }

    @Test
    void anOwnerSeesNoPhoneOfWhoHasOtherTies() {
        assertThat(member(anna, jan).contact().phone()).isNotBlank();

        world.joins(jan, garage, Role.EMPLOYEE, true);

        assertThat(member(anna, jan).contact().phone()).isNull();
        assertThat(employees(anna)).extracting(one -> one.contact().phone()).containsOnlyNulls();
        assertThat(member(jan, jan).contact().phone()).isNotBlank();
        assertThat(member(caretaker, jan).contact().phone()).isNotBlank();
    }

    @Test
    void nobodyIsAddedTwiceNorWhereHeIsCaretaker() {
        refuses(
                ConflictException.class,
                "people.already",
                head,
                people -> people.add(bakery, data(world.email(jan), Role.EMPLOYEE)));
        refuses(
                ConflictException.class,
                "people.already",
                anna,
                people -> people.add(bakery, data(world.email(jan), Role.EMPLOYEE)));
        refuses(
                ConflictException.class,
                "people.caretaker",
                head,
                people -> people.add(bakery, data(world.email(caretaker), Role.EMPLOYEE)));
        var coming = world.caretaker("Przyszły Zastępca");
        world.looksAfter(
                coming,
                bakery,
                Instant.now().plus(Duration.ofDays(1)),
                Instant.now().plus(Duration.ofDays(9)),
                true);
        refuses(
                ConflictException.class,
                "people.caretaker",
                head,
                people -> people.add(bakery, data(world.email(coming), Role.EMPLOYEE)));
    }

    @Test
    void whoKeptTheCompanyOnceMayBecomeItsClientByTheHeadAlone() {
        var former = world.caretaker("Dawna Opiekunka", bakery);
        world.takenAway(former, bakery);
        var data = called("Dawna Opiekunka", world.email(former));

        refuses(ForbiddenException.class, "people.ofOffice", caretaker, people -> people.add(bakery, data));
        refuses(ForbiddenException.class, "people.notHere", anna, people -> people.add(bakery, data));
        assertThat(add(head, bakery, data)).isEqualTo(former);
    }

    @Test
    void nobodyMakesHimselfAnything() {
        refuses(
                ForbiddenException.class,
                "people.yourself",
                head,
                people -> people.add(bakery, data(world.email(head), Role.ENTREPRENEUR)));
        refuses(
                ForbiddenException.class,
                "people.yourself",
                anna,
                people -> people.add(bakery, data(world.email(anna), Role.EMPLOYEE)));
        refuses(
                ForbiddenException.class,
                "people.notHere",
                anna,
                people -> people.add(bakery, data(world.email(head), Role.EMPLOYEE)));
        refuses(
                ForbiddenException.class,
                "people.notAllowed",
                jan,
                people -> people.add(bakery, data(fresh(), Role.EMPLOYEE)));
        assertThat(role(office(head))).contains(Role.OFFICE_HEAD);
    }

    @Test
    void wrongDataAreRefusedAlsoOfSomebodyKnown() {
        for (var wrong : List.of("", "  ", "bez małpy", "a@b", "ą@test.example", "a".repeat(250) + "@test.example")) {
            assertThatThrownBy(() -> add(head, bakery, data(wrong, Role.EMPLOYEE)))
                    .as(wrong)
                    .isInstanceOf(BusinessException.class)
                    .hasMessageStartingWith("person.email");
        }
        for (var wrong : List.of("", " ", "x".repeat(121), "Anna\nKłos")) {
            for (var email : List.of(fresh(), world.email(owner))) {
                assertThatThrownBy(() ->
                                add(head, bakery, new MemberData(email, wrong, "", Role.EMPLOYEE, true, Language.PL)))
                        .as(wrong)
                        .isInstanceOf(BusinessException.class)
                        .hasMessageStartingWith("person.name");
            }
        }
        assertThatThrownBy(() -> add(
                        head, bakery, new MemberData(fresh(), "Jan", "1".repeat(41), Role.EMPLOYEE, true, Language.PL)))
                .isInstanceOf(BusinessException.class)
                .hasMessageStartingWith("person.phone");
        var longest = new MemberData(fresh(), "Ż".repeat(120), "1".repeat(40), Role.EMPLOYEE, true, Language.PL);
        assertThat(member(head, add(head, bakery, longest)).contact().name()).hasSize(120);
    }

    @Test
    void aForeignCompanyIsNotFoundAndNoPlaceToLookForPeople() {
        for (var company : List.of(garage, new CompanyId(-1))) {
            refuses(
                    NotFoundException.class,
                    "error.notFound",
                    caretaker,
                    people -> people.add(company, data(fresh(), Role.EMPLOYEE)));
            refuses(
                    NotFoundException.class,
                    "error.notFound",
                    anna,
                    people -> people.add(company, data(fresh(), Role.EMPLOYEE)));
            refuses(
                    ForbiddenException.class,
                    "people.notAllowed",
                    jan,
                    people -> people.add(company, data(fresh(), Role.EMPLOYEE)));
            refuses(NotFoundException.class, "error.notFound", caretaker, people -> people.people(company));
            refuses(NotFoundException.class, "error.notFound", anna, people -> people.employees(company));
            refuses(NotFoundException.class, "error.notFound", anna, people -> people.person(company, owner));
        }
        refuses(NotFoundException.class, "error.notFound", caretaker, people -> people.leave(bakery, owner));
        refuses(NotFoundException.class, "error.notFound", anna, people -> people.block(bakery, owner));
        refuses(NotFoundException.class, "error.notFound", head, people -> people.block(bakery, new PersonId(-1)));
    }

    // ---- seeing

    @Test
    void theOfficeSeesEverybodyAndAtTheEndThoseWhoLeft() {
        var gone = world.entrepreneur(bakery, "Adam Dawny");
        world.leaves(gone, bakery);

        var people = as(caretaker, PeopleService.class, service -> service.people(bakery));

        assertThat(people).extracting(one -> one.contact().id()).containsExactly(anna, jan, gone);
        assertThat(people.get(2).leftAt()).isNotNull();
        assertThat(people.get(2).may()).containsExactly(MemberDeed.RETURN);
        assertThat(people.get(1).may())
                .containsExactlyInAnyOrder(MemberDeed.CHANGE, MemberDeed.RENAME, MemberDeed.LEAVE);
        assertThat(member(head, jan).may())
                .containsExactlyInAnyOrder(
                        MemberDeed.CHANGE,
                        MemberDeed.RENAME,
                        MemberDeed.MOVE,
                        MemberDeed.LEAVE,
                        MemberDeed.BLOCK,
                        MemberDeed.END_SESSIONS);
    }

    @Test
    void theOwnerSeesHisEmployeesAndAnEmployeeHimself() {
        var gone = world.employee(bakery, "Adam Dawny");
        world.leaves(gone, bakery);
        world.employee(garage, "Obcy");

        assertThat(employees(anna)).extracting(one -> one.contact().id()).containsExactly(jan);
        assertThat(member(anna, jan).may()).containsExactlyInAnyOrder(MemberDeed.BLOCK, MemberDeed.END_SESSIONS);
        assertThat(member(anna, anna).may()).isEmpty();
        assertThat(member(jan, jan).may()).isEmpty();
        refuses(NotFoundException.class, "error.notFound", jan, people -> people.person(bakery, anna));
        refuses(NotFoundException.class, "error.notFound", anna, people -> people.person(bakery, gone));
        refuses(ForbiddenException.class, "people.notAllowed", jan, people -> people.employees(bakery));
    }

    // ---- changing

    @Test
    void theRoleChangesOnTheVersionThatWasSeen() {
        var seen = member(caretaker, jan);
        does(
                caretaker,
                people -> people.change(bakery, jan, seen.version(), new MemberChange(Role.ENTREPRENEUR, false)));

        var changed = member(head, jan);
        assertThat(changed.contact().role()).isEqualTo(Role.ENTREPRENEUR);
        assertThat(changed.mayStart()).isTrue();
        assertThat(changed.version()).isGreaterThan(seen.version());
        assertThat(beans.events()).contains(new MemberChanged(bakery, jan, new MemberChange(Role.ENTREPRENEUR, true)));
        refuses(
                ConflictException.class,
                "people.changed",
                head,
                people -> people.change(bakery, jan, seen.version(), new MemberChange(Role.EMPLOYEE, false)));
        assertThat(member(head, jan).contact().role()).isEqualTo(Role.ENTREPRENEUR);
        refuses(
                ForbiddenException.class,
                "people.notAllowed",
                anna,
                people -> people.change(bakery, jan, changed.version(), new MemberChange(Role.EMPLOYEE, false)));
    }

    @Test
    void nameAndAddressAreChangedOfWhoHasNoOtherTie() {
        var email = fresh();
        does(
                head,
                people ->
                        people.rename(bakery, jan, member(head, jan).account(), new PersonData("Jan Nowy", email, "")));
        assertThat(member(head, jan).contact().name()).isEqualTo("Jan Nowy");
        assertThat(member(head, jan).contact().email()).isEqualTo(email);

        refuses(
                ConflictException.class,
                "person.changed",
                caretaker,
                people -> people.rename(bakery, jan, 0, new PersonData("Jan Stary", email, "")));
        long account = member(head, jan).account();
        refuses(
                ConflictException.class,
                "person.email.taken",
                head,
                people -> people.rename(bakery, jan, account, new PersonData("Jan", world.email(anna), "")));

        world.joins(jan, garage, Role.EMPLOYEE, true);
        refuses(
                ForbiddenException.class,
                "people.otherTies",
                caretaker,
                people -> people.rename(bakery, jan, account, new PersonData("Jan", email, "")));
        does(head, people -> people.rename(bakery, jan, account, new PersonData("Jan Dwóch Firm", email, "")));
        world.leaves(jan, garage);
        does(
                caretaker,
                people -> people.rename(
                        bakery, jan, member(caretaker, jan).account(), new PersonData("Jan Jednej Firmy", email, "")));
    }

    @Test
    void onlyTheHeadGivesAnAccountInUseAnotherAddress() {
        var former = world.email(jan);
        var email = fresh();
        var substitute = world.caretaker("Na Jeden Dzień");
        world.looksAfter(
                substitute,
                bakery,
                Instant.now().minus(Duration.ofHours(1)),
                Instant.now().plus(Duration.ofHours(23)),
                true);
        for (var caller : List.of(caretaker, substitute)) {
            long account = member(caller, jan).account();
            refuses(
                    ForbiddenException.class,
                    "person.email.byHead",
                    caller,
                    people -> people.rename(bakery, jan, account, new PersonData("Jan Kłos", email, "")));
            does(caller, people -> people.rename(bakery, jan, account, new PersonData("Jan Kłos", former, "+48 1")));
        }
        world.becomes(jan, AccountState.BLOCKED);
        assertThat(member(caretaker, jan).may()).doesNotContain(MemberDeed.MOVE);
        world.becomes(jan, AccountState.ACTIVE);
        assertThat(letters(jan)).isZero();

        does(
                head,
                people ->
                        people.rename(bakery, jan, member(head, jan).account(), new PersonData("Jan Kłos", email, "")));

        assertThat(world.sql()
                        .texts("SELECT kind || ' ' || address || ' ' || content FROM letter WHERE person_id = ?", jan))
                .singleElement()
                .asString()
                .startsWith("ACCOUNT " + former + " ")
                .contains("adres " + former)
                .doesNotContain(email, "Jan");
        assertThat(beans.events())
                .contains(new AccountChanged(AccountDeed.CHANGED, jan, "e-mail " + former + " → " + email));
    }

    @Test
    void aMistypedAddressIsPutRightBeforeTheAccountIsInUse() {
        var added = add(caretaker, bakery, data(fresh(), Role.EMPLOYEE));
        var email = fresh();

        assertThat(member(caretaker, added).may()).contains(MemberDeed.MOVE);
        does(
                caretaker,
                people -> people.rename(
                        bakery, added, member(caretaker, added).account(), new PersonData("Żaneta", email, "")));

        assertThat(member(head, added).contact().email()).isEqualTo(email);
        assertThat(letters(added)).as("the invitation alone").isEqualTo(1);
        assertThat(invitations(added)).isZero();
        does(caretaker, people -> people.resendInvitation(bakery, added));
        assertThat(world.sql().texts("SELECT address FROM letter WHERE person_id = ? ORDER BY id DESC", added))
                .first()
                .isEqualTo(email);
    }

    @Test
    void somebodyOfTheOfficeIsNotChangedFromACompany() {
        var both = world.person("Obie Strony", OfficePosition.STAFF, AccountState.ACTIVE);
        world.joins(both, bakery, Role.EMPLOYEE, true);

        for (var caller : List.of(head, caretaker)) {
            refuses(
                    ForbiddenException.class,
                    "people.otherTies",
                    caller,
                    people -> people.rename(bakery, both, 0, new PersonData("Ktoś", fresh(), "")));
        }
        refuses(ForbiddenException.class, "people.otherTies", anna, people -> people.block(bakery, both));
        does(head, people -> people.block(bakery, both));
        assertThat(state(both)).isEqualTo(AccountState.BLOCKED);
    }

    // ---- leaving

    @Test
    void whoLeftHasNoRightsAndComesBackAsHeIsAddedThen() {
        does(caretaker, people -> people.leave(bakery, jan));

        assertThat(beans.events()).contains(new MemberLeft(bakery, jan));
        assertThat(role(client(jan))).isEmpty();
        assertThat(world.sql()
                        .number(
                                "SELECT COUNT(*) FROM conversation WHERE company_id = ? AND person_id = ?",
                                bakery,
                                jan))
                .isEqualTo(1);
        refuses(ConflictException.class, "people.hasLeft", head, people -> people.leave(bakery, jan));
        refuses(
                ConflictException.class,
                "people.hasLeft",
                head,
                people -> people.change(bakery, jan, 0, new MemberChange(Role.EMPLOYEE, true)));
        refuses(ConflictException.class, "people.hasLeft", head, people -> people.block(bakery, jan));
        refuses(NotFoundException.class, "error.notFound", anna, people -> people.block(bakery, jan));

        var back = new MemberData(world.email(jan), "Jan Kłos", "", Role.ENTREPRENEUR, true, Language.PL);
        assertThat(add(caretaker, bakery, back)).isEqualTo(jan);
        assertThat(member(head, jan).leftAt()).isNull();
        assertThat(role(client(jan))).contains(Role.ENTREPRENEUR);
        assertThat(letters(jan)).isEqualTo(1);
    }

    @Test
    void anOwnerLetsNobodyGo() {
        refuses(ForbiddenException.class, "people.notAllowed", anna, people -> people.leave(bakery, jan));
    }

    // ---- invitations

    @Test
    void anInvitationIsSentAgainAndRevoked() {
        for (var caller : List.of(head, caretaker, anna)) {
            var added = add(caller, bakery, data(fresh(), Role.EMPLOYEE));
            invitedBefore(added, LinkPurpose.BETWEEN_LETTERS);
            does(caller, people -> people.resendInvitation(bakery, added));
            assertThat(letters(added)).isEqualTo(2);
            assertThat(invitations(added)).isEqualTo(1);
            does(caller, people -> people.revokeInvitation(bakery, added));
            assertThat(invitations(added)).isZero();
        }
        for (var caller : List.of(head, caretaker, anna)) {
            refuses(
                    ConflictException.class,
                    "people.wrongState",
                    caller,
                    people -> people.resendInvitation(bakery, jan));
            refuses(
                    ConflictException.class,
                    "people.wrongState",
                    caller,
                    people -> people.revokeInvitation(bakery, jan));
        }
    }

    @Test
    void nobodyIsSentOneInvitationAfterTheOther() {
        for (var caller : List.of(head, caretaker, anna)) {
            var added = add(caller, bakery, data(fresh(), Role.EMPLOYEE));
            var again = called("Żaneta Ćwiąkała-Łoś", world.email(added));
            refuses(
                    ConflictException.class,
                    "person.justInvited",
                    caller,
                    people -> people.resendInvitation(bakery, added));
            does(caller, people -> people.revokeInvitation(bakery, added));
            invitedBefore(added, LinkPurpose.BETWEEN_LETTERS.minusSeconds(20));
            refuses(
                    ConflictException.class,
                    "person.justInvited",
                    caller,
                    people -> people.resendInvitation(bakery, added));
            add(owner, garage, again);
            assertThat(letters(added)).isEqualTo(1);

            invitedBefore(added, LinkPurpose.BETWEEN_LETTERS);
            does(caller, people -> people.resendInvitation(bakery, added));
            assertThat(letters(added)).isEqualTo(2);
        }
    }

    @Test
    void anInvitationSaysNothingThatAClientTyped() {
        var added = add(anna, bakery, called("Wygraj 1000 zł na http://zlo.example", fresh()));

        assertThat(world.sql().texts("SELECT subject || ' ' || content FROM letter WHERE person_id = ?", added))
                .singleElement()
                .asString()
                .doesNotContain("Wygraj", "zlo.example", "Piekarnia");
    }

    private void invitedBefore(PersonId person, Duration time) {
        world.sql()
                .change(
                        "UPDATE person SET invited_at = ? WHERE id = ?",
                        Instant.now().minus(time),
                        person);
    }

    @Test
    void anInvitationOfSeveralCompaniesIsNotOnesOwnToRevoke() {
        var added = add(head, garage, data(fresh(), Role.EMPLOYEE));
        add(anna, bakery, data(world.email(added), Role.EMPLOYEE));

        for (var caller : List.of(caretaker, anna)) {
            refuses(
                    ForbiddenException.class,
                    "people.otherTies",
                    caller,
                    people -> people.revokeInvitation(bakery, added));
        }
        does(head, people -> people.revokeInvitation(bakery, added));
    }

    // ---- blocking

    @Test
    void theOwnerBlocksHisEmployeeAndLetsHimBack() {
        long generation = world.sql().number("SELECT session_generation FROM person WHERE id = ?", jan);

        does(anna, people -> people.block(bakery, jan));

        assertThat(state(jan)).isEqualTo(AccountState.BLOCKED);
        assertThat(world.sql().number("SELECT session_generation FROM person WHERE id = ?", jan))
                .isGreaterThan(generation);
        refuses(ConflictException.class, "people.wrongState", anna, people -> people.block(bakery, jan));
        refuses(ConflictException.class, "people.wrongState", anna, people -> people.endSessions(bakery, jan));
        does(anna, people -> people.unblock(bakery, jan));
        assertThat(state(jan)).isEqualTo(AccountState.ACTIVE);
        refuses(ConflictException.class, "people.wrongState", anna, people -> people.unblock(bakery, jan));
        does(anna, people -> people.endSessions(bakery, jan));
        assertThat(state(jan)).isEqualTo(AccountState.ACTIVE);
    }

    @Test
    void whatTheOfficeBlockedOnlyTheOfficeUnblocks() {
        does(head, people -> people.block(bakery, jan));

        assertThat(member(anna, jan).blockedByOffice()).isTrue();
        assertThat(member(anna, jan).may()).isEmpty();
        refuses(ForbiddenException.class, "person.blockedByOffice", anna, people -> people.unblock(bakery, jan));

        does(head, people -> people.leave(bakery, jan));
        world.joins(jan, garage, Role.EMPLOYEE, true);
        refuses(ForbiddenException.class, "person.blockedByOffice", owner, people -> people.unblock(garage, jan));
        assertThat(state(jan)).isEqualTo(AccountState.BLOCKED);

        does(head, people -> people.unblock(garage, jan));
        assertThat(state(jan)).isEqualTo(AccountState.ACTIVE);
        does(owner, people -> people.block(garage, jan));
        does(owner, people -> people.unblock(garage, jan));
        does(owner, people -> people.block(garage, jan));
        does(head, people -> people.unblock(garage, jan));
        assertThat(state(jan)).isEqualTo(AccountState.ACTIVE);
    }

    @Test
    void theBlockItselfKnowsWhoseItIs() {
        with(Accounts.class, accounts -> {
            accounts.block(jan, Side.OFFICE);
            return null;
        });

        assertThatThrownBy(() -> with(Accounts.class, accounts -> {
                    accounts.unblock(jan, Side.CLIENT);
                    return null;
                }))
                .isInstanceOf(ForbiddenException.class)
                .hasMessage("person.blockedByOffice");
        assertThat(state(jan)).isEqualTo(AccountState.BLOCKED);
    }

    @Test
    void theOwnerBlocksNobodyWithOtherTiesNorAnotherOwner() {
        var partner = world.entrepreneur(bakery, "Wspólnik");
        refuses(ForbiddenException.class, "people.notAllowed", anna, people -> people.block(bakery, partner));
        refuses(ForbiddenException.class, "people.notAllowed", anna, people -> people.block(bakery, anna));
        world.joins(jan, garage, Role.EMPLOYEE, true);
        for (Consumer<PeopleService> deed : List.<Consumer<PeopleService>>of(
                people -> people.block(bakery, jan), people -> people.endSessions(bakery, jan))) {
            refuses(ForbiddenException.class, "people.otherTies", anna, deed);
        }
        assertThat(member(anna, jan).may()).isEmpty();
        does(head, people -> people.block(bakery, jan));
        refuses(ForbiddenException.class, "people.otherTies", anna, people -> people.unblock(bakery, jan));
    }

    @Test
    void tiesToHisOtherCompaniesAreHisOwnUnlessTheOtherOwnsThemToo() {
        world.joins(anna, garage, Role.ENTREPRENEUR, true);
        world.joins(jan, garage, Role.EMPLOYEE, true);
        does(anna, people -> people.block(bakery, jan));
        does(anna, people -> people.unblock(bakery, jan));

        world.sql()
                .change(
                        "UPDATE membership SET role = 'ENTREPRENEUR' WHERE person_id = ? AND company_id = ?",
                        jan,
                        garage);

        refuses(ForbiddenException.class, "people.otherTies", anna, people -> people.block(bakery, jan));
    }

    @Test
    void aCaretakerBlocksNobodyNotEvenWhoIsAClientElsewhere() {
        world.joins(caretaker, garage, Role.ENTREPRENEUR, true);

        refuses(ForbiddenException.class, "people.notAllowed", caretaker, people -> people.block(bakery, jan));
        refuses(ForbiddenException.class, "people.notAllowed", caretaker, people -> people.unblock(bakery, jan));
        refuses(ForbiddenException.class, "people.notAllowed", caretaker, people -> people.endSessions(bakery, jan));
    }

    @Test
    void whoNeverHadAPasswordIsNotActivatedAfterTheBlock() {
        var added = add(anna, bakery, data(fresh(), Role.EMPLOYEE));

        does(anna, people -> people.block(bakery, added));
        assertThat(invitations(added)).isZero();
        does(anna, people -> people.unblock(bakery, added));

        assertThat(state(added)).isEqualTo(AccountState.NOT_ACTIVATED);
    }
}
