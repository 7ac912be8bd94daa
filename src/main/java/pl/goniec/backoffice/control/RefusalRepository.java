package pl.goniec.backoffice.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import pl.goniec.backoffice.api.ReceivedRequest;
import pl.goniec.backoffice.api.RefusedRequestRow;
import pl.goniec.backoffice.entity.RefusedRequest;
import pl.goniec.platform.persistence.Duplicates;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.Page;

/** What was refused, for the head of the office. A number that was answered well afterwards is not among it any more. */
@Dependent
public class RefusalRepository {

    private static final int PROGRAM_LENGTH = 254;

    private static final String OPEN = """
            FROM RefusedRequest f WHERE NOT EXISTS (
                SELECT a FROM AnsweredRequest a JOIN Person p ON p.id = a.programId
                WHERE p.email = f.program AND a.requestId = f.requestId AND a.answeredAt > f.refusedAt)
            """;

    @PersistenceContext
    EntityManager em;

    /**
     * Notes a refusal, or that the same number was refused once more.
     *
     * @param requestId or null when it can not be told
     * @throws ConflictException {@code request.twice} when the same is being noted at this moment
     */
    public void note(ReceivedRequest received, String requestId, Reply reply, Instant now) {
        var refused = new RefusedRequest(
                name(received.sender()),
                storable(requestId),
                RequestKind.of(received.kind()).map(RequestKind::type).orElse(""),
                storable(reply.json()),
                now);
        if (!again(refused)) {
            em.persist(refused);
            Duplicates.flush(em, () -> new ConflictException("request.twice"));
        }
    }

    /** Programs are compared without regard to case. */
    private static String name(String sender) {
        var name = storable(sender).strip().toLowerCase(Locale.ROOT);
        return name.length() > PROGRAM_LENGTH ? name.substring(0, PROGRAM_LENGTH) : name;
    }

    /** What is no request may hold what is no text: PostgreSQL takes neither the character 0 nor half a pair of surrogates. */
    private static String storable(String text) {
        return text == null
                ? ""
                : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                        .replaceAll("\\p{Cntrl}", " ");
    }

    private boolean again(RefusedRequest refused) {
        return em.createQuery("""
                        UPDATE RefusedRequest f
                        SET f.kind = :kind, f.reply = :reply, f.refusedAt = :now, f.times = f.times + 1
                        WHERE f.program = :program AND f.requestId = :request
                        """)
                        .setParameter("kind", refused.kind())
                        .setParameter("reply", refused.reply())
                        .setParameter("now", refused.refusedAt())
                        .setParameter("program", refused.program())
                        .setParameter("request", refused.requestId())
                        .executeUpdate()
                == 1;
    }

    /** Returns refusals, the last one first. */
    public Page<RefusedRequestRow> open(int first, int size) {
        long total = em.createQuery("SELECT COUNT(f) " + OPEN, Long.class).getSingleResult();
        List<RefusedRequestRow> rows = em.createQuery(
                        "SELECT f " + OPEN + " ORDER BY f.refusedAt DESC, f.program, f.requestId", RefusedRequest.class)
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultStream()
                .map(RefusalRepository::row)
                .toList();
        return new Page<>(rows, total);
    }

    private static RefusedRequestRow row(RefusedRequest refused) {
        var reply = Reply.noted(refused.reply(), null);
        return new RefusedRequestRow(
                refused.program(),
                refused.requestId(),
                refused.kind(),
                refused.refusedAt(),
                refused.times(),
                reply.code(),
                reply.text("pl"),
                reply.text("en"));
    }
}
