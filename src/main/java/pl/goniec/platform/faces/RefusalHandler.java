package pl.goniec.platform.faces;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.omnifaces.util.Exceptions;
import pl.goniec.platform.security.RequestOriginFilter;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.ForbiddenException;
import pl.goniec.shared.NotFoundException;

/**
 * What the business or the container refuses, where no backing bean caught it. On an action of an open page the sentence is shown
 * and everything typed stays; a page that was to be opened answers 404 or 403, the same for what is foreign and for what never
 * existed. Everything else is unexpected. Where a page was to be opened it goes on to OmniFaces: an error page with an incident
 * number. On an open page it goes to {@link IncidentFilter}: another view put in the page's place would take the page's beans with
 * it, and a second try could never succeed.
 */
public class RefusalHandler extends ExceptionHandlerWrapper {

    public RefusalHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() throws FacesException {
        FacesContext faces = FacesContext.getCurrentInstance();
        for (Iterator<ExceptionQueuedEvent> events =
                        getUnhandledExceptionQueuedEvents().iterator();
                events.hasNext(); ) {
            var queued = events.next().getContext();
            RuntimeException refusal = refusal(queued.getException());
            if (refusal != null && !faces.getExternalContext().isResponseCommitted()) {
                events.remove();
                answer(faces, refusal, queued.getPhaseId());
            } else if (refusal == null && isOnOpenPage(faces, queued.getException())) {
                events.remove();
                throw new FacesException(queued.getException());
            }
        }
        getWrapped().handle();
    }

    private static void answer(FacesContext faces, RuntimeException refusal, PhaseId phase) {
        boolean rendering = PhaseId.RENDER_RESPONSE.equals(phase);
        if (faces.isPostback() && !rendering) {
            Messages messages = CDI.current().select(Messages.class).get();
            if (refusal instanceof BusinessException business) {
                messages.show(business, null);
            } else {
                messages.error(null, "error.403.text");
            }
            faces.renderResponse();
        } else {
            if (refusal instanceof BusinessException business && !business.firstReport()) {
                RequestOriginFilter.reported(
                        (HttpServletRequest) faces.getExternalContext().getRequest());
            }
            sendError(faces, refusal instanceof NotFoundException || !isForbidden(refusal));
        }
    }

    private static boolean isOnOpenPage(FacesContext faces, Throwable thrown) {
        return faces.getPartialViewContext().isAjaxRequest()
                && !(Exceptions.unwrap(thrown, FacesException.class) instanceof ViewExpiredException);
    }

    private static boolean isForbidden(RuntimeException refusal) {
        return refusal instanceof ForbiddenException || refusal instanceof EJBAccessException;
    }

    private static void sendError(FacesContext faces, boolean notFound) {
        ExternalContext external = faces.getExternalContext();
        try {
            external.responseSendError(
                    notFound ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_FORBIDDEN, null);
            faces.responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what was refused, or null. Of two changes at one moment the later is refused by the database, which says so at the commit. */
    static RuntimeException refusal(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BusinessException || cause instanceof EJBAccessException) {
                return (RuntimeException) cause;
            }
            if (cause instanceof OptimisticLockException) {
                return new ConflictException("error.meanwhile");
            }
        }
        return null;
    }

    /** Puts the handler around that of OmniFaces; named after it in {@code faces-config.xml}. */
    public static class Factory extends ExceptionHandlerFactory {

        public Factory(ExceptionHandlerFactory wrapped) {
            super(wrapped);
        }

        @Override
        public ExceptionHandler getExceptionHandler() {
            return new RefusalHandler(getWrapped().getExceptionHandler());
        }
    }
}
