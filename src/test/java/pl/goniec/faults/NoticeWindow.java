package pl.goniec.faults;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.regex.Pattern;

/** The window POWIADOMIENIE over the lista firm, with every company ticked. */
final class NoticeWindow {

    private static final Pattern RECIPIENTS = Pattern.compile("([0-9\\s\\u00a0]+) odbiorc");

    private final OpenPage page;
    private final long recipients;

    private NoticeWindow(OpenPage page, long recipients) {
        this.page = page;
        this.recipients = recipients;
    }

    static NoticeWindow toEverybody(PageUser head) throws IOException, InterruptedException {
        var page = head.open("/office/companies.xhtml");
        page.command("companiesTickAll", Map.of("value", ""));
        var opened = page.command("noticeOpen", Map.of("value", ""));
        var announced = RECIPIENTS.matcher(opened.body());
        if (!announced.find()) {
            throw new IllegalStateException("No window: " + opened);
        }
        return new NoticeWindow(page, Long.parseLong(announced.group(1).replaceAll("[^0-9]", "")));
    }

    /** Returns how many recipients the window announces. */
    long recipients() {
        return recipients;
    }

    /** Returns the click on WYŚLIJ. */
    HttpRequest sending(String text) {
        return page.pressing("notice:go:send", Map.of("notice:write:text", text, "notice:write:title", ""));
    }

    /** Clicks WYŚLIJ. */
    Answer send(String text) throws IOException, InterruptedException {
        return page.taken(page.user().send(sending(text)));
    }
}
