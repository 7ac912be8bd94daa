package pl.goniec.notification.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import pl.goniec.identity.api.MailChoice;
import pl.goniec.mail.boundary.Outbox;
import pl.goniec.notification.entity.ToldMarker;
import pl.goniec.platform.config.Settings;

/** Writes one letter to each person for everything that is new to him, and notes in the same transaction up to where he was told. */
@Dependent
public class NewsTeller {

    /** What has lain longer is no news: neither after a long outage nor for one who begins to want letters. */
    private static final Duration REACH = Duration.ofDays(7);

    @PersistenceContext
    EntityManager em;

    @Inject
    NewsQueries queries;

    @Inject
    Outbox outbox;

    @Inject
    Settings settings;

    /** Tells everybody who chose so, unless another node is telling; returns how many letters were written. */
    public int tell(MailChoice choice, Instant now) {
        if (!queries.begin()) {
            return 0;
        }
        var letters = new NewsLetter(settings.publicUrl());
        var everybody = queries.news(choice, now.minus(REACH)).values();
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
