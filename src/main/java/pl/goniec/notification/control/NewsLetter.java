package pl.goniec.notification.control;

import java.text.MessageFormat;
import java.util.List;
import java.util.ResourceBundle;
import pl.goniec.identity.api.Language;
import pl.goniec.mail.api.Letter;
import pl.goniec.mail.api.LetterKind;
import pl.goniec.platform.faces.Plurals;
import pl.goniec.shared.Side;

/**
 * The wording of the letter that something waits. It says how many messages and in how many companies, never of whom, about what
 * or in which words: a mailbox is read by others too. The link leads to where the messages are, after log-in.
 */
record NewsLetter(String address) {

    private static final String BUNDLE = "pl.goniec.notification.messages";

    /** Returns the letter to a person about everything that is new to him. */
    Letter about(List<News> news) {
        var first = news.get(0);
        var texts = texts(first.language());
        long messages = news.stream().mapToLong(News::messages).sum();
        long companies = news.stream().map(News::company).distinct().count();
        var content = MessageFormat.format(
                texts.getString("letter"),
                Plurals.count(texts, "waiting", messages),
                companies > 1 ? Plurals.count(texts, "companies", companies) : texts.getString("companies.one"),
                address + page(news, companies),
                address + "/settings.xhtml",
                Plurals.count(texts, "read", messages));
        return new Letter(
                LetterKind.MESSAGES, first.person(), first.email(), Plurals.count(texts, "subject", messages), content);
    }

    private static ResourceBundle texts(Language language) {
        return ResourceBundle.getBundle(BUNDLE, language.locale(), NewsLetter.class.getClassLoader());
    }

    /** One company has a page to go to; for several there is the list that everybody starts with. */
    private static String page(List<News> news, long companies) {
        if (companies > 1) {
            return "/";
        }
        var only = news.get(0);
        return (only.side() == Side.OFFICE ? "/office/company/start.xhtml?company=" : "/client/home.xhtml?company=")
                + only.company();
    }
}
