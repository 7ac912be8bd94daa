package pl.goniec.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import pl.goniec.browser.page.Composer;
import pl.goniec.browser.page.ConversationsPage;
import pl.goniec.browser.page.ThreadPanel;
import pl.goniec.fixture.BrowserExtension;
import pl.goniec.fixture.Documents;
import pl.goniec.fixture.Fresh;
import pl.goniec.fixture.Visitor;

/** A conversation goes on: one for a person, from both sides. */
@ArquillianTest
@RunAsClient
@ExtendWith(BrowserExtension.class)
class GoingOnST {

    private static final String CARETAKER = "opiekun@biuro.example";
    private static final String FIRM = "Restauracja Pod Jarzębiną";
    private static final String PERSON = "Karol Jarzębski";
    private static final String EMAIL = "karol@podjarzebina.example";

    @TempDir
    private Path disk;

    @Test
    @DisplayName(
            "S35 later messages of either side join that conversation, in order, with author, time, text and files")
    void laterMessagesJoinInOrder(Visitor caretaker, Visitor client) {
        String question = Fresh.text("Czy zwrot VAT już wyszedł?");
        String answer = Fresh.text("Wyszedł wczoraj, potwierdzenie w załączniku.");
        String thanks = Fresh.text("Dziękuję, wpłynął.");
        ThreadPanel ofOffice =
                ConversationsPage.openedBy(caretaker, CARETAKER, FIRM).opens(PERSON);
        ThreadPanel ofClient = ThreadPanel.openedByClient(client, EMAIL);

        ofClient.composer().sends(question);
        assertThat(ofOffice.message(question)).isVisible();
        ofOffice.composer().attaches(Documents.pdf(disk, "Potwierdzenie.pdf")).sends(answer);
        assertThat(ofClient.message(answer)).isVisible();
        ofClient.composer().sends(thanks);
        assertThat(ofOffice.message(thanks)).isVisible();

        for (ThreadPanel thread : List.of(ofOffice, ofClient)) {
            List<String> all = thread.messages().allTextContents();
            List<String> last = all.subList(all.size() - 3, all.size());
            assertThat(last.get(0)).contains(question, PERSON);
            assertThat(last.get(1)).contains(answer, "Tomasz Zieliński", "Potwierdzenie.pdf");
            assertThat(last.get(2)).contains(thanks, PERSON);
            assertThat(last)
                    .allMatch(Pattern.compile("\\d\\d\\.\\d\\d\\.\\d{4} \\d\\d:\\d\\d")
                            .asPredicate());
        }
    }

    @Test
    @DisplayName("S36 choosing the same person again continues the running conversation")
    void samePersonContinues(Visitor caretaker) {
        String first = Fresh.text("Poproszę o wydruki z kasy.");
        String second = Fresh.text("I o raport miesięczny.");
        var conversations = ConversationsPage.openedBy(caretaker, CARETAKER, FIRM);

        conversations.starts().chooses(PERSON).sends(first);
        assertThat(conversations.thread(PERSON).message(first)).isVisible();
        String address = caretaker.page().url();
        conversations.starts().chooses(PERSON).sends(second);

        ThreadPanel thread = conversations.thread(PERSON);
        assertThat(thread.message(second)).isVisible();
        assertThat(thread.message(first)).isVisible();
        assertThat(caretaker.page()).hasURL(address);
        assertThat(conversations.item(PERSON)).hasCount(1);
    }

    @Test
    @DisplayName("S37 the reply box of either side has text, WYBIERZ and WYŚLIJ")
    void replyBox(Visitor caretaker, Visitor client) {
        ThreadPanel ofOffice =
                ConversationsPage.openedBy(caretaker, CARETAKER, FIRM).opens(PERSON);
        ThreadPanel ofClient = ThreadPanel.openedByClient(client, EMAIL);

        for (Composer box : List.of(ofOffice.composer(), ofClient.composer())) {
            assertThat(box.text()).isEditable();
            assertThat(box.chooseFile()).containsText("WYBIERZ");
            assertThat(box.sendButton()).hasText("WYŚLIJ");
        }
    }

    @Test
    @DisplayName("S37 Ctrl+Enter sends the reply, and a new line does not")
    void controlEnterSends(Visitor caretaker) {
        ThreadPanel thread =
                ConversationsPage.openedBy(caretaker, CARETAKER, FIRM).opens(PERSON);
        String text = Fresh.text("Wysłane z klawiatury.");
        Composer box = thread.composer();

        box.types(text).text().press("Enter");
        assertThat(box.text()).hasValue(text + "\n");
        box.text().press("Control+Enter");

        assertThat(thread.message(text)).isVisible();
        assertThat(box.text()).hasValue("");
        assertThat(box.text()).isFocused();
    }

    @Test
    @DisplayName("S37 a draft is kept on the server: it is there in another browser")
    void draftFollowsThePerson(Visitor here, Visitor elsewhere) {
        String text = Fresh.text("Tego jeszcze nie skończyłem.");
        Composer box =
                ConversationsPage.openedBy(here, CARETAKER, FIRM).opens(PERSON).composer();
        box.types(text);
        assertThat(here.page().getByText("Szkic zapisany")).isVisible();

        Composer there = ConversationsPage.openedBy(elsewhere, CARETAKER, FIRM)
                .opens(PERSON)
                .composer();

        assertThat(there.text()).hasValue(text);
    }

    @Test
    @DisplayName("S35 the list of conversations is searched by person and by text")
    void conversationsAreSearched(Visitor caretaker) {
        var conversations = ConversationsPage.openedBy(caretaker, CARETAKER, "Hurtownia Papieru Kartka s.c.");
        Locator krystyna = conversations.item("Krystyna Lipińska");
        Locator halina = conversations.item("Halina Szulc");
        assertThat(krystyna).isVisible();
        assertThat(halina).isVisible();

        conversations.searchField().fill("Szulc");
        assertThat(krystyna).isHidden();
        assertThat(halina).isVisible();
        conversations.searchField().fill("zajmuję się zakupami");
        assertThat(halina).isHidden();
        assertThat(krystyna).isVisible();
        conversations.searchField().fill("tego nie ma nigdzie");
        assertThat(caretaker.page().getByText("Nic nie pasuje do wyszukiwania."))
                .isVisible();
    }
}
