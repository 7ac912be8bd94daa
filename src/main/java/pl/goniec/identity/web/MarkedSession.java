package pl.goniec.identity.web;

import jakarta.faces.context.FacesContext;
import pl.goniec.identity.api.SessionMark;

/** Whose a session is, and of which generation. */
final class MarkedSession {

    static final String ATTRIBUTE = "goniec.session";

    private MarkedSession() {}

    /** Gives the session of this request its mark. */
    static void set(SessionMark mark) {
        FacesContext.getCurrentInstance().getExternalContext().getSessionMap().put(ATTRIBUTE, mark);
    }
}
