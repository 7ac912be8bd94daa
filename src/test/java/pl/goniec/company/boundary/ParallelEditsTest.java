package pl.goniec.company.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import pl.goniec.company.api.CompanyData;
import pl.goniec.company.api.ImportProgress;
import pl.goniec.company.api.MemberChange;
import pl.goniec.fixture.Beans;
import pl.goniec.fixture.TestDatabases;
import pl.goniec.fixture.world.Sql;
import pl.goniec.fixture.world.World;
import pl.goniec.identity.api.AddStaff;
import pl.goniec.identity.api.ChangeStaff;
import pl.goniec.identity.api.Language;
import pl.goniec.identity.api.NewPerson;
import pl.goniec.identity.api.OfficeData;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.identity.api.OpeningHours;
import pl.goniec.identity.api.PersonData;
import pl.goniec.identity.api.Theme;
import pl.goniec.identity.boundary.OfficeService;
import pl.goniec.identity.boundary.ProfileService;
import pl.goniec.identity.boundary.StaffService;
import pl.goniec.platform.security.RequestOrigin;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/**
 * Two people change one thing at one moment, each in a transaction of his own, both from what they saw before: the first has his way,
 * the second overwrites nothing and is told so as if he had come later.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("pl.goniec.fixture.TestDatabases#both")
class ParallelEditsTest {

    /** Shorter than a database lets a transaction wait for a row. */
    private static final long SEEN_WAITING_MILLIS = 300;

    private static final long ENDED_WITHIN_SECONDS = 30;

    @Parameter
    TestDatabases engine;

    private final ExecutorService elsewhere = Executors.newSingleThreadExecutor();

    private World world;
    private PersonId first;
    private PersonId second;
    private CompanyId company;
    private String nip;
    private Session open;

    /** Somebody's transaction. */
    private static final class Session {

        private final EntityManager em;
        private final Beans beans;

        Session(EntityManager em, String email) {
            this.em = em;
            this.beans = new Beans(em).callingAs(email);
            em.getTransaction().begin();
        }

        void does(Consumer<Beans> deed) {
            deed.accept(beans);
            em.flush();
        }

        void commit() {
            em.getTransaction().commit();
        }

        void close() {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
            em.close();
        }
    }

    @BeforeEach
    void anOfficeWithTwoHeads() {
        world = new World(Sql.on(engine.source()));
        world.sql().change("INSERT INTO office (id, name, phone) VALUES (1, 'Biuro', '+48 22 100 20 30')");
        first = world.head("Pierwsza Szefowa");
        second = world.head("Drugi Szef");
        nip = World.freshNip();
        company = world.company("Piekarnia", nip);
        world.sql().change("UPDATE company SET version = 1 WHERE id = ?", company);
    }

    @AfterEach
    void nothingStays() {
        elsewhere.shutdownNow();
        if (open != null) {
            open.close();
        }
        world.sql().change("DELETE FROM caretaking WHERE company_id = ?", company);
        world.sql().change("DELETE FROM conversation WHERE company_id = ?", company);
        world.sql().change("DELETE FROM membership WHERE company_id = ?", company);
        world.sql().change("DELETE FROM company_tag WHERE company_id = ?", company);
        world.sql().change("DELETE FROM company WHERE id = ?", company);
        world.sql().change("DELETE FROM person WHERE id >= ?", Math.min(first.value(), second.value()));
        world.sql().change("DELETE FROM office_hours");
        world.sql().change("DELETE FROM office");
    }

    private Session session(PersonId person) {
        return new Session(engine.factory().createEntityManager(), world.email(person));
    }

    /** Lets the second begin while the first has not committed, and returns what comes of it once he has. */
    private Future<?> atOnce(Consumer<Beans> one, Consumer<Beans> other) {
        open = session(first);
        open.does(one);
        var late = elsewhere.submit(() -> {
            var session = session(second);
            try {
                session.does(other);
                session.commit();
            } finally {
                session.close();
            }
        });
        assertThatThrownBy(() -> late.get(SEEN_WAITING_MILLIS, TimeUnit.MILLISECONDS))
                .as("one waits for the other")
                .isInstanceOf(TimeoutException.class);
        open.commit();
        return late;
    }

    private static void assertRefused(Future<?> late, String key) {
        assertThatThrownBy(() -> late.get(ENDED_WITHIN_SECONDS, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    private String text(String sql, Object... values) {
        return world.sql().texts(sql, values).get(0);
    }

    private Consumer<Beans> companyBecomes(String name, String... tags) {
        return beans -> beans.get(CompanyAdminService.class)
                .change(company, 1, new CompanyData(name, nip, null, Set.of(tags), true, false));
    }

    private Consumer<Beans> secondHeadBecomes(String name) {
        var data = new PersonData(name, world.email(second), "");
        return beans -> beans.get(StaffService.class).change(new ChangeStaff(second, 0, data, OfficePosition.HEAD));
    }

    private Consumer<Beans> comesToTheOffice(PersonId person, OfficePosition position) {
        var known = new NewPerson(world.email(person), "Anna", "", Language.PL);
        return beans -> assertThat(beans.get(StaffService.class).add(new AddStaff(known, position)))
                .isEqualTo(person);
    }

    private static Consumer<Beans> officeBecomes(String name, DayOfWeek day) {
        var hours = List.of(new OpeningHours(day, LocalTime.of(8, 0), LocalTime.of(16, 0)));
        return beans ->
                beans.get(OfficeService.class).change(0, new OfficeData(name, "", "", "+48 22 100 20 30", "", hours));
    }

    @Test
    void aCompany() {
        assertRefused(atOnce(companyBecomes("Pierwsza", "VAT"), companyBecomes("Druga", "ryczałt")), "company.stale");

        assertThat(text("SELECT name FROM company WHERE id = ?", company)).isEqualTo("Pierwsza");
        assertThat(world.sql().texts("SELECT tag FROM company_tag WHERE company_id = ?", company))
                .containsExactly("VAT");
    }

    @Test
    void theTagsOfACompany() {
        assertRefused(atOnce(companyBecomes("Piekarnia", "VAT"), companyBecomes("Piekarnia")), "company.stale");

        assertThat(world.sql().texts("SELECT tag FROM company_tag WHERE company_id = ?", company))
                .containsExactly("VAT");
    }

    /** The second head is the person himself: who is calling was read before he had to wait. */
    @Test
    void aPersonOfTheOffice() {
        assertRefused(atOnce(secondHeadBecomes("Nowe Imię"), secondHeadBecomes("Inne Imię")), "person.changed");

        assertThat(text("SELECT full_name FROM person WHERE id = ?", second)).isEqualTo("Nowe Imię");
    }

    @Test
    void aClientWhomTwoTakeIntoTheOffice() {
        var anna = world.entrepreneur(company, "Anna");

        assertRefused(
                atOnce(comesToTheOffice(anna, OfficePosition.STAFF), comesToTheOffice(anna, OfficePosition.CARETAKER)),
                "staff.known");

        assertThat(text("SELECT office_position FROM person WHERE id = ?", anna))
                .isEqualTo("STAFF");
    }

    @Test
    void aPersonOfACompany() {
        var anna = world.entrepreneur(company, "Anna");

        assertRefused(atOnce(becomes(anna, Role.EMPLOYEE), becomes(anna, Role.ENTREPRENEUR)), "people.changed");

        assertThat(text("SELECT role FROM membership WHERE person_id = ?", anna))
                .isEqualTo("EMPLOYEE");
    }

    private Consumer<Beans> becomes(PersonId person, Role role) {
        return beans -> beans.get(PeopleService.class).change(company, person, 0, new MemberChange(role, false));
    }

    @Test
    void theOffice() {
        assertRefused(
                atOnce(officeBecomes("Pierwsze", DayOfWeek.MONDAY), officeBecomes("Drugie", DayOfWeek.FRIDAY)),
                "office.changed");

        assertThat(text("SELECT name FROM office")).isEqualTo("Pierwsze");
        assertThat(world.sql().texts("SELECT weekday FROM office_hours")).containsExactly("1");
    }

    @Test
    void theHoursOfTheOffice() {
        assertRefused(
                atOnce(officeBecomes("Biuro", DayOfWeek.MONDAY), officeBecomes("Biuro", DayOfWeek.FRIDAY)),
                "office.changed");

        assertThat(world.sql().texts("SELECT weekday FROM office_hours")).containsExactly("1");
    }

    private static Consumer<Beans> comes(String list) {
        return beans -> assertThat(beans.get(ImportService.class)
                        .run(
                                list.getBytes(StandardCharsets.UTF_8),
                                false,
                                RequestOrigin.current(),
                                new ImportProgress()))
                .isNotNull();
    }

    @Test
    void aCompanyAndAListThatNamesIt() {
        var list = "firma;NIP\nZ listy;" + nip + "\n";

        assertRefused(atOnce(companyBecomes("Pierwsza"), comes(list)), "import.meanwhile");

        assertThat(text("SELECT name FROM company WHERE id = ?", company)).isEqualTo("Pierwsza");
    }

    @Test
    void whoIsGivenACompanyOnItsPageAndByAListHasItOnce() throws Exception {
        var ewa = world.caretaker("Ewa Opiekunka");
        var list = "NIP;opiekunowie\n" + nip + ";" + world.email(ewa) + "\n";

        atOnce(beans -> beans.get(CaretakerService.class).assign(company, ewa), comes(list))
                .get(ENDED_WITHIN_SECONDS, TimeUnit.SECONDS);

        assertThat(world.sql().number("SELECT COUNT(*) FROM caretaking WHERE company_id = ?", company))
                .isEqualTo(1);
    }

    @Test
    void aCaretakerWhoLeavesIsGivenNothingByAList() {
        var ewa = world.caretaker("Ewa Opiekunka");
        var list = "NIP;opiekunowie\n" + nip + ";" + world.email(ewa) + "\n";

        assertRefused(atOnce(beans -> beans.get(StaffService.class).leave(ewa), comes(list)), "import.meanwhile");

        assertThat(world.sql().number("SELECT COUNT(*) FROM caretaking WHERE company_id = ?", company))
                .isZero();
    }

    /** What one chooses for oneself has no version: it is kept beside what the head has changed. */
    @Test
    void aPersonAndHisOwnSettings() throws Exception {
        var late = atOnce(
                secondHeadBecomes("Nowe Imię"),
                beans -> beans.get(ProfileService.class).choose(Language.EN, Theme.DARK));

        late.get(ENDED_WITHIN_SECONDS, TimeUnit.SECONDS);
        assertThat(text("SELECT full_name || ' ' || language || ' ' || theme FROM person WHERE id = ?", second))
                .isEqualTo("Nowe Imię en DARK");
    }
}
