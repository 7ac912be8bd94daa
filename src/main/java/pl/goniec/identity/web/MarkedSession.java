package pl.goniec.identity.web;

import jakarta.faces.context.FacesContext;
import pl.goniec.identity.api.SessionMark;

/** Whose a session is, and of which generation; or that it is nobody's and holds something of his all the same. */
final class MarkedSession {

    static final String ATTRIBUTE = "goniec.session";
    static final String KEPT = "goniec.kept";

    private MarkedSession() {}

    /** Gives the session of this request its mark. */
    static void set(SessionMark mark) {
        put(ATTRIBUTE, mark);
    }

    /** Lets the session of this request last although nobody has logged in: a form lies in it, or a language that was chosen. */
    static void keep() {
        put(KEPT, true);
    }

    private static void put(String attribute, Object value) {
        FacesContext.getCurrentInstance().getExternalContext().getSessionMap().put(attribute, value);
    }
}
