package pl.goniec.conversation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import pl.goniec.shared.ConversationId;

/** The box below the open conversation, on both sides. */
@Named("reply")
@ViewScoped
public class ReplyBacking extends ComposerBacking {
    private static final long serialVersionUID = 1L;

    @Inject
    private ThreadBacking thread;

    /** Takes up the draft of the open conversation, or stays shut where nothing can be written. */
    public void openBelowThread() {
        if (thread.getDetails().writable()) {
            open(thread.getDetails().id());
        } else {
            close();
        }
    }

    @Override
    protected void sent(ConversationId id) {
        thread.showNewest();
        thread.markRead();
    }

    @Override
    protected String field() {
        return "reply:write:text";
    }
}
