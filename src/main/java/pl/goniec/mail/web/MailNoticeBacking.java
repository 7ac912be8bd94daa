package pl.goniec.mail.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import pl.goniec.mail.boundary.MailService;
import pl.goniec.platform.faces.Rendering;

/** Whether the head is told on his first page that letters do not go out. */
@Named("mailNotice")
@RequestScoped
public class MailNoticeBacking {

    @Inject
    private MailService service;

    private Boolean needed;

    /** Asked once per answer; only for the head. */
    public boolean isNeeded() {
        if (!Rendering.begun()) {
            return false;
        }
        if (needed == null) {
            needed = service.needsALook();
        }
        return needed;
    }
}
