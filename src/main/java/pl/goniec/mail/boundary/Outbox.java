package pl.goniec.mail.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import pl.goniec.mail.api.Letter;
import pl.goniec.mail.control.LetterRepository;
import pl.goniec.mail.entity.OutgoingLetter;

/** Where a use case leaves a letter. It is sent if, and only if, the transaction of the use case commits. */
@Dependent
public class Outbox {

    @Inject
    LetterRepository letters;

    /** Leaves a letter. Nothing is checked of the address but its length: who it belongs to is the caller's matter. */
    public void post(Letter letter) {
        letters.add(new OutgoingLetter(letter, Instant.now()));
    }
}
