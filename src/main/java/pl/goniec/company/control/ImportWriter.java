package pl.goniec.company.control;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import pl.goniec.company.api.CareChanged;
import pl.goniec.company.api.CareDeed;
import pl.goniec.company.api.CaretakerAssigned;
import pl.goniec.company.api.CompanyChanged;
import pl.goniec.company.api.CompanyDeed;
import pl.goniec.company.api.ImportProgress;
import pl.goniec.company.api.MemberAdded;
import pl.goniec.company.entity.Caretaking;
import pl.goniec.company.entity.Company;
import pl.goniec.company.entity.Membership;
import pl.goniec.identity.boundary.Accounts;
import pl.goniec.platform.persistence.Duplicates;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.PersonId;

/**
 * Carries a plan out, in the transaction of the caller: all of it or nothing. It tells the same events as if somebody had typed
 * everything, so that conversations, markers and the audit trail know no difference.
 */
@Dependent
public class ImportWriter {

    private static final String MEANWHILE = "import.meanwhile";

    @PersistenceContext
    EntityManager em;

    @Inject
    Accounts accounts;

    @Inject
    MembershipRepository memberships;

    @Inject
    Event<Object> events;

    /** What the list names, those included who were made for it: companies by tax number, people by e-mail. */
    private record Ids(Map<String, CompanyId> companies, Map<String, PersonId> people) {}

    /** Writes everything that the plan adds or changes. */
    void write(ImportPlan plan, KnownOffice known, boolean invite, Instant now, ImportProgress progress) {
        // A query would write what is pending, over and over: everything is written where it has to be, below.
        em.setFlushMode(FlushModeType.COMMIT);
        progress.begin(steps(plan, invite));
        var ids = new Ids(new HashMap<>(), new HashMap<>());
        known.companies().forEach((nip, company) -> ids.companies().put(nip, company.id()));
        known.people().forEach((email, person) -> ids.people().put(email, person.id()));
        addCompanies(plan, ids, progress);
        changeCompanies(plan, known, progress);
        flush();
        addPeople(plan, ids, progress);
        flush();
        join(plan, ids, progress);
        if (invite) {
            plan.uninvited().forEach(email -> {
                accounts.invite(ids.people().get(email));
                progress.step();
            });
        }
        // Last, because it keeps people from writing in the conversations of these companies until the commit.
        beginCare(plan, ids, now, progress);
        flush();
    }

    private void flush() {
        try {
            Duplicates.flush(em, () -> new ConflictException(MEANWHILE));
        } catch (OptimisticLockException e) {
            var refused = new ConflictException(MEANWHILE);
            refused.initCause(e);
            throw refused;
        }
    }

    private static int steps(ImportPlan plan, boolean invite) {
        var told = plan.preview();
        return told.addedCompanies()
                + told.changedCompanies()
                + told.addedPeople()
                + (invite ? told.uninvited() : 0)
                + told.joined()
                + told.appointed();
    }

    private void addCompanies(ImportPlan plan, Ids ids, ImportProgress progress) {
        plan.added().forEach((nip, data) -> {
            var company = new Company(data);
            em.persist(company);
            ids.companies().put(nip, company.id());
            events.fire(new CompanyChanged(CompanyDeed.ADDED, company.id()));
            if (plan.inactive().contains(nip)) {
                company.deactivate();
                events.fire(new CompanyChanged(CompanyDeed.DEACTIVATED, company.id()));
            }
            progress.step();
        });
    }

    private void changeCompanies(ImportPlan plan, KnownOffice known, ImportProgress progress) {
        plan.changed().forEach((nip, data) -> {
            var before = known.companies().get(nip);
            em.find(Company.class, before.id().value()).change(before.version(), data);
            events.fire(new CompanyChanged(CompanyDeed.CHANGED, before.id()));
            progress.step();
        });
    }

    private void addPeople(ImportPlan plan, Ids ids, ImportProgress progress) {
        ids.people().putAll(accounts.addAll(plan.people().values()));
        plan.positions()
                .forEach((email, position) -> accounts.appoint(ids.people().get(email), position));
        plan.people().keySet().forEach(email -> progress.step());
    }

    private void join(ImportPlan plan, Ids ids, ImportProgress progress) {
        plan.members()
                .forEach((nip, joining) -> joining.forEach((email, as) -> memberships.add(
                        new Membership(ids.companies().get(nip), ids.people().get(email), as.role(), as.mayStart()))));
        flush();
        plan.members()
                .forEach((nip, joining) -> joining.keySet().forEach(email -> {
                    events.fire(new MemberAdded(
                            ids.companies().get(nip), ids.people().get(email)));
                    progress.step();
                }));
    }

    private void beginCare(ImportPlan plan, Ids ids, Instant now, ImportProgress progress) {
        Map<PersonId, Set<CompanyId>> begun = new HashMap<>();
        plan.care()
                .forEach((nip, caretakers) -> caretakers.forEach(email -> {
                    var company = ids.companies().get(nip);
                    em.persist(new Caretaking(company, ids.people().get(email), now));
                    begun.computeIfAbsent(ids.people().get(email), person -> new HashSet<>())
                            .add(company);
                    progress.step();
                }));
        flush();
        begun.forEach((person, given) -> {
            events.fire(new CareChanged(CareDeed.ASSIGNED, given, person));
            events.fire(new CaretakerAssigned(given, person));
        });
    }
}
