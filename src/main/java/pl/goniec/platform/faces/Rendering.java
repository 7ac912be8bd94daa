package pl.goniec.platform.faces;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;

/**
 * Tells whether the answer is being rendered. A partial request walks over the page in every phase before, and asks each part
 * whether it is rendered at all: what only decides about text is not worth a query then.
 */
public final class Rendering {

    private Rendering() {}

    public static boolean begun() {
        return FacesContext.getCurrentInstance().getCurrentPhaseId() == PhaseId.RENDER_RESPONSE;
    }
}
