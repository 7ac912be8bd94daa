package pl.goniec.platform.faces;

import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import org.primefaces.context.PrimeApplicationContext;

/**
 * Takes from PrimeFaces what it has read of the error pages in {@code web.xml}: it would write them with the names of the
 * exceptions into every page, for a handler of its own that is not used. The container and OmniFaces read the file themselves.
 * PrimeFaces reads it with the first request, so that there is nothing to take before.
 */
public class ErrorPagesUntold implements PhaseListener {

    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        PrimeApplicationContext.getCurrentInstance(event.getFacesContext())
                .getConfig()
                .getErrorPages()
                .clear();
    }
}
