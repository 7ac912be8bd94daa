package pl.goniec.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pl.goniec.browser.page.BroadcastDialog;
import pl.goniec.browser.page.TickedList;
import pl.goniec.fixture.BrowserExtension;
import pl.goniec.fixture.Visitor;

/** Ticking companies on the lista firm: one, many, all of them over the pages, and none. */
@ArquillianTest
@RunAsClient
@ExtendWith(BrowserExtension.class)
class TickingST {

    private static final int PAGE = 25;

    @Test
    @DisplayName("S38 one or many companies are ticked, and the number ticked is shown")
    void oneOrMany(Visitor head) {
        var list = TickedList.of(head, "szef@biuro.example");

        list.ticks("Studio Tańca Piruet");
        assertThat(list.noticeButton()).hasAccessibleName("POWIADOMIENIE 1 zaznaczona firma");
        list.ticks("Tapicerstwo Sprężynka", "Myjnia Bezdotykowa Piana");
        assertThat(list.noticeButton()).hasAccessibleName("POWIADOMIENIE 3 zaznaczone firmy");
        assertThat(head.page().getByText("Zaznaczono 3 firmy")).isVisible();
        assertThat(head.page()).hasURL(Pattern.compile("/office/companies\\.xhtml"));

        list.search().fill("Studio Tańca Piruet");
        assertThat(list.ticks()).hasCount(1);
        list.tick("Studio Tańca Piruet").uncheck();
        assertThat(list.noticeButton()).hasAccessibleName("POWIADOMIENIE 2 zaznaczone firmy");
        list.untickAll().click();
        assertThat(list.noticeButton()).hasAccessibleName("POWIADOMIENIE");
    }

    @Test
    @DisplayName("S39 all companies that match are ticked, other pages of the list included")
    void allOverThePages(Visitor head) {
        var list = TickedList.of(head, "szef@biuro.example");
        assertThat(list.ticks()).hasCount(PAGE);
        assertThat(list.previousPage()).isDisabled();

        list.pageTick().check();
        assertThat(list.noticeButton()).hasAccessibleName("POWIADOMIENIE 25 zaznaczonych firm");
        list.tickAll().click();
        int all = counted(list.noticeButton());
        assertThat(all).isGreaterThanOrEqualTo(60);

        String first = list.ticks().first().getAttribute("aria-label");
        list.nextPage().click();
        assertThat(list.ticks().first()).not().hasAccessibleName(first);
        assertThat(list.ticks()).hasCount(PAGE);
        assertThat(list.previousPage()).isEnabled();
        for (Locator tick : list.ticks().all()) {
            assertThat(tick).isChecked();
        }
        list.ticks().first().uncheck();
        assertThat(list.noticeButton()).hasAccessibleName("POWIADOMIENIE " + (all - 1) + " zaznaczonych firm");
        list.previousPage().click();
        assertThat(list.pageTick()).isChecked();
        assertThat(list.previousPage()).isDisabled();
        assertThat(list.noticeButton()).hasAccessibleName("POWIADOMIENIE " + (all - 1) + " zaznaczonych firm");
    }

    @Test
    @DisplayName("S39 with a search, all means what the search finds")
    void allThatMatch(Visitor head) {
        var list = TickedList.of(head, "szef@biuro.example");
        list.search().fill("Hurtownia");
        assertThat(list.ticks()).hasCount(3);

        list.pageTick().check();

        assertThat(list.noticeButton()).hasAccessibleName("POWIADOMIENIE 3 zaznaczone firmy");
    }

    @Test
    @DisplayName("S39 once the list has been read anew its head still tells that a part is ticked, and the order")
    void headAfterASearch(Visitor head) {
        var list = TickedList.of(head, "szef@biuro.example").searches("Hurtownia");
        list.ticks().first().check();
        assertThat(list.noticeButton()).hasAccessibleName("POWIADOMIENIE 1 zaznaczona firma");

        list.searches("hurtownia");

        assertThat(list.pageTick()).isChecked(new LocatorAssertions.IsCheckedOptions().setIndeterminate(true));
        assertThat(list.nameHead()).hasAttribute("aria-sort", Pattern.compile("ascending|descending|none"));
    }

    @Test
    @DisplayName("S40 the toolbar above the list has POWIADOMIENIE")
    void toolbarAboveTheList(Visitor caretaker) {
        var list = TickedList.of(caretaker, "opiekun@biuro.example");

        assertThat(list.noticeButton()).isEnabled();
        assertThat(list.noticeButton()).hasText("POWIADOMIENIE");
        var toolbar = list.toolbar().boundingBox();
        assertThat(toolbar.y + toolbar.height).isLessThanOrEqualTo(list.table().boundingBox().y);
    }

    @Test
    @DisplayName("S41 with nothing ticked POWIADOMIENIE explains itself and opens nothing")
    void nothingTicked(Visitor head) {
        var list = TickedList.of(head, "szef@biuro.example");

        list.noticeButton().click();

        assertThat(list.status()).hasText("Najpierw zaznacz firmy, do których ma trafić POWIADOMIENIE.");
        assertThat(BroadcastDialog.of(head.page())).isHidden();
    }

    @Test
    @DisplayName("S49 the head can tick every company, a caretaker all of his and no other")
    void allOfWhom(Visitor head, Visitor caretaker) {
        var everything = TickedList.of(head, "szef@biuro.example");
        everything.pageTick().check();
        everything.tickAll().click();
        int every = counted(everything.noticeButton());
        assertThat(everything.opensNotice().summary()).containsText(every + " firm");

        var his = TickedList.of(caretaker, "opiekun@biuro.example");
        his.pageTick().check();
        his.tickAll().click();
        int own = counted(his.noticeButton());
        assertThat(own).isBetween(28, every - 1);
        var notice = his.opensNotice();
        assertThat(notice.summary()).containsText(own + " firm");
        notice.cancel().click();
        assertThat(notice.window()).isHidden();
        his.search().fill("Złoty Kłos");
        assertThat(his.row("Piekarnia Złoty Kłos")).hasCount(1);
        his.search().fill("Warsztat Turbo");
        assertThat(his.row("Warsztat Turbo")).hasCount(0);
        assertThat(his.ticks()).hasCount(0);
    }

    /** Returns the number that the button shows once more than a page is ticked. */
    private static int counted(Locator button) {
        assertThat(button).not().hasAccessibleName("POWIADOMIENIE " + PAGE + " zaznaczonych firm");
        return Integer.parseInt(button.textContent().replaceAll("\\D+", ""));
    }
}
