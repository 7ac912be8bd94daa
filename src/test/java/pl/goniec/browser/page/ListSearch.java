package pl.goniec.browser.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Typing into the search of the lista firm, until the list has been read anew. */
final class ListSearch {

    private ListSearch() {}

    static void types(Page page, Locator field, String words) {
        page.waitForResponse(
                answer -> {
                    var sent = answer.request().postData();
                    return sent != null && sent.contains("jakarta.faces.source=list%3Asearch");
                },
                () -> field.fill(words));
    }
}
