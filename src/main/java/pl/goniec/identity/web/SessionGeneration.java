package pl.goniec.identity.web;

import jakarta.faces.context.FacesContext;

/** To which generation of its person's sessions a session belongs. */
final class SessionGeneration {

    static final String ATTRIBUTE = "goniec.generation";

    private SessionGeneration() {}

    /** Lets the session of this request belong to a generation. */
    static void set(long generation) {
        FacesContext.getCurrentInstance().getExternalContext().getSessionMap().put(ATTRIBUTE, generation);
    }
}
