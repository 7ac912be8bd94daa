package pl.goniec.mail.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import pl.goniec.mail.entity.OutgoingLetter;

/** Stores letters. */
@Dependent
public class LetterRepository {

    @PersistenceContext
    EntityManager em;

    /** Stores a new letter. */
    public void add(OutgoingLetter letter) {
        em.persist(letter);
    }
}
