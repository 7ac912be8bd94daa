package pl.goniec.attachment.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import pl.goniec.attachment.entity.Attachment;
import pl.goniec.attachment.entity.AttachmentSet;
import pl.goniec.attachment.entity.Content;
import pl.goniec.shared.AttachmentId;

/** Loads and saves sets of files and their content. */
@Dependent
public class AttachmentRepository {

    @PersistenceContext
    EntityManager em;

    public AttachmentSet newSet() {
        var set = new AttachmentSet();
        em.persist(set);
        return set;
    }

    /** Returns the set, locked: additions to one set happen one after the other, so that its limit holds. */
    public AttachmentSet lock(long set) {
        return em.createQuery("SELECT s FROM AttachmentSet s WHERE s.id = :id", AttachmentSet.class)
                .setParameter("id", set)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResult();
    }

    public boolean isStored(String hash) {
        return em.createQuery("SELECT COUNT(c) FROM Content c WHERE c.hash = :hash", Long.class)
                        .setParameter("hash", hash)
                        .getSingleResult()
                > 0;
    }

    public Attachment add(AttachmentSet set, Content content, String name, String mediaType) {
        var attachment = new Attachment(set, content, name, mediaType);
        em.persist(attachment);
        return attachment;
    }

    public void remove(Attachment attachment) {
        em.remove(attachment);
    }

    /** Returns the files of the sets in the order they were added. */
    public List<Attachment> of(Collection<Long> sets) {
        if (sets.isEmpty()) {
            return List.of();
        }
        return em.createQuery("SELECT a FROM Attachment a WHERE a.setId IN :sets ORDER BY a.id", Attachment.class)
                .setParameter("sets", sets)
                .getResultList();
    }

    /** Returns the files of a locked set, locked too. */
    public List<Attachment> lock(AttachmentSet set) {
        return em.createQuery("SELECT a FROM Attachment a WHERE a.setId = :set", Attachment.class)
                .setParameter("set", set.id())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Returns the file if it is in the set. */
    public Optional<Attachment> find(long set, AttachmentId id) {
        return em.createQuery("SELECT a FROM Attachment a WHERE a.id = :id AND a.setId = :set", Attachment.class)
                .setParameter("id", id.value())
                .setParameter("set", set)
                .getResultStream()
                .findFirst();
    }

    /** Returns a piece of content, or nothing after the last one. */
    public Optional<byte[]> piece(String hash, int number) {
        return em.createQuery(
                        "SELECT c.bytes FROM ContentChunk c WHERE c.hash = :hash AND c.number = :number", byte[].class)
                .setParameter("hash", hash)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }
}
