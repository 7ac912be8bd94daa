package pl.goniec.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.goniec.browser.page.Screen;
import pl.goniec.fixture.BrowserExtension;
import pl.goniec.fixture.Visitor;

/**
 * axe-core finds nothing serious on any page or dialog, light and dark, on a desk and on a phone; and on the phone no page
 * scrolls sideways.
 */
@ArquillianTest
@RunAsClient
@ExtendWith(BrowserExtension.class)
class AccessibilityST {

    private static final List<String> TOO_BAD = List.of("serious", "critical");
    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");
    private static final int DESK = 1280;
    private static final int PHONE = 360;

    @ParameterizedTest
    @EnumSource
    void nothingSeriousAndNothingScrollsSideways(Screen screen, Visitor visitor) {
        Page page = screen.openedBy(visitor);
        var findings = new ArrayList<String>();

        for (var colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(DESK, PHONE)) {
                page.emulateMedia(
                        new Page.EmulateMediaOptions().setColorScheme(colours).setReducedMotion(ReducedMotion.REDUCE));
                page.setViewportSize(width, 800);
                serious(page, colours).forEach(finding -> findings.add(colours + " " + width + ": " + finding));
            }
        }

        assertThat(findings).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(PHONE);
    }

    /** In dark only the colours are others. A page without frames needs no second one to be judged in: the legacy mode. */
    private static List<String> serious(Page page, ColorScheme colours) {
        var axe = new AxeBuilder(page).setLegacyMode(true);
        if (colours == ColorScheme.DARK) {
            axe.withRules(OF_COLOURS);
        }
        return axe.analyze().getViolations().stream()
                .filter(rule -> TOO_BAD.contains(rule.getImpact()))
                .map(AccessibilityST::told)
                .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + " – " + rule.getHelp() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }
}
