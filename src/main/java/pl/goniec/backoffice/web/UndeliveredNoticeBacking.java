package pl.goniec.backoffice.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import pl.goniec.backoffice.boundary.DeadLetterService;
import pl.goniec.platform.faces.Rendering;

/** Whether the head is told on his first page that messages could not be delivered. */
@Named("undeliveredNotice")
@RequestScoped
public class UndeliveredNoticeBacking {

    @Inject
    private DeadLetterService service;

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
