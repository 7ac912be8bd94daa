package pl.goniec.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.goniec.browser.page.Onlooker;
import pl.goniec.browser.page.Screen;
import pl.goniec.fixture.Accessibility;
import pl.goniec.fixture.BrowserExtension;
import pl.goniec.fixture.Visitor;

/**
 * axe-core finds nothing serious on any page or dialog, light and dark, on a desk and on a phone; and on the phone no page
 * scrolls sideways. Each person logs in once and goes from screen to screen in the same window; one that is at fault keeps nobody
 * from the others.
 */
@ArquillianTest
@RunAsClient
@ExtendWith(BrowserExtension.class)
class AccessibilityST {

    @ParameterizedTest
    @EnumSource
    void nothingSeriousAndNothingScrollsSideways(Onlooker who, Visitor visitor) {
        who.arrives(visitor);

        assertAll(Screen.of(who).map(screen -> looked(screen, visitor)));
    }

    /** The screen is named also when it cannot even be opened. */
    private static Executable looked(Screen screen, Visitor visitor) {
        return () -> assertAll(
                screen.name(),
                () -> assertThat(Accessibility.faults(screen.shownTo(visitor))).isEmpty());
    }
}
