package pl.goniec.mail.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import pl.goniec.mail.api.Letter;
import pl.goniec.mail.api.LetterKind;
import pl.goniec.mail.control.LetterRepository;
import pl.goniec.mail.entity.OutgoingLetter;
import pl.goniec.shared.PersonId;

/** Where a use case leaves a letter. It is sent if, and only if, the transaction of the use case commits. */
@Dependent
public class Outbox {

    @Inject
    LetterRepository letters;

    /** Leaves a letter. Nothing is checked of the address but its length: who it belongs to is the caller's matter. */
    public void post(Letter letter) {
        letters.add(new OutgoingLetter(letter, Instant.now()));
    }

    /** Leaves a letter that is of no use after a moment: if it has not been sent by then it is given up. */
    public void post(Letter letter, Instant until) {
        letters.add(new OutgoingLetter(letter, Instant.now(), until));
    }

    /** Takes back the letters of a kind that a person has not got yet. One that is being handed over at this moment still goes. */
    public void takeBack(PersonId person, LetterKind kind) {
        var now = Instant.now();
        letters.unsent(person, kind).forEach(letter -> letter.dropped(now));
    }
}
