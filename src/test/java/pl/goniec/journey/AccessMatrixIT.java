package pl.goniec.journey;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import pl.goniec.audit.boundary.SealService;
import pl.goniec.broadcast.boundary.DeliveryService;
import pl.goniec.company.boundary.CareStartService;
import pl.goniec.conversation.api.DeliverNotice;
import pl.goniec.conversation.boundary.NoticeService;
import pl.goniec.journey.MatrixOffice.Actor;
import pl.goniec.mail.boundary.SendingService;
import pl.goniec.notification.boundary.NotificationService;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.ForbiddenException;
import pl.goniec.shared.NotFoundException;
import pl.goniec.upkeep.boundary.UpkeepService;

/**
 * The access matrix on the boundaries: every row for which there is a feature, tried by every kind of person, by nobody,
 * and by people who were blocked after they had logged in. What is refused changes no row but one of the audit trail;
 * what is allowed changes what it should and nothing when it only reads.
 */
class AccessMatrixIT extends MatrixJourney {
    /** Rows of what is not built yet, and rows that only a browser can try. */
    private static final Set<String> NOT_HERE = Set.of(
            "msg.send C1 closed",
            "conv.close/reopen C1",
            "att.download quarantined (AV hit) in C1",
            "rodo.exportSelf own data",
            "rodo.export firm F1",
            "rodo.erase EMP_1",
            "retention.configure/hold office",
            "page /office/head/*",
            "page /office/*",
            "page /client/*",
            "ws.connect own session channel",
            "ws.connect channel id leaked from ENT_1's session",
            "ws.connect foreign Origin header");

    /** Rows that hold because nothing of the kind exists; tests of their own say so. */
    private static final Set<String> BY_ABSENCE =
            Set.of("msg.edit own sent message in C1", "msg.delete own sent message in C1");

    /** Methods that other components call after asking for the rights, or that tell nothing of anybody. */
    private static final Set<String> INTERNAL = Set.of(
            "Accounts",
            "Outbox",
            "AttachmentService",
            "ContentService",
            "AuditService",
            "CallerScope",
            "DispatchService",
            "DemoStart",
            "OfficeService.office()",
            "OfficeService.logo()",
            "ProfileService.session(String)",
            "ProfileService.inUse(SessionMark)",
            "CompanyService.requireAll(Set,AccessScope)",
            "NoticeService.write(String,String,long)",
            "NoticeService.read(Collection)",
            "NoticeService.says(long,String,String)");

    /** Methods for who cannot log in yet, which ask for a secret, and the change of one's own password, which asks for the old one. */
    private static final Set<String> BEFORE_THE_LOG_IN = Set.of(
            "AccountService.forgotten(String)",
            "AccountService.link(String)",
            "AccountService.activate(String,String)",
            "AccountService.changePassword(String,String)",
            "SetupService.open()",
            "SetupService.setUp(SetUpOffice)");

    /** Methods that only the system itself may call. */
    private static final Set<String> SYSTEM_ONLY = Set.of(
            "DeliveryService.deliver(BroadcastId,int)",
            "DeliveryService.fail(BroadcastId,int)",
            "SealService.seal()",
            "SealService.check()",
            "UpkeepService.check()",
            "UpkeepService.backup()",
            "UpkeepService.backupWhenDue()",
            "UpkeepService.move()",
            "FiguresService.take()",
            "CareStartService.beginDue()",
            "SendingService.sendDue()",
            "NotificationService.tellAtOnce()",
            "NotificationService.tellDigest()",
            "NoticeService.deliver(DeliverNotice)",
            "AddressService.all()",
            "AddressService.tagged(String)",
            "AddressService.byNip(Collection)",
            "AddressService.byNumber(Collection)",
            "AddressService.client(CompanyId,String)",
            "ProgramCompanyService.upsert(CompanyUpdate)",
            "ProgramPeopleService.upsert(CompanyId,MemberData,boolean)",
            "ProgramService.program(String)",
            "ProgramMessageService.send(PersonId,CompanyId,PersonId,String)",
            "ProgramBroadcastService.submit(PersonId,Notice,Set)",
            "ProgramBroadcastService.sums(PersonId,BroadcastId)",
            "ProgramBroadcastService.withdraw(PersonId,BroadcastId)",
            "EventRelayService.relay()",
            "EventStepService.number()",
            "EventStepService.waiting()",
            "EventStepService.relayed(List)",
            "RequestService.answer(ReceivedRequest,RequestOrigin)",
            "RequestStepService.earlier(PersonId,Request)",
            "RequestStepService.perform(PersonId,Request,RequestOrigin)",
            "RequestStepService.refuse(PersonId,Request,BusinessException)",
            "RequestStepService.tell(ReceivedRequest,String,Reply)",
            "DeadLetterService.look()");

    @Inject
    DeliveryService delivery;

    @Inject
    NoticeService notices;

    @Inject
    SealService seals;

    @Inject
    UpkeepService upkeep;

    @Inject
    CareStartService starts;

    @Inject
    SendingService sending;

    @Inject
    NotificationService notifications;

    @Inject
    BeanManager beans;

    // ---- what is tried

    @Test
    void everyCellOfWhatExistsHolds() throws Exception {
        var faults = new Faults();
        var tried = new TreeSet<String>();
        for (var row : attempts.entrySet()) {
            for (var attempt : row.getValue()) {
                for (var actor : office.everybody().toList()) {
                    if (!attempt.leftOut().contains(actor.column())) {
                        attempt(row.getKey(), attempt, actor, faults);
                        tried.add(row.getKey() + " " + actor.column());
                    }
                }
            }
        }
        System.getLogger("matrix").log(System.Logger.Level.INFO, "{0} cells of the matrix tried", tried.size());
        faults.assertNone();
    }

    @Test
    void everyRowIsTriedOrNamedAsNotBuilt() {
        var named = new ArrayList<>(attempts.keySet());
        named.addAll(NOT_HERE);
        named.addAll(BY_ABSENCE);
        named.addAll(ChannelMatrixIT.ROWS);

        assertThat(named).containsExactlyInAnyOrderElementsOf(matrix.rows());
    }

    @Test
    void everyMethodOfABoundaryHasARow() {
        var known = new HashSet<String>();
        attempts.values().forEach(row -> row.forEach(attempt -> known.add(attempt.method())));
        known.addAll(SYSTEM_ONLY);
        known.addAll(INTERNAL);
        known.addAll(BEFORE_THE_LOG_IN);
        // shown to those for whom the rows of bcast.create and bcast.view are tried, and only what is their own
        known.addAll(Set.of("BroadcastService.draft()", "LedgerService.running()", "InboxService.myCompanies()"));

        assertThat(boundaryMethods())
                .hasSizeGreaterThan(40)
                .allSatisfy(method ->
                        assertThat(known).as(method).containsAnyOf(method, method.substring(0, method.indexOf('.'))));
        assertThat(known.stream().filter(method -> method.contains(".")))
                .as("no method is named that is not there")
                .isSubsetOf(boundaryMethods());
    }

    @Test
    void nobodyButTheSystemDeliversSealsAndLooksAfterTheDatabase() throws Exception {
        var notice = notice(office.person("HEAD"), Set.of(office.f1));
        for (var actor : office.everybody().toList()) {
            assertThatThrownBy(() -> by(actor, () -> {
                        delivery.deliver(notice, 0);
                        return null;
                    }))
                    .isInstanceOf(EJBAccessException.class);
            assertThatThrownBy(() -> by(actor, () -> {
                        delivery.fail(notice, 0);
                        return null;
                    }))
                    .isInstanceOf(EJBAccessException.class);
            assertThatThrownBy(() -> by(actor, () -> seals.seal())).isInstanceOf(EJBAccessException.class);
            assertThatThrownBy(() -> by(actor, () -> seals.check())).isInstanceOf(EJBAccessException.class);
            assertThatThrownBy(() -> by(actor, () -> upkeep.check())).isInstanceOf(EJBAccessException.class);
            assertThatThrownBy(() -> by(actor, () -> upkeep.backup())).isInstanceOf(EJBAccessException.class);
            assertThatThrownBy(() -> by(actor, () -> upkeep.move())).isInstanceOf(EJBAccessException.class);
            assertThatThrownBy(() -> by(actor, () -> {
                        upkeep.backupWhenDue();
                        return null;
                    }))
                    .isInstanceOf(EJBAccessException.class);
            assertThatThrownBy(() -> by(actor, () -> starts.beginDue())).isInstanceOf(EJBAccessException.class);
            assertThatThrownBy(() -> by(actor, () -> sending.sendDue())).isInstanceOf(EJBAccessException.class);
            assertThatThrownBy(() -> by(actor, () -> notifications.tellAtOnce()))
                    .isInstanceOf(EJBAccessException.class);
            assertThatThrownBy(() -> by(actor, () -> notifications.tellDigest()))
                    .isInstanceOf(EJBAccessException.class);
            assertThatThrownBy(() -> by(actor, () -> notices.deliver(new DeliverNotice(notice, 0))))
                    .isInstanceOf(EJBAccessException.class);
        }
    }

    @Test
    void nothingThatWasSentIsEditedOrDeleted() {
        assertThat(boundaryMethods()).noneMatch(method -> method.matches("MessageService\\.(?!send\\().*"));
        for (var statement : List.of(
                "UPDATE message SET author_id = 1 WHERE conversation_id = " + office.c1,
                "DELETE FROM message WHERE conversation_id = " + office.c1,
                "UPDATE body SET content = 'x' WHERE id IN (SELECT body_id FROM message WHERE conversation_id = "
                        + office.c1 + ")")) {
            assertThatThrownBy(() -> world.sql().change(statement))
                    .as(statement)
                    .isInstanceOf(RuntimeException.class);
        }
    }

    private void attempt(String row, Attempt attempt, Actor actor, Faults faults) throws Exception {
        var call = attempt.preparation().of(actor);
        var before = new Footprint(world.sql());
        long refusals = refusals(actor);
        var refusal = refusal(actor, call);
        awaitDeliveries();
        var cell = row + " | " + actor.name() + " | " + attempt.method() + " | " + refusal;
        var expected = matrix.verdict(row, actor.column());
        faults.expect(cell, verdict(refusal, expected), expected);
        var changed = before.changed();
        if (refusal == null && !attempt.changes().isEmpty()) {
            faults.expect(cell + " changed " + changed, changed.contains(attempt.changes()), true);
        } else {
            changed.remove("audit_event");
            faults.expect(cell + " changed", changed, Set.of());
        }
        if (refusal instanceof BusinessException && !(refusal instanceof NotListed) && actor.person() != null) {
            faults.expect(cell + " refusals in the audit trail", refusals(actor) - refusals, 1L);
        }
    }

    private Exception refusal(Actor actor, Callable<?> call) {
        try {
            by(actor, call);
            return null;
        } catch (Exception e) {
            return e;
        }
    }

    /** Whoever is not logged in, or no longer, is refused one way or the other: to the log-in he is sent before. */
    private static String verdict(Exception refusal, String expected) {
        if (refusal == null) {
            return "A";
        }
        boolean forbidden = refusal instanceof EJBAccessException || refusal instanceof ForbiddenException;
        if (expected.equals("L") && (forbidden || refusal instanceof NotFoundException)) {
            return "L";
        }
        if (forbidden) {
            return "F";
        }
        if (refusal instanceof NotFoundException) {
            return "N";
        }
        return refusal instanceof ConflictException ? "C" : refusal.toString();
    }

    private long refusals(Actor actor) {
        return actor.person() == null
                ? 0
                : number(
                        "SELECT COUNT(*) FROM audit_event WHERE actor = ? AND action = 'REFUSED'",
                        world.email(actor.person()));
    }

    private Set<String> boundaryMethods() {
        var methods = new TreeSet<String>();
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.getPackageName().matches("pl\\.goniec\\.[a-z]+\\.boundary"))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .forEach(method -> methods.add(name(method)));
        return methods;
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(joining(",", "(", ")"));
    }
}
