package pl.goniec.conversation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.primefaces.PrimeFaces;
import pl.goniec.conversation.api.RecipientRow;
import pl.goniec.conversation.boundary.ConversationService;
import pl.goniec.platform.faces.Messages;
import pl.goniec.shared.BusinessException;

/** Wybierz odbiorcę: the people of a company, then the box for the one who is chosen. */
@Named("picker")
@ViewScoped
public class PickerBacking implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private ConversationService conversations;

    @Inject
    private ConversationsBacking page;

    @Inject
    private FirstMessageBacking firstMessage;

    @Inject
    private Messages sentences;

    private List<RecipientRow> people = List.of();
    private RecipientRow chosen;
    private String carried;

    /** Begins anew at the list of people. */
    public void start() {
        people = conversations.recipients(page.companyId());
        chosen = null;
        carried = null;
        firstMessage.close();
    }

    /** Goes on to the box, with the draft of the conversation that already runs with this person. */
    public void choose(RecipientRow person) {
        try {
            firstMessage.open(conversations.with(page.companyId(), person.id()));
        } catch (BusinessException e) {
            sentences.show(e, null);
            people = conversations.recipients(page.companyId());
            return;
        }
        if (carried != null && firstMessage.getText() == null) {
            firstMessage.setText(carried);
        }
        chosen = person;
    }

    /** Returns to the people; what is typed stays in that draft and goes along to another person. */
    public void back() {
        firstMessage.save();
        carried = firstMessage.getText();
        chosen = null;
    }

    /** Closes without sending; what is typed stays a draft. */
    public void cancel() {
        if (chosen != null && firstMessage.isOpen()) {
            firstMessage.save();
            if (page.draftChanged(firstMessage.getConversation())) {
                PrimeFaces.current().ajax().update("reply:write");
            }
        }
        chosen = null;
        firstMessage.close();
    }

    public List<RecipientRow> getPeople() {
        return people;
    }

    public RecipientRow getChosen() {
        return chosen;
    }
}
