package pl.goniec.mail.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.Beans;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.fixture.world.Sql;
import pl.goniec.mail.api.Letter;
import pl.goniec.mail.api.LetterId;
import pl.goniec.mail.api.LetterKind;
import pl.goniec.mail.entity.OutgoingLetter;

class LetterRepositoryTest extends OnBothEngines {

    @Test
    void aLetterThatOneNodeHasInHandIsNobodysElse() {
        var person = world.staff("Anna Biurowa");
        var now = Instant.now();
        var written = new OutgoingLetter(
                new Letter(LetterKind.MESSAGES, person, world.email(person), "Temat", "Treść"), now.minusSeconds(1));
        with(LetterRepository.class, letters -> {
            letters.add(written);
            return true;
        });
        var id = new LetterId(written.id());
        em.getTransaction().commit();
        em.getTransaction().begin();
        try (var other = engine.factory().createEntityManager()) {
            other.getTransaction().begin();
            var others = new Beans(other).get(LetterRepository.class);

            assertThat(beans.get(LetterRepository.class).take(id, now)).isPresent();
            assertThat(others.take(id, now)).isEmpty();
            em.getTransaction().rollback();
            assertThat(others.take(id, now)).isPresent();

            // Committed, so that the other node could see it; nobody else is to.
            var sql = Sql.on(other.unwrap(Connection.class));
            sql.change("DELETE FROM letter WHERE id = ?", id.value());
            sql.change("DELETE FROM person WHERE id = ?", person);
            other.getTransaction().commit();
        }
    }
}
