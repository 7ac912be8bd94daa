package pl.goniec.mail.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import pl.goniec.mail.api.LetterId;
import pl.goniec.mail.api.LetterRow;
import pl.goniec.mail.api.MailOverview;
import pl.goniec.mail.boundary.MailService;
import pl.goniec.platform.faces.Messages;
import pl.goniec.platform.faces.PagedRows;
import pl.goniec.shared.BusinessException;

/** How letters are getting on, and those that did not go as they should. */
@Named("mail")
@ViewScoped
public class MailBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int PAGE = 25;

    @Inject
    private MailService service;

    @Inject
    private Messages messages;

    private final PagedRows<LetterRow> rows = new PagedRows<>(PAGE, (first, size) -> service.troubled(first, size));
    private MailOverview overview;

    /** Reads everything again. */
    public void load() {
        overview = service.overview();
        rows.refresh();
    }

    /** Puts a refused letter on its way again. */
    public void retry(LetterId letter) {
        try {
            service.retry(letter);
            messages.info("mail.retried");
        } catch (BusinessException e) {
            messages.show(e, null);
        }
        load();
    }

    /** Puts every refused letter on its way again. */
    public void retryAll() {
        messages.say(messages.count("mail.retriedAll", service.retryAll()));
        load();
    }

    public MailOverview getOverview() {
        return overview;
    }

    public PagedRows<LetterRow> getRows() {
        return rows;
    }
}
