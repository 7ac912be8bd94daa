package pl.goniec.company.control;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pl.goniec.company.api.CompanyChanged;
import pl.goniec.company.api.CompanyData;
import pl.goniec.company.api.CompanyDeed;
import pl.goniec.company.api.ImportProgress;
import pl.goniec.company.api.MemberAdded;
import pl.goniec.company.entity.Company;
import pl.goniec.company.entity.Membership;
import pl.goniec.identity.boundary.Accounts;
import pl.goniec.platform.persistence.Duplicates;
import pl.goniec.shared.BusinessException;
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
    CompanyRepository companies;

    @Inject
    MembershipRepository memberships;

    @Inject
    CareGiver giver;

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
        lockWhatIsGiven(plan, known);
        addCompanies(plan, ids, progress);
        changeCompanies(plan, known, progress);
        flush();
        var given = given(plan, ids);
        requireCaretakers(given, known);
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
        given.forEach((email, ofHis) -> {
            giver.give(ofHis, ids.people().get(email), now);
            ofHis.forEach(company -> progress.step());
        });
        flush();
    }

    private void flush() {
        try {
            Duplicates.flush(em, () -> new ConflictException(MEANWHILE));
        } catch (OptimisticLockException e) {
            throw meanwhile(e);
        }
    }

    private static ConflictException meanwhile(RuntimeException cause) {
        var refused = new ConflictException(MEANWHILE);
        refused.initCause(cause);
        return refused;
    }

    /** Locks the companies that are given, as the page does: meanwhile nobody else gives them, and nobody joins them. */
    private void lockWhatIsGiven(ImportPlan plan, KnownOffice known) {
        var there = plan.care().keySet().stream()
                .filter(known.companies()::containsKey)
                .map(nip -> known.companies().get(nip).id())
                .collect(Collectors.toSet());
        if (!there.isEmpty()) {
            companies.lock(there);
        }
    }

    /** Returns what each caretaker is given, by his e-mail. */
    private static Map<String, Set<CompanyId>> given(ImportPlan plan, Ids ids) {
        Map<String, Set<CompanyId>> given = new HashMap<>();
        plan.care().forEach((nip, caretakers) -> {
            var company = ids.companies().get(nip);
            for (String email : caretakers) {
                given.computeIfAbsent(email, caretaker -> new HashSet<>()).add(company);
            }
        });
        return given;
    }

    /** Checks those who were there before; whoever the list brings is what it says. */
    private void requireCaretakers(Map<String, Set<CompanyId>> given, KnownOffice known) {
        Map<PersonId, Set<CompanyId>> there = new HashMap<>();
        given.forEach((email, ofHis) -> {
            if (known.people().containsKey(email)) {
                there.put(known.people().get(email).id(), ofHis);
            }
        });
        try {
            there.keySet().stream()
                    .sorted(Comparator.comparingLong(PersonId::value))
                    .forEach(person -> giver.requireChoosable(there.get(person), person));
        } catch (BusinessException e) {
            throw meanwhile(e);
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
            var company = em.find(Company.class, before.id().value());
            change(company, before.version(), data);
            events.fire(new CompanyChanged(CompanyDeed.CHANGED, before.id()));
            progress.step();
        });
    }

    private static void change(Company company, long seen, CompanyData data) {
        try {
            company.change(seen, data);
        } catch (ConflictException e) {
            throw meanwhile(e);
        }
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
}
