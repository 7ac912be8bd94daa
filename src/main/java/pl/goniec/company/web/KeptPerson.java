package pl.goniec.company.web;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import pl.goniec.company.api.MemberDeed;
import pl.goniec.identity.api.AccountState;
import pl.goniec.platform.faces.Messages;
import pl.goniec.shared.BusinessException;

/**
 * One person before those who keep him, on whichever page. It keeps the versions that it showed: what somebody else has changed
 * meanwhile is not overwritten, and what was typed stays. What is hard to undo is asked again before it is done.
 */
public abstract class KeptPerson implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final Set<MemberDeed> ASKED = EnumSet.of(MemberDeed.BLOCK, MemberDeed.LEAVE);

    @Inject
    private Messages messages;

    private PersonFields fields = new PersonFields();
    private MemberDeed question;
    private String problem;

    /** Does it with him, or refuses. */
    abstract void perform(MemberDeed deed);

    /** Shows him as he has become by it. */
    abstract void showAfter(MemberDeed deed);

    /** Returns with which word the keys begin that say what he leaves: {@code people} a company, {@code staff} the office. */
    abstract String place();

    /** Tells whether the caller may do this with him now, by the name of the deed. */
    public abstract boolean may(String deed);

    public abstract String getWho();

    public abstract AccountState getState();

    /** Returns until when the invitation that he has works, or null when he has none. */
    public abstract Instant getInvitedUntil();

    /** Changes his data, or says beside the field why not. */
    public void save() {
        problem = null;
        if (!fields.areWrong("data", messages)) {
            carryOut(MemberDeed.RENAME);
        }
    }

    /** Does what a button says, by the name of the deed; what is hard to undo is asked first. */
    public void act(String deed) {
        var wanted = MemberDeed.valueOf(deed);
        if (ASKED.contains(wanted)) {
            question = wanted;
        } else {
            carryOut(wanted);
        }
    }

    /** The answer was yes. */
    public void confirm() {
        if (question != null) {
            carryOut(question);
        }
    }

    /** The answer was no. */
    public void spare() {
        question = null;
    }

    /** Begins with him as he stands: nothing is asked, and nothing was refused. */
    void show(PersonFields shown) {
        fields = shown;
        question = null;
        problem = null;
    }

    private void carryOut(MemberDeed deed) {
        boolean invited = getInvitedUntil() != null;
        problem = null;
        question = null;
        try {
            perform(deed);
        } catch (BusinessException e) {
            if (deed == MemberDeed.RENAME && PersonFields.isOfField(e)) {
                messages.show(e, "data:email");
            } else {
                problem = messages.text(e.key(), e.arguments().toArray());
            }
            return;
        }
        showAfter(deed);
        boolean uninvited = deed == MemberDeed.RENAME && invited && getInvitedUntil() == null;
        messages.info(words(deed) + ".done." + deed + (uninvited ? ".uninvited" : ""), getWho());
    }

    private String words(MemberDeed deed) {
        return deed == MemberDeed.LEAVE ? place() : "people";
    }

    /** Returns the key of the sentence that says how his account stands. */
    public String getAccount() {
        return "people.account." + getState();
    }

    public PersonFields getFields() {
        return fields;
    }

    public MemberDeed getQuestion() {
        return question;
    }

    /** Returns the key of the sentence that asks again. */
    public String getSure() {
        return words(question) + ".sure." + question;
    }

    /** Returns the key of the word that leaves. */
    public String getLeave() {
        return place() + ".leave";
    }

    /** Returns the key of the word that says yes. */
    public String getYes() {
        return words(question) + ".yes." + question;
    }

    public String getProblem() {
        return problem;
    }
}
