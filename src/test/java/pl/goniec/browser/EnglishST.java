package pl.goniec.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pl.goniec.demo.api.DemoAccount;
import pl.goniec.fixture.BrowserExtension;
import pl.goniec.fixture.Visitor;
import pl.goniec.fixture.server.TestPeople;

/** The English interface is complete: on no screen does a Polish text of ours remain, only what people have written. */
@ArquillianTest
@RunAsClient
@ExtendWith(BrowserExtension.class)
class EnglishST {

    /** The demonstration's texts name companies, which are on the screens as what they are. */
    private static final List<String> COMPONENTS =
            List.of("frame", "identity", "company", "attachment", "conversation", "broadcast", "inbox");

    /** Every text of a page, shown or only told to those who hear it. */
    private static final String TEXTS = """
            () => {
              const texts = [];
              const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                if (node.nodeType === Node.TEXT_NODE) {
                  if (!node.parentElement.closest('script, style')) { texts.push(node.textContent); }
                } else {
                  for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
                    if (node.hasAttribute(name)) { texts.push(node.getAttribute(name)); }
                  }
                }
              }
              return texts.map(text => text.replace(/\\s+/g, ' ').trim()).filter(text => text);
            }""";

    @Test
    @DisplayName("the log-in page offers English, and the office's screens are English to the last word")
    void officeIsEnglish(Visitor head) {
        Page page = entersInEnglish(head, TestPeople.HEAD, TestPeople.PASSWORD);
        assertThat(page.getByRole(AriaRole.HEADING, named("Companies"))).isVisible();
        isEnglish(page);
        page.getByRole(AriaRole.SEARCHBOX, named("Search a company by name or NIP"))
                .fill("Apteka");
        page.getByRole(AriaRole.CHECKBOX, named("Tick: Apteka Pod Lwem")).check();
        assertThat(page.getByText("1 company", exactly())).isVisible();
        page.getByRole(AriaRole.BUTTON, named("NOTICE")).click();
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        isEnglish(page);
        page.keyboard().press("Escape");

        page.getByRole(AriaRole.LINK, named("Apteka Pod Lwem")).click();
        assertThat(page.getByRole(AriaRole.LINK, named("CLIENT QUESTIONS")).first())
                .isVisible();
        isEnglish(page);
        page.getByRole(AriaRole.LINK, named("Manage people")).click();
        isEnglish(page);
        page.getByRole(AriaRole.BUTTON, named("Add a person")).click();
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        isEnglish(page);
        page.keyboard().press("Escape");
        page.getByRole(AriaRole.BUTTON, named("Manage: Dorota Wilczek")).click();
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        isEnglish(page);
        page.keyboard().press("Escape");
        page.getByRole(AriaRole.LINK, named("CLIENT QUESTIONS")).first().click();
        isEnglish(page);
        page.getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText("Dorota Wilczek"))
                .first()
                .click();
        assertThat(page.getByRole(AriaRole.LOG)).isVisible();
        isEnglish(page);
        page.getByRole(AriaRole.BUTTON, named("START A NEW CONVERSATION")).click();
        assertThat(page.getByRole(AriaRole.DIALOG, named("Choose a recipient — Apteka Pod Lwem")))
                .isVisible();
        isEnglish(page);
        page.getByText("dorota@podlwem.example").last().click();
        assertThat(page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.TEXTBOX)).isFocused();
        isEnglish(page);

        for (String address :
                List.of("/office/broadcasts.xhtml", "/office/head/people.xhtml", "/settings.xhtml?side=office")) {
            page.navigate(address);
            isEnglish(page);
        }
    }

    @Test
    @DisplayName("S29 blank text is refused in the user's language")
    void blankTextIsRefusedInEnglish(Visitor client) {
        Page page = entersInEnglish(client, "weronika@piksel.example", DemoAccount.PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("START A CONVERSATION")).click();
        Locator window = page.getByRole(AriaRole.DIALOG);

        window.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("SEND"))
                .click();

        assertThat(window.getByRole(AriaRole.TEXTBOX))
                .hasAccessibleDescription("Write the message text. An empty one is not sent.");
    }

    @Test
    @DisplayName("a client's screens are English to the last word, and stay so at the next log-in")
    void clientIsEnglish(Visitor client, Visitor nextDay) {
        Page page = entersInEnglish(client, "weronika@piksel.example", DemoAccount.PASSWORD);
        assertThat(page.getByRole(AriaRole.HEADING, named("ACCOUNTING OFFICE"))).isVisible();
        isEnglish(page);
        page.getByRole(AriaRole.BUTTON, named("START A CONVERSATION")).click();
        assertThat(page.getByRole(AriaRole.LOG)).isVisible();
        isEnglish(page);
        page.keyboard().press("Escape");
        page.getByRole(AriaRole.LINK, named("Manage employees")).click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Employees"))).isVisible();
        isEnglish(page);

        nextDay.logsIn("weronika@piksel.example", DemoAccount.PASSWORD);
        assertThat(nextDay.page().getByRole(AriaRole.HEADING, named("ACCOUNTING OFFICE")))
                .isVisible();
        assertThat(nextDay.page().locator("html")).hasAttribute("lang", "en");
    }

    private static Page entersInEnglish(Visitor visitor, String email, String password) {
        Page page = visitor.page();
        page.navigate("/login.xhtml");
        page.getByRole(AriaRole.LINK, named("English")).click();
        assertThat(page.getByRole(AriaRole.BUTTON, named("LOG IN"))).isVisible();
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, named("LOG IN")).click();
        page.waitForURL(address -> !address.contains("/login.xhtml"));
        return page;
    }

    private static void isEnglish(Page page) {
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        Pattern polish = polishTexts();
        List<String> left = texts(page).stream()
                .filter(text -> polish.matcher(text).matches())
                .toList();
        assertThat(left).as("Polish texts on %s", page.url()).isEmpty();
    }

    private static List<String> texts(Page page) {
        List<String> texts = new ArrayList<>();
        ((List<?>) page.evaluate(TEXTS)).forEach(text -> texts.add((String) text));
        return texts;
    }

    /** A text of the Polish bundles that no English one equals; what is filled in may be anything. */
    private static Pattern polishTexts() {
        var english = COMPONENTS.stream()
                .flatMap(component -> values(component, Locale.ENGLISH))
                .collect(Collectors.toSet());
        return COMPONENTS.stream()
                .flatMap(component -> values(component, Locale.forLanguageTag("pl")))
                .filter(text -> !english.contains(text))
                .filter(text -> text.replaceAll("\\{[^}]*}", "").matches("(?U).*\\w{3}.*"))
                .map(EnglishST::pattern)
                .collect(Collectors.collectingAndThen(Collectors.joining("|"), Pattern::compile));
    }

    private static Stream<String> values(String component, Locale locale) {
        var bundle = ResourceBundle.getBundle(
                "pl.goniec." + component + ".messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return bundle.keySet().stream().map(bundle::getString).map(String::strip);
    }

    private static String pattern(String text) {
        return Stream.of(text.split("\\{[^}]*}", -1)).map(Pattern::quote).collect(Collectors.joining(".+"));
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
