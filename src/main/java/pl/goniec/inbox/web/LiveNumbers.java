package pl.goniec.inbox.web;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.ResourceBundle;
import pl.goniec.inbox.api.UnreadCounts;
import pl.goniec.platform.faces.Messages;
import pl.goniec.platform.faces.Plurals;

/** The unread numbers as live.js reads them, each with its sentence for those who hear the page. */
final class LiveNumbers {

    private LiveNumbers() {}

    static JsonObject json(UnreadCounts counts, Locale locale) {
        var texts = Messages.bundle("frame", locale);
        var companies = Json.createObjectBuilder();
        counts.companies()
                .forEach((company, n) -> companies.add(
                        Long.toString(company),
                        Json.createObjectBuilder().add("n", n).add("text", sentence(texts, n))));
        return Json.createObjectBuilder()
                .add("total", counts.total())
                .add("totalText", sentence(texts, counts.total()))
                .add("companies", companies)
                .build();
    }

    static String sentence(long n, Locale locale) {
        return sentence(Messages.bundle("frame", locale), n);
    }

    private static String sentence(ResourceBundle texts, long n) {
        return Plurals.count(texts, "unread", n);
    }
}
