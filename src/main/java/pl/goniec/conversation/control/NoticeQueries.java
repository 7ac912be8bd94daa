package pl.goniec.conversation.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import pl.goniec.conversation.api.NoticeBody;
import pl.goniec.conversation.api.Preview;
import pl.goniec.conversation.entity.Body;

/** Reads what notices say; whose they are has been asked for by their owner. */
@Dependent
public class NoticeQueries {

    @PersistenceContext
    EntityManager em;

    public List<NoticeBody> bodies(Collection<Long> ids) {
        return em.createQuery("SELECT b FROM Body b WHERE b.id IN :ids", Body.class)
                .setParameter("ids", ids)
                .getResultStream()
                .map(body -> new NoticeBody(
                        body.id(),
                        Preview.headline(body.title(), body.content()),
                        body.title(),
                        body.content(),
                        body.attachmentSet()))
                .toList();
    }
}
