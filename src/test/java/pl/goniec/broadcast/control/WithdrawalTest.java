package pl.goniec.broadcast.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import pl.goniec.broadcast.api.Notice;
import pl.goniec.broadcast.boundary.DeliveryService;
import pl.goniec.broadcast.boundary.ProgramBroadcastService;
import pl.goniec.broadcast.entity.BroadcastChunk;
import pl.goniec.conversation.api.DeliverNotice;
import pl.goniec.conversation.boundary.NoticeService;
import pl.goniec.fixture.Beans;
import pl.goniec.fixture.TestDatabases;
import pl.goniec.fixture.world.Sql;
import pl.goniec.fixture.world.World;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;

/**
 * A POWIADOMIENIE is withdrawn while its parts are dispatched, delivered, failed and retried, each in a transaction of its own: every
 * part is delivered whole or cancelled whole, and nobody waits for ever.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("pl.goniec.fixture.TestDatabases#both")
class WithdrawalTest {

    private static final int CHUNKS = 4;

    /** Shorter than a database lets a transaction wait for a row. */
    private static final long SEEN_WAITING_MILLIS = 300;

    private static final long ENDED_WITHIN_SECONDS = 30;

    @Parameter
    TestDatabases engine;

    private final ExecutorService elsewhere = Executors.newCachedThreadPool();
    private final List<Session> open = new ArrayList<>();

    private EntityManagerFactory factory;
    private World world;
    private PersonId program;
    private BroadcastId broadcast;

    /** A transaction. */
    private static final class Session {

        private final EntityManager em;
        private final Beans beans;

        Session(EntityManager em) {
            this.em = em;
            this.beans = new Beans(em);
            em.getTransaction().begin();
        }

        <T> T does(Function<Beans, T> deed) {
            var result = deed.apply(beans);
            em.flush();
            return result;
        }

        void commit() {
            em.getTransaction().commit();
        }

        /** Takes back what was not committed; a session may be closed again at the end of the test. */
        void close() {
            if (em.isOpen()) {
                if (em.getTransaction().isActive()) {
                    em.getTransaction().rollback();
                }
                em.close();
            }
        }
    }

    /** What was sent can never be deleted, so it is sent in a database of its own. */
    @BeforeEach
    void aNoticeOfAProgramWithAPartForEachCompany() throws SQLException {
        var database = engine.apart();
        factory = engine.factory(database);
        world = new World(Sql.on(database));
        program = world.staff("System kadry");
        broadcast = send(CHUNKS);
    }

    private BroadcastId send(int companies) {
        var to = new HashSet<CompanyId>();
        for (int number = 0; number < companies; number++) {
            var company = world.company("Firma " + number);
            world.entrepreneur(company, "Właścicielka " + number);
            to.add(company);
        }
        var notice = new Notice("", "Zmiana godzin", false);
        var id = alone(beans -> beans.get(ProgramBroadcastService.class)
                .submit(program, notice, to)
                .id());
        world.sql().change("DELETE FROM receipt WHERE broadcast_id = ?", id);
        world.sql().change("DELETE FROM broadcast_chunk WHERE broadcast_id = ?", id);
        alone(beans -> beans.get(LedgerWriter.class).open(id, to, false, 1, Instant.now()));
        return id;
    }

    @AfterEach
    void end() {
        open.forEach(Session::close);
        elsewhere.shutdownNow();
        factory.close();
    }

    private Session begun() {
        var session = new Session(factory.createEntityManager());
        open.add(session);
        return session;
    }

    /** Does something in a transaction of its own. */
    private <T> T alone(Function<Beans, T> deed) {
        var session = new Session(factory.createEntityManager());
        try {
            var result = session.does(deed);
            session.commit();
            return result;
        } finally {
            session.close();
        }
    }

    /** Begins something that has to wait for a transaction that is open. */
    private <T> Future<T> waiting(Function<Beans, T> deed) {
        var late = elsewhere.submit(() -> alone(deed));
        assertThatThrownBy(() -> late.get(SEEN_WAITING_MILLIS, TimeUnit.MILLISECONDS))
                .as("it waits")
                .isInstanceOf(TimeoutException.class);
        return late;
    }

    private static <T> T ended(Future<T> late) throws Exception {
        return late.get(ENDED_WITHIN_SECONDS, TimeUnit.SECONDS);
    }

    private OptionalInt withdraw(Beans beans) {
        return beans.get(LedgerWriter.class).withdraw(broadcast, Instant.now());
    }

    private Function<Beans, Boolean> taking(int chunk) {
        return beans -> beans.get(LedgerWriter.class).take(broadcast, chunk, Instant.now());
    }

    private int retry(Beans beans) {
        return beans.get(LedgerWriter.class).retry(broadcast, Instant.now());
    }

    /** Writes the messages of a chunk that was taken. */
    private Function<Beans, Integer> writing(int chunk) {
        return beans -> {
            int written = beans.get(NoticeService.class).deliver(new DeliverNotice(broadcast, chunk));
            beans.get(LedgerWriter.class).delivered(broadcast, chunk, Instant.now());
            return written;
        };
    }

    private static Function<Beans, Integer> dispatching(List<Integer> taken) {
        return beans -> {
            var repository = beans.get(BroadcastRepository.class);
            var due = repository.takeDue(Instant.now());
            repository.dispatched(due, Instant.now(), Duration.ofMillis(1));
            due.stream().map(BroadcastChunk::number).forEach(taken::add);
            return due.size();
        };
    }

    private List<String> states() {
        return world.sql()
                .rows(
                        "SELECT k.number, k.state, r.state FROM broadcast_chunk k JOIN receipt r"
                                + " ON r.broadcast_id = k.broadcast_id AND r.chunk = k.number"
                                + " WHERE k.broadcast_id = ? ORDER BY k.number",
                        broadcast);
    }

    private long messages() {
        return world.sql().number("SELECT COUNT(*) FROM message WHERE broadcast_id = ?", broadcast);
    }

    @Test
    void thePartThatIsBeingDeliveredIsDoneAndNoOtherIsBegun() throws Exception {
        var delivery = begun();
        assertThat(delivery.does(taking(1))).isTrue();
        var withdrawal = waiting(this::withdraw);
        var next = waiting(taking(3));

        assertThat(delivery.does(writing(1))).isOne();
        delivery.commit();

        assertThat(ended(withdrawal)).hasValue(CHUNKS - 1);
        assertThat(ended(next)).isFalse();
        assertThat(states())
                .containsExactly(
                        "0|CANCELLED|CANCELLED|", "1|DONE|DONE|", "2|CANCELLED|CANCELLED|", "3|CANCELLED|CANCELLED|");
        assertThat(messages()).isOne();
    }

    @Test
    void aPartWhoseDeliveryIsRolledBackIsCancelled() throws Exception {
        var delivery = begun();
        delivery.does(taking(1));
        delivery.does(writing(1));
        var withdrawal = waiting(this::withdraw);

        delivery.close();

        assertThat(ended(withdrawal)).hasValue(CHUNKS);
        assertThat(messages()).isZero();
    }

    @Test
    void whoComesToDeliverDuringAWithdrawalHasNothingToDeliver() throws Exception {
        var withdrawal = begun();
        assertThat(withdrawal.does(this::withdraw)).hasValue(CHUNKS);
        var delivery = waiting(taking(0));

        withdrawal.commit();

        assertThat(ended(delivery)).isFalse();
    }

    @Test
    void aWithdrawalThatIsRolledBackHasKeptNobodyFromAnything() throws Exception {
        var withdrawal = begun();
        withdrawal.does(this::withdraw);
        var delivery = waiting(taking(0));

        withdrawal.close();

        assertThat(ended(delivery)).isTrue();
    }

    @Test
    void ofTwoWithdrawalsAtOnceOneHasDoneIt() throws Exception {
        var first = begun();
        assertThat(first.does(this::withdraw)).hasValue(CHUNKS);
        var second = waiting(this::withdraw);

        first.commit();

        assertThat(ended(second)).isEmpty();
    }

    @Test
    void aRetryAtTheSameMomentBringsNothingBack() throws Exception {
        alone(beans -> beans.get(LedgerWriter.class).failed(broadcast, 2));
        var withdrawal = begun();
        assertThat(withdrawal.does(this::withdraw)).hasValue(CHUNKS);
        var retry = waiting(this::retry);

        withdrawal.commit();

        assertThat(ended(retry)).isZero();
        assertThat(states()).allMatch(state -> state.contains("|CANCELLED|CANCELLED|"));
    }

    @Test
    void whatIsBeingDeliveredOrWithdrawnIsNotDispatchedAndNotWaitedFor() {
        var delivery = begun();
        delivery.does(taking(1));
        var taken = new ArrayList<Integer>();

        assertThat(alone(dispatching(taken))).isEqualTo(CHUNKS - 1);
        assertThat(taken).containsExactly(0, 2, 3);

        delivery.close();
        begun().does(this::withdraw);
        assertThat(alone(dispatching(taken))).isZero();
    }

    @Test
    void inAThrongEachPartIsDeliveredWholeOrCancelledWhole() throws Exception {
        int chunks = 60;
        broadcast = send(chunks);
        var over = new AtomicBoolean();
        var running = new ArrayList<Future<?>>();
        for (var step : Set.of(1, 7, 11)) {
            running.add(elsewhere.submit(() -> {
                for (int i = 0; i < chunks; i++) {
                    int chunk = i * step % chunks;
                    alone(beans -> {
                        beans.get(DeliveryService.class).deliver(broadcast, chunk);
                        return null;
                    });
                }
            }));
        }
        var failing = new AtomicInteger();
        for (var work : List.<Function<Beans, ?>>of(
                dispatching(new ArrayList<>()),
                this::retry,
                beans -> beans.get(LedgerWriter.class).failed(broadcast, failing.incrementAndGet() % chunks))) {
            running.add(elsewhere.submit(() -> {
                while (!over.get()) {
                    alone(work);
                }
            }));
        }
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> messages() > 3);

        var cancelled = alone(this::withdraw);
        over.set(true);
        for (var one : running) {
            ended(one);
        }

        assertThat(messages() + cancelled.orElseThrow()).isEqualTo(chunks);
        assertThat(states()).allMatch(state -> state.matches("\\d+\\|(DONE\\|DONE|CANCELLED\\|CANCELLED)\\|"));
        assertThat(states()).filteredOn(state -> state.contains("DONE")).hasSize((int) messages());
    }
}
