package pl.goniec.conversation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import pl.goniec.shared.ConversationId;

/** The box in the picker's second step; once sent, the page behind the dialog shows that conversation. */
@Named("firstMessage")
@ViewScoped
public class FirstMessageBacking extends ComposerBacking {
    private static final long serialVersionUID = 1L;

    @Inject
    private ConversationsBacking page;

    @Override
    protected void sent(ConversationId id) {
        close();
        page.show(id);
    }

    @Override
    protected String field() {
        return "first:write:text";
    }
}
