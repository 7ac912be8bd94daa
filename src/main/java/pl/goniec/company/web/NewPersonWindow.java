package pl.goniec.company.web;

import jakarta.inject.Inject;
import java.io.Serializable;
import org.primefaces.PrimeFaces;
import pl.goniec.identity.api.AccountState;
import pl.goniec.platform.faces.Messages;
import pl.goniec.shared.BusinessException;

/** The window in which somebody is added; what is refused stays as it was typed. */
public abstract class NewPersonWindow implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Messages messages;

    private PersonFields fields = new PersonFields();

    /** Chooses what somebody new usually is. */
    abstract void choose();

    /** Adds and invites him, and returns how his account stands, or refuses. */
    abstract AccountState join(PersonFields person);

    /** Reads the list behind the window anew. */
    abstract void refresh();

    /** Begins anew. */
    public void open() {
        fields = new PersonFields();
        choose();
        PrimeFaces.current().ajax().addCallbackParam("opened", true);
    }

    /** Adds the person, or says beside the fields why not; what is about the whole person, beside the address, which names him. */
    public void add() {
        if (fields.areWrong("add", messages)) {
            return;
        }
        AccountState account;
        try {
            account = join(fields);
        } catch (BusinessException e) {
            messages.show(e, "add:email");
            return;
        }
        refresh();
        PrimeFaces.current().ajax().addCallbackParam("done", true);
        messages.info("people.added." + account, fields.data().email());
    }

    public PersonFields getFields() {
        return fields;
    }
}
