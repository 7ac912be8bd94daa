package pl.goniec.rights;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.util.Optional;
import java.util.function.Function;
import pl.goniec.conversation.entity.Conversation;
import pl.goniec.fixture.Beans;
import pl.goniec.fixture.TestDatabases;
import pl.goniec.fixture.world.Sql;
import pl.goniec.fixture.world.World;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;

/** The application on one engine, in a transaction that is rolled back. */
final class Stage implements AutoCloseable {

    private final EntityManager em;
    private final World world;
    private final Beans beans;

    Stage(TestDatabases engine) {
        em = engine.factory().createEntityManager();
        em.getTransaction().begin();
        world = new World(Sql.on(em.unwrap(Connection.class)));
        beans = new Beans(em);
    }

    World world() {
        return world;
    }

    /** Does something as a person, and returns nothing when he is told that there is nothing. */
    <S, T> Optional<T> as(PersonId person, Class<S> service, Function<S, T> call) {
        beans.callingAs(world.email(person));
        try {
            var result = call.apply(beans.get(service));
            em.flush();
            return Optional.of(result);
        } catch (NotFoundException e) {
            return Optional.empty();
        } finally {
            em.clear();
        }
    }

    /** Asks a bean of control, which knows no caller. */
    <S, T> T with(Class<S> bean, Function<S, T> call) {
        try {
            return call.apply(beans.get(bean));
        } finally {
            em.clear();
        }
    }

    Conversation conversation(ConversationId id) {
        return em.find(Conversation.class, id.value());
    }

    @Override
    public void close() {
        em.getTransaction().rollback();
        em.close();
    }
}
