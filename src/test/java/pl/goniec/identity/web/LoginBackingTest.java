package pl.goniec.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.fixture.world.World;
import pl.goniec.identity.api.SessionMark;
import pl.goniec.identity.boundary.ProfileService;
import pl.goniec.shared.PersonId;

/** What a session is marked with, whatever happens while the container compares the password. */
class LoginBackingTest extends OnBothEngines {

    private final Map<String, Object> session = new HashMap<>();

    @AfterEach
    void leave() {
        Faces.leave();
    }

    /** Logs a person in; meanwhile something happens, once the container has read the hash. */
    private void logsIn(PersonId person, Runnable meanwhile) {
        Faces.enter(session, meanwhile);
        beans.callingAs(world.email(person));
        with(LoginBacking.class, login -> {
            login.setEmail(world.email(person));
            login.setPassword(World.PASSWORD);
            try {
                login.logIn();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return null;
        });
    }

    private boolean inUse(PersonId person) {
        return session.get(MarkedSession.ATTRIBUTE) instanceof SessionMark mark
                && as(person, ProfileService.class, profile -> profile.inUse(mark));
    }

    @Test
    void aSessionIsOfThePersonAndThePresentGeneration() {
        var anna = world.entrepreneur(world.company("Piekarnia"), "Anna Kłos");
        world.sql().change("UPDATE person SET session_generation = 3 WHERE id = ?", anna);

        logsIn(anna, () -> {});

        assertThat(session).containsEntry(MarkedSession.ATTRIBUTE, new SessionMark(anna, 3));
        assertThat(inUse(anna)).isTrue();
    }

    @Test
    void whatEndsSessionsWhileThePasswordIsComparedEndsThisOneToo() {
        var anna = world.entrepreneur(world.company("Piekarnia"), "Anna Kłos");

        logsIn(anna, () -> world.sql().change("UPDATE person SET session_generation = 1 WHERE id = ?", anna));

        assertThat(inUse(anna)).isFalse();
    }
}
