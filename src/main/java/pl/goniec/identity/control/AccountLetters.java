package pl.goniec.identity.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ResourceBundle;
import pl.goniec.identity.api.LinkPurpose;
import pl.goniec.identity.entity.Person;
import pl.goniec.mail.api.Letter;
import pl.goniec.mail.api.LetterKind;
import pl.goniec.mail.boundary.Outbox;
import pl.goniec.platform.config.Settings;
import pl.goniec.shared.PersonId;

/** The letters about an account, in the language of its person. */
@Dependent
public class AccountLetters {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm").withZone(ZoneId.of("Europe/Warsaw"));

    @Inject
    OfficeQueries offices;

    @Inject
    Outbox outbox;

    @Inject
    Settings settings;

    /**
     * Brings a person the link by which he sets a password. An invitation says nothing that anybody has typed, not even his name: it
     * goes to an address of which nobody knows yet whose it is.
     */
    void link(Person person, LinkPurpose purpose, String secret, Instant expiresAt) {
        var letter = letter(
                kind(purpose),
                person,
                person.email(),
                purpose == LinkPurpose.INVITATION ? "letter.invitation" : "letter.password",
                offices.office().name(),
                person.fullName(),
                settings.publicUrl() + "/activate.xhtml?key=" + secret,
                TIME.format(expiresAt),
                person.email());
        outbox.post(letter, expiresAt);
    }

    /** Takes back the letters with such links that have not gone to a person yet. */
    void takeBack(Person person, LinkPurpose purpose) {
        outbox.takeBack(new PersonId(person.id()), kind(purpose));
    }

    private static LetterKind kind(LinkPurpose purpose) {
        return purpose == LinkPurpose.INVITATION ? LetterKind.INVITATION : LetterKind.PASSWORD;
    }

    /** Tells at the address that a person had so far that it is not his log-in name any more. The new one is not named there. */
    public void moved(Person person, String former) {
        outbox.post(letter(
                LetterKind.ACCOUNT,
                person,
                former,
                "letter.moved",
                offices.office().name(),
                former));
    }

    /** Tells a person that he is in a company now. Who did it, and whatever else somebody may have typed, is not said. */
    public void joined(Person person, String company) {
        outbox.post(letter(
                LetterKind.ACCOUNT,
                person,
                person.email(),
                "letter.joined",
                offices.office().name(),
                company,
                settings.publicUrl() + "/"));
    }

    private Letter letter(LetterKind kind, Person person, String address, String key, Object... places) {
        var locale = person.language().locale();
        var texts = ResourceBundle.getBundle(
                "pl.goniec.identity.messages", locale, getClass().getClassLoader());
        return new Letter(
                kind,
                new PersonId(person.id()),
                address,
                cut(new MessageFormat(texts.getString(key + ".subject"), locale).format(places)),
                new MessageFormat(texts.getString(key + ".text"), locale).format(places));
    }

    private static String cut(String subject) {
        return subject.length() <= Letter.MAX_SUBJECT ? subject : subject.substring(0, Letter.MAX_SUBJECT);
    }
}
