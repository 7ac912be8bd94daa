package pl.goniec.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.identity.api.AccountChanged;
import pl.goniec.identity.api.AccountDeed;
import pl.goniec.identity.api.AccountState;
import pl.goniec.identity.api.AddStaff;
import pl.goniec.identity.api.ChangeStaff;
import pl.goniec.identity.api.HeadAppointed;
import pl.goniec.identity.api.Language;
import pl.goniec.identity.api.LinkPurpose;
import pl.goniec.identity.api.NewPerson;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.identity.api.PersonData;
import pl.goniec.identity.api.StaffDetails;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.ForbiddenException;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;
import pl.goniec.shared.Side;

/** The people of the office, as its head keeps them. */
class StaffServiceTest extends OnBothEngines {

    private PersonId head;

    @BeforeEach
    void office() {
        head = world.head("Żaneta Szef");
    }

    private void asHead(Consumer<StaffService> deed) {
        as(head, StaffService.class, staff -> {
            deed.accept(staff);
            return null;
        });
    }

    private PersonId added(String email, OfficePosition position) {
        return as(
                head,
                StaffService.class,
                staff ->
                        staff.add(new AddStaff(new NewPerson(email, "Łucja Ćwik", "+48 22 1", Language.EN), position)));
    }

    private StaffDetails details(PersonId person) {
        return as(head, StaffService.class, staff -> staff.person(person));
    }

    private List<String> deeds(PersonId person) {
        return beans.events().stream()
                .filter(AccountChanged.class::isInstance)
                .map(AccountChanged.class::cast)
                .filter(event -> event.person().equals(person))
                .map(event -> event.deed().name())
                .toList();
    }

    private void refuses(String key, Consumer<StaffService> deed) {
        assertThatThrownBy(() -> asHead(deed))
                .isInstanceOf(BusinessException.class)
                .extracting(thrown -> ((BusinessException) thrown).key())
                .isEqualTo(key);
    }

    @Test
    void anAddedPersonIsInvitedInHisLanguage() {
        var lucja = added(" Lucja.Cwik@Test.Example ", OfficePosition.CARETAKER);

        var row = details(lucja).row();
        assertThat(row.email()).isEqualTo("lucja.cwik@test.example");
        assertThat(row.position()).isEqualTo(OfficePosition.CARETAKER);
        assertThat(row.state()).isEqualTo(AccountState.NOT_ACTIVATED);
        assertThat(row.invitedUntil())
                .isBetween(
                        Instant.now().plus(Duration.ofDays(3).minusMinutes(1)),
                        Instant.now().plus(Duration.ofDays(3)));
        assertThat(deeds(lucja)).containsExactly("ADDED", "APPOINTED", "INVITED");
        var text = world.sql()
                .texts("SELECT content FROM letter WHERE person_id = ?", lucja)
                .get(0);
        assertThat(text)
                .startsWith("Good morning,\n")
                .doesNotContain("Łucja", "Ćwik")
                .containsPattern("/activate\\.xhtml\\?key=[\\w-]{43}\n");
        var secret = text.replaceAll("(?s).*key=([\\w-]{43}).*", "$1");
        assertThat(world.sql()
                        .texts("SELECT secret_hash FROM account_link WHERE person_id = ?", lucja)
                        .get(0))
                .hasSize(64)
                .isNotEqualTo(secret);
        assertThat(world.sql().texts("SELECT kind FROM letter WHERE person_id = ?", lucja))
                .containsExactly("INVITATION");
    }

    @Test
    void aSecondInvitationEndsTheFirst() {
        var lucja = added("lucja@test.example", OfficePosition.STAFF);
        refuses("person.justInvited", staff -> staff.invite(lucja));
        world.sql()
                .change(
                        "UPDATE person SET invited_at = ? WHERE id = ?",
                        Instant.now().minus(LinkPurpose.BETWEEN_LETTERS),
                        lucja);

        asHead(staff -> staff.invite(lucja));

        assertThat(world.sql().number("SELECT COUNT(*) FROM account_link WHERE person_id = ?", lucja))
                .isEqualTo(2);
        assertThat(world.sql()
                        .number("SELECT COUNT(*) FROM account_link WHERE person_id = ? AND ended_at IS NULL", lucja))
                .isEqualTo(1);
        assertThat(world.sql().number("SELECT COUNT(*) FROM letter WHERE person_id = ?", lucja))
                .isEqualTo(2);
    }

    @Test
    void anInvitationIsTakenBackOnce() {
        var lucja = added("lucja@test.example", OfficePosition.STAFF);

        asHead(staff -> staff.revokeInvitation(lucja));

        assertThat(details(lucja).row().invitedUntil()).isNull();
        refuses("person.notInvited", staff -> staff.revokeInvitation(lucja));
    }

    @Test
    void whoIsActiveIsNotInvited() {
        var maria = world.caretaker("Maria");

        refuses("person.activated", staff -> staff.invite(maria));
        refuses("person.activated", staff -> staff.revokeInvitation(maria));
    }

    @Test
    void whoIsOfTheOfficeIsNotAddedTwice() {
        var maria = world.caretaker("Maria");
        var address = world.email(maria);

        assertThatThrownBy(() -> added(address, OfficePosition.STAFF))
                .isInstanceOf(ConflictException.class)
                .hasMessage("staff.known");
    }

    @Test
    void aClientGetsAPositionAsHeIs() {
        var lucja = world.entrepreneur(world.company("Piekarnia"), "Łucja Ćwik");

        assertThat(added(world.email(lucja), OfficePosition.STAFF)).isEqualTo(lucja);

        assertThat(details(lucja).row().phone()).isNotEqualTo("+48 22 1");
        assertThat(details(lucja).row().state()).isEqualTo(AccountState.ACTIVE);
        assertThat(deeds(lucja)).containsExactly("APPOINTED");
    }

    @Test
    void aClientOfAnotherNameGetsNone() {
        var anna = world.entrepreneur(world.company("Piekarnia"), "Anna Kłos");
        var address = world.email(anna);

        assertThatThrownBy(() -> added(address, OfficePosition.STAFF))
                .isInstanceOf(ConflictException.class)
                .hasMessage("person.otherName");

        assertThat(deeds(anna)).isEmpty();
    }

    @Test
    void dataAreCheckedAtTheirLimits() {
        var name = "Ł".repeat(PersonData.MAX_NAME);
        var email = "a".repeat(64) + "@" + "b".repeat(63) + "." + "c".repeat(63) + "." + "d".repeat(57) + ".pl";
        assertThat(email).hasSize(PersonData.MAX_EMAIL - 1);
        var full = email.replace(".pl", ".com");

        assertThat(new PersonData(name, full, "1".repeat(PersonData.MAX_PHONE)).fault())
                .isEmpty();
        assertThat(new PersonData(name + "Ł", full, "").fault()).contains("person.name.wrong");
        for (var blank : List.of(" ", "\u00A0", "\u200B\u2060")) {
            assertThat(new PersonData(blank, full, "").fault()).contains("person.name.blank");
        }
        for (var wrong : List.of("A\nB", "A\tB", "A\u0000B", "A\u0085B")) {
            assertThat(new PersonData(wrong, full, "").fault()).contains("person.name.sign");
        }
        assertThat(new PersonData("A\n" + name, full, "").fault()).contains("person.name.wrong");
        for (var right : List.of("+48 (22) 100-20.30/4", "(22) 1", "0", "600 100 200 wew. 5")) {
            assertThat(new PersonData(name, full, right).fault()).as(right).isEmpty();
        }
        for (var wrong : List.of("tel. 1", "-1", "1;2", "1*", "1 wewnętrzny", "1\n2", "#1")) {
            assertThat(new PersonData(name, full, wrong).fault()).as(wrong).contains("person.phone.wrong");
        }
        assertThat(new PersonData(name, "", "").fault()).contains("person.email.blank");
        assertThat(new PersonData(name, full + "m", "").fault()).contains("person.email.wrong");
        assertThat(new PersonData(name, full, "1".repeat(PersonData.MAX_PHONE + 1)).fault())
                .contains("person.phone.wrong");
        for (var wrong :
                List.of("a", "a@b", "@b.pl", "a@", "a b@c.pl", "ż@c.pl", "a@c..pl", "<a@c.pl>", "a@c.pl\nBcc: x"))
            assertThat(new PersonData(name, wrong, "").fault()).as(wrong).contains("person.email.wrong");
        assertThatThrownBy(() -> added("wrong", OfficePosition.STAFF)).hasMessage("person.email.wrong");
    }

    @Test
    void aChangeIsKept() {
        var maria = world.caretaker("Maria");
        var seen = details(maria);

        asHead(staff -> staff.change(new ChangeStaff(
                maria, seen.version(), new PersonData("Maria Żuk", "M.Zuk@test.example", ""), OfficePosition.STAFF)));

        var row = details(maria).row();
        assertThat(row.name()).isEqualTo("Maria Żuk");
        assertThat(row.email()).isEqualTo("m.zuk@test.example");
        assertThat(row.phone()).isEmpty();
        assertThat(row.position()).isEqualTo(OfficePosition.STAFF);
        assertThat(deeds(maria)).containsExactly("CHANGED", "APPOINTED");
    }

    @Test
    void theOldAddressIsToldOfANewOne() {
        var maria = world.caretaker("Maria");
        var former = world.email(maria);
        var data = new PersonData("Maria", "m.zuk@test.example", "");

        asHead(staff -> staff.change(new ChangeStaff(maria, details(maria).version(), data, OfficePosition.CARETAKER)));
        asHead(staff -> staff.change(new ChangeStaff(maria, details(maria).version(), data, OfficePosition.CARETAKER)));

        assertThat(world.sql().texts("SELECT kind || ' ' || address FROM letter WHERE person_id = ?", maria))
                .containsExactly("ACCOUNT " + former);
        assertThat(beans.events())
                .contains(
                        new AccountChanged(AccountDeed.CHANGED, maria, "e-mail " + former + " → m.zuk@test.example"),
                        new AccountChanged(AccountDeed.CHANGED, maria));
    }

    @Test
    void nothingIsOverwritten() {
        var maria = world.caretaker("Maria");
        var seen = details(maria);
        asHead(staff -> staff.change(new ChangeStaff(
                maria, seen.version(), new PersonData("Pierwsza", "p@test.example", ""), OfficePosition.STAFF)));

        refuses(
                "person.changed",
                staff -> staff.change(new ChangeStaff(
                        maria, seen.version(), new PersonData("Druga", "d@test.example", ""), OfficePosition.HEAD)));

        assertThat(details(maria).row().name()).isEqualTo("Pierwsza");
    }

    @Test
    void nobodyTakesAnothersAddress() {
        var maria = world.caretaker("Maria");
        var seen = details(maria);

        refuses(
                "person.email.taken",
                staff -> staff.change(new ChangeStaff(
                        maria,
                        seen.version(),
                        new PersonData("Maria", world.email(head), ""),
                        OfficePosition.CARETAKER)));
    }

    @Test
    void anotherAddressEndsTheInvitation() {
        var lucja = added("lucja@test.example", OfficePosition.STAFF);

        asHead(staff -> staff.change(new ChangeStaff(
                lucja, details(lucja).version(), new PersonData("Ł", "inna@test.example", ""), OfficePosition.STAFF)));

        assertThat(details(lucja).row().invitedUntil()).isNull();
    }

    @Test
    void blockingEndsSessionsAndLinks() {
        var lucja = added("lucja@test.example", OfficePosition.STAFF);
        var maria = world.caretaker("Maria");

        asHead(staff -> staff.block(maria));
        asHead(staff -> staff.block(lucja));

        assertThat(details(maria).row().state()).isEqualTo(AccountState.BLOCKED);
        assertThat(world.sql().number("SELECT session_generation FROM person WHERE id = ?", maria))
                .isEqualTo(1);
        assertThat(details(lucja).row().invitedUntil()).isNull();
        refuses("person.blocked", staff -> staff.block(maria));

        asHead(staff -> staff.unblock(maria));
        asHead(staff -> staff.unblock(lucja));
        refuses("person.notBlocked", staff -> staff.unblock(maria));
        assertThat(details(maria).row().state()).isEqualTo(AccountState.ACTIVE);
        assertThat(details(lucja).row().state()).isEqualTo(AccountState.NOT_ACTIVATED);
        assertThat(deeds(maria)).containsExactly("BLOCKED", "UNBLOCKED");
    }

    @Test
    void endedSessionsAreOfAnOlderGeneration() {
        var maria = world.caretaker("Maria");

        asHead(staff -> staff.endSessions(maria));

        assertThat(world.sql().number("SELECT session_generation FROM person WHERE id = ?", maria))
                .isEqualTo(1);
        assertThat(deeds(maria)).containsExactly("SESSIONS_ENDED");
    }

    @Test
    void whoIsHeadNoMoreIsRefusedThoughHisSessionIsOpen() {
        var maria = world.caretaker("Maria");
        world.sql().change("UPDATE person SET office_position = 'CARETAKER' WHERE id = ?", head);

        refuses("error.403.text", staff -> staff.person(maria));
        refuses("error.403.text", staff -> staff.leave(maria));
        refuses("error.403.text", staff -> staff.block(maria));
        assertThatThrownBy(() -> added("lucja@test.example", OfficePosition.HEAD))
                .isInstanceOf(ForbiddenException.class);

        world.becomes(head, AccountState.BLOCKED);
        refuses("error.notFound", staff -> staff.person(maria));
    }

    @Test
    void nobodyBlocksOrMovesHimself() {
        world.head("Drugi");
        var me = details(head);

        refuses("staff.self", staff -> staff.block(head));
        assertThatThrownBy(() -> asHead(
                        staff -> staff.change(new ChangeStaff(head, me.version(), me.data(), OfficePosition.STAFF))))
                .isInstanceOf(ForbiddenException.class)
                .hasMessage("staff.ownPosition");
        assertThat(me.self()).isTrue();
    }

    @Test
    void theOfficeKeepsAHead() {
        var other = world.head("Drugi");
        world.sql()
                .change(
                        "UPDATE person SET office_position = 'STAFF' WHERE office_position = 'HEAD' AND id NOT IN (?, ?)",
                        head,
                        other);

        asHead(staff -> staff.block(other));

        assertThatThrownBy(() -> with(Accounts.class, accounts -> {
                    accounts.block(head, Side.OFFICE);
                    return null;
                }))
                .hasMessage("person.lastHead");
        assertThatThrownBy(() -> with(Accounts.class, accounts -> {
                    accounts.appoint(head, OfficePosition.CARETAKER);
                    return null;
                }))
                .hasMessage("person.lastHead");
    }

    @Test
    void whoBecomesHeadIsTold() {
        var maria = world.caretaker("Maria");
        var seen = details(maria);

        asHead(staff -> staff.change(new ChangeStaff(maria, seen.version(), seen.data(), OfficePosition.HEAD)));
        assertThat(beans.events())
                .contains(new HeadAppointed(maria), new AccountChanged(AccountDeed.APPOINTED, maria, "HEAD"));

        asHead(staff -> staff.change(new ChangeStaff(maria, details(maria).version(), seen.data(), null)));
        assertThatThrownBy(() -> details(maria)).isInstanceOf(NotFoundException.class);
        assertThat(deeds(maria)).containsExactly("CHANGED", "APPOINTED", "CHANGED", "POSITION_ENDED");
    }

    @Test
    void whoLeavesTheOfficeHasNeitherPositionNorSession() {
        var maria = world.caretaker("Maria");

        asHead(staff -> staff.leave(maria));

        assertThatThrownBy(() -> details(maria)).isInstanceOf(NotFoundException.class);
        assertThat(generation(maria)).isEqualTo(1);
        assertThat(roles(maria)).isEmpty();
        assertThat(deeds(maria)).containsExactly("POSITION_ENDED");
        assertThat(world.sql().texts("SELECT state FROM person WHERE id = ?", maria))
                .as("his account may be of use to a client")
                .containsExactly("ACTIVE");
    }

    @Test
    void whoIsAClientTooStaysOne() {
        var maria = world.caretaker("Maria");
        world.joins(maria, world.company("Piekarnia"), Role.EMPLOYEE, true);

        asHead(staff -> staff.leave(maria));

        assertThat(roles(maria)).containsExactly("CLIENT");
    }

    @Test
    void whoStillLooksAfterCompaniesDoesNotLeave() {
        var bakery = world.company("Piekarnia");
        var smithy = world.company("Kuźnia");
        var given = world.company("Oddana");
        var maria = world.caretaker("Maria", bakery, given);
        world.takenAway(maria, given);
        var tomorrow = Instant.now().plus(Duration.ofDays(1));
        world.looksAfter(maria, smithy, tomorrow, tomorrow.plus(Duration.ofDays(1)), true);
        world.looksAfter(maria, bakery, tomorrow, tomorrow.plus(Duration.ofDays(1)), true);

        assertThatThrownBy(() -> asHead(staff -> staff.leave(maria)))
                .isInstanceOf(ConflictException.class)
                .hasMessage("staff.cares")
                .extracting(thrown -> ((BusinessException) thrown).arguments())
                .isEqualTo(List.of("2"));
        assertThat(generation(maria)).isZero();
        var seen = details(maria);
        refuses(
                "staff.cares",
                staff -> staff.change(new ChangeStaff(maria, seen.version(), seen.data(), OfficePosition.STAFF)));

        world.sql()
                .change(
                        "UPDATE caretaking SET valid_from = ?, valid_to = ? WHERE person_id = ?",
                        Instant.now().minus(Duration.ofHours(2)),
                        Instant.now().minus(Duration.ofHours(1)),
                        maria);
        asHead(staff -> staff.leave(maria));
        assertThat(roles(maria)).isEmpty();
    }

    @Test
    void aHeadKeepsTheCompaniesThatHeLookedAfter() {
        var maria = world.caretaker("Maria", world.company("Piekarnia"));
        var seen = details(maria);

        asHead(staff -> staff.change(new ChangeStaff(maria, seen.version(), seen.data(), OfficePosition.HEAD)));

        assertThat(details(maria).row().position()).isEqualTo(OfficePosition.HEAD);
    }

    @Test
    void anotherPositionEndsEverySession() {
        var maria = world.caretaker("Maria");
        var seen = details(maria);

        asHead(staff -> staff.change(new ChangeStaff(maria, seen.version(), seen.data(), OfficePosition.CARETAKER)));
        assertThat(generation(maria)).as("the same position").isZero();

        asHead(staff ->
                staff.change(new ChangeStaff(maria, details(maria).version(), seen.data(), OfficePosition.STAFF)));
        assertThat(generation(maria)).isEqualTo(1);
    }

    @Test
    void theHeadHimselfStays() {
        world.head("Drugi");

        assertThatThrownBy(() -> asHead(staff -> staff.leave(head)))
                .isInstanceOf(ForbiddenException.class)
                .hasMessage("staff.ownPosition");
    }

    private long generation(PersonId person) {
        return world.sql().number("SELECT session_generation FROM person WHERE id = ?", person);
    }

    private List<String> roles(PersonId person) {
        return world.sql().texts("SELECT role FROM login_role WHERE email = ?", world.email(person));
    }

    @Test
    void whoIsNotOfTheOfficeIsNotFound() {
        var anna = world.entrepreneur(world.company("Piekarnia"), "Anna Kłos");
        for (var stranger : List.of(anna, new PersonId(7))) {
            refuses("error.notFound", staff -> staff.person(stranger));
            refuses("error.notFound", staff -> staff.invite(stranger));
            refuses("error.notFound", staff -> staff.revokeInvitation(stranger));
            refuses("error.notFound", staff -> staff.block(stranger));
            refuses("error.notFound", staff -> staff.unblock(stranger));
            refuses("error.notFound", staff -> staff.endSessions(stranger));
            refuses("error.notFound", staff -> staff.leave(stranger));
            refuses(
                    "error.notFound",
                    staff -> staff.change(new ChangeStaff(
                            stranger, 0, new PersonData("A", "a@test.example", ""), OfficePosition.STAFF)));
        }
    }
}
