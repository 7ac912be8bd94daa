package pl.goniec.journey;

import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import pl.goniec.conversation.api.MessageRow;
import pl.goniec.conversation.api.SendMessage;
import pl.goniec.conversation.api.SentMessage;
import pl.goniec.conversation.boundary.ConversationService;
import pl.goniec.conversation.boundary.DraftService;
import pl.goniec.conversation.boundary.MessageService;
import pl.goniec.fixture.server.Acting;
import pl.goniec.fixture.world.Sql;
import pl.goniec.fixture.world.World;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.PersonId;

/** A way through the application, with companies and people of its own, each acting through the realm that a log-in uses. */
@ArquillianTest
abstract class Journey {

    @Resource(lookup = "java:jboss/datasources/GoniecDS")
    DataSource database;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    ConversationService conversations;

    @Inject
    MessageService messages;

    @Inject
    DraftService drafts;

    World world;

    @BeforeEach
    void aWorldOfItsOwn() {
        world = new World(Sql.on(database));
    }

    /** Does something as a person, each call of a service in a request of its own. */
    <T> T as(PersonId person, Callable<T> action) throws Exception {
        try {
            return begin(person, action).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** Does something as a person, as often as this at the same time, and returns every answer. */
    <T> List<T> atOnce(int times, PersonId person, Callable<T> action) throws Exception {
        as(person, () -> null);
        var running = new ArrayList<Future<T>>();
        for (int i = 0; i < times; i++) {
            running.add(begin(person, action));
        }
        var answers = new ArrayList<T>();
        for (var one : running) {
            answers.add(one.get());
        }
        return answers;
    }

    private <T> Future<T> begin(PersonId person, Callable<T> action) {
        var email = world.email(person);
        return begin(() -> Acting.as(email, World.PASSWORD, action));
    }

    /** Begins something on a thread of its own, so that however many wait for each other, each gets on. */
    <T> Future<T> begin(Callable<T> work) {
        var task = new FutureTask<>(work);
        threads.newThread(task).start();
        return task;
    }

    SentMessage write(PersonId person, ConversationId conversation, String text) throws Exception {
        return as(
                person,
                () -> messages.send(
                        new SendMessage(conversation, drafts.of(conversation).id(), text)));
    }

    /** Returns what a person sees of a conversation. */
    List<MessageRow> thread(PersonId person, ConversationId conversation) throws Exception {
        return as(person, () -> conversations.open(conversation).page().messages());
    }

    List<String> texts(PersonId person, ConversationId conversation) throws Exception {
        return thread(person, conversation).stream().map(MessageRow::text).toList();
    }

    long number(String sql, Object... values) {
        return world.sql().number(sql, values);
    }

    static void eventually(BooleanSupplier holds) {
        await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(40))
                .until(holds::getAsBoolean);
    }
}
