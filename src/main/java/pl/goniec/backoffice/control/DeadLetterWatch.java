package pl.goniec.backoffice.control;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether dead letters came lately, as the broker said when it was last asked: who opens a page does not wait for it. */
@ApplicationScoped
public class DeadLetterWatch {

    private volatile boolean recent;

    public boolean hasRecent() {
        return recent;
    }

    public void note(boolean any) {
        recent = any;
    }
}
