package pl.goniec.notification.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import pl.goniec.identity.api.MailChoice;
import pl.goniec.mail.boundary.Outbox;
import pl.goniec.notification.entity.ToldMarker;
import pl.goniec.platform.config.Settings;

/**
 * Writes one letter to each person for everything that is new to him, and notes in the same transaction up to where he was told. The
 * clients who have news may be as many as there are; the people of the office are few.
 */
@Dependent
public class NewsTeller {

    /** What has lain longer is no news: neither after a long outage nor for one who begins to want letters. */
    private static final Duration REACH = Duration.ofDays(7);

    /** Clients who are told in one transaction. */
    private static final int MOST = 2_000;

    @PersistenceContext
    EntityManager em;

    @Inject
    NewsQueries queries;

    @Inject
    Outbox outbox;

    @Inject
    Settings settings;

    /** Returns the parts in which everybody who chose so is to be told. */
    public List<Part> parts(MailChoice choice, Instant now) {
        return Part.of(queries.clientsWithNews(choice, now.minus(REACH)), MOST);
    }

    /**
     * Tells everybody of a part who chose so, unless another node has just begun to tell; returns how many letters were written. Who
     * has told a part goes on with the next, and waits for whoever came in between.
     */
    public int tell(MailChoice choice, Instant now, Part part) {
        boolean mine = part.isFirst() ? queries.begin() : queries.goOn();
        if (!mine) {
            return 0;
        }
        var letters = new NewsLetter(settings.publicUrl());
        var everybody = queries.news(choice, now.minus(REACH), part).values();
        for (var news : everybody) {
            outbox.post(letters.about(news));
            news.forEach(this::note);
        }
        return everybody.size();
    }

    private void note(News news) {
        if (news.told() == null) {
            em.persist(new ToldMarker(news.conversation(), news.person(), news.side(), news.count()));
        } else {
            news.told().move(news.count());
        }
    }
}
