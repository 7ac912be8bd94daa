package pl.goniec.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.fixture.world.World;
import pl.goniec.identity.api.AccountChanged;
import pl.goniec.identity.api.AccountDeed;
import pl.goniec.identity.api.PasswordReplaced;
import pl.goniec.identity.api.SessionMark;
import pl.goniec.platform.faces.Messages;
import pl.goniec.platform.faces.ViewLanguage;
import pl.goniec.platform.security.LogInRealm;

/** What becomes of one's own session when one changes the password. */
class SettingsBackingTest extends OnBothEngines {

    @AfterEach
    void leave() {
        Faces.leave();
    }

    @Test
    void openPagesAreToldOfAnotherPasswordOnceThisSessionKnowsOfIt() {
        var anna = world.entrepreneur(world.company("Piekarnia"), "Anna Kłos");
        var session = new HashMap<String, Object>() {

            private static final long serialVersionUID = 1L;

            @Override
            public Object put(String name, Object value) {
                beans.events().add(value);
                return super.put(name, value);
            }
        };
        Faces.enter(session, () -> {});
        beans.with(Messages.class, new Messages(new ViewLanguage()) {
            @Override
            public void say(String sentence) {}
        });
        beans.with(LogInRealm.class, new LogInRealm() {
            @Override
            public boolean accepts(String name, String password) {
                return password.equals(World.PASSWORD);
            }
        });
        beans.callingAs(world.email(anna));

        with(SettingsBacking.class, settings -> {
            settings.setOld(World.PASSWORD);
            settings.getChosen().setPassword("Niezapominajka 7");
            settings.getChosen().setAgain("Niezapominajka 7");
            settings.changePassword();
            return null;
        });

        assertThat(session).containsEntry(MarkedSession.ATTRIBUTE, new SessionMark(anna, 1));
        assertThat(beans.events())
                .containsExactly(
                        new AccountChanged(AccountDeed.PASSWORD_CHANGED, anna),
                        new SessionMark(anna, 1),
                        new PasswordReplaced(anna));
    }
}
