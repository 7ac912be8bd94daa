package pl.goniec.mail.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import pl.goniec.mail.api.Letter;
import pl.goniec.mail.api.LetterKind;

/** A letter in the outbox. */
@Entity
@Table(name = "letter")
public class OutgoingLetter {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "letter_seq")
    @SequenceGenerator(name = "letter_seq", sequenceName = "letter_seq", allocationSize = 50)
    private long id;

    @Column(name = "person_id")
    private long personId;

    @Enumerated(EnumType.STRING)
    private LetterKind kind;

    private String address;

    private String subject;

    private String content;

    @Enumerated(EnumType.STRING)
    private LetterState state;

    private int tries;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "next_try_at")
    private Instant nextTryAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    private String problem;

    protected OutgoingLetter() {}

    /** A letter that waits to be sent, from now on. */
    public OutgoingLetter(Letter letter, Instant now) {
        personId = letter.to().value();
        kind = letter.kind();
        address = letter.address();
        subject = letter.subject();
        content = letter.content();
        state = LetterState.WAITING;
        writtenAt = now;
        nextTryAt = now;
    }
}
