package pl.goniec.browser.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;

/** The number of unread messages at a place, as the sentence says it that stands for the red number. */
public final class Unread {

    private static final Pattern SENTENCE =
            Pattern.compile("(\\d+) (nieprzeczytana wiadomość|nieprzeczytane wiadomości|nieprzeczytanych wiadomości)");

    private Unread() {}

    /** The sentence within a place; nothing at zero. */
    public static Locator at(Locator place) {
        return place.getByText(SENTENCE);
    }

    /** The number that a place shows at this moment. */
    public static long now(Locator place) {
        Locator sentences = at(place);
        if (sentences.count() == 0) {
            return 0;
        }
        var number = SENTENCE.matcher(sentences.first().textContent());
        return number.find() ? Long.parseLong(number.group(1)) : 0;
    }

    /** Waits until a place shows a number; at zero it shows nothing. */
    public static void shows(Locator place, long number) {
        if (number == 0) {
            assertThat(at(place)).hasCount(0);
        } else {
            assertThat(at(place).first()).hasText(sentence(number));
        }
    }

    /** The sentence of a number, by the rule of Polish plurals. */
    public static String sentence(long number) {
        if (number == 1) {
            return "1 nieprzeczytana wiadomość";
        }
        long last = number % 10;
        boolean few = last >= 2 && last <= 4 && (number % 100 < 10 || number % 100 > 20);
        return number + (few ? " nieprzeczytane wiadomości" : " nieprzeczytanych wiadomości");
    }
}
