package pl.goniec.inbox.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.goniec.company.api.CompanyChanged;
import pl.goniec.company.api.CompanyDeed;
import pl.goniec.company.api.MemberLeft;
import pl.goniec.fixture.Beans;
import pl.goniec.identity.api.AccountChanged;
import pl.goniec.identity.api.AccountDeed;
import pl.goniec.identity.api.PasswordReplaced;
import pl.goniec.platform.push.Pusher;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;

/** Whose open pages are told that they may not show any more what they show. */
class LivePushTest {

    private static final CompanyId BAKERY = new CompanyId(7);
    private static final PersonId ANNA = new PersonId(1);
    private static final PersonId OLGA = new PersonId(2);

    private final List<Long> told = new ArrayList<>();
    private final LivePush push = new Beans(null)
            .with(Pusher.class, new Pusher() {
                @Override
                public void changed(Collection<Long> personIds) {
                    told.addAll(personIds);
                }
            })
            .get(LivePush.class);

    @ParameterizedTest
    @EnumSource(names = {"BLOCKED", "SESSIONS_ENDED", "APPOINTED", "POSITION_ENDED", "CHANGED"})
    void whoseAccountIsNotWhatItWas(AccountDeed deed) {
        push.changed(new AccountChanged(deed, ANNA));

        assertThat(told).containsExactly(ANNA.value());
    }

    @Test
    void whoHasAnotherPasswordOnceHisOwnSessionKnowsOfIt() {
        push.changed(new AccountChanged(AccountDeed.PASSWORD_CHANGED, ANNA));
        assertThat(told).isEmpty();

        push.replaced(new PasswordReplaced(ANNA));
        assertThat(told).containsExactly(ANNA.value());
    }

    @Test
    void whoHasLeftACompany() {
        push.left(new MemberLeft(BAKERY, ANNA));

        assertThat(told).containsExactly(ANNA.value());
    }

    @Test
    void fromWhomACompanyIsTaken() {
        push.changed(new CompanyChanged(CompanyDeed.DEACTIVATED, BAKERY, Set.of(ANNA, OLGA)));

        assertThat(told).containsExactlyInAnyOrder(ANNA.value(), OLGA.value());
    }
}
