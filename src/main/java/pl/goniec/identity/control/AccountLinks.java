package pl.goniec.identity.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import pl.goniec.identity.api.LinkPurpose;
import pl.goniec.identity.entity.AccountLink;
import pl.goniec.identity.entity.Person;
import pl.goniec.mail.api.Letter;
import pl.goniec.mail.api.LetterKind;
import pl.goniec.mail.boundary.Outbox;
import pl.goniec.platform.config.Settings;
import pl.goniec.shared.PersonId;

/** Makes links by which people set passwords, and the letters that bring them. */
@Dependent
public class AccountLinks {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm").withZone(ZoneId.of("Europe/Warsaw"));

    @Inject
    AccountLinkRepository links;

    @Inject
    OfficeQueries offices;

    @Inject
    Outbox outbox;

    @Inject
    Settings settings;

    /** Makes a link for a person and leaves the letter with it; all older ones of the person end. */
    public void send(Person person, LinkPurpose purpose, Instant now) {
        endAll(person, now);
        var secret = Secrets.make();
        var link = new AccountLink(person, purpose, Secrets.hash(secret), now);
        links.add(link);
        outbox.post(letter(person, link, secret), link.expiresAt());
    }

    /** Ends all links of a person, and takes back the letters with them that have not gone yet. */
    public void endAll(Person person, Instant now) {
        end(links.unended(new PersonId(person.id())), now);
    }

    /** Ends the person's invitation and tells whether there was one that still worked. */
    public boolean endInvitation(Person person, Instant now) {
        var invitations = links.unended(new PersonId(person.id())).stream()
                .filter(link -> link.purpose() == LinkPurpose.INVITATION)
                .toList();
        boolean worked = invitations.stream().anyMatch(link -> link.works(now));
        end(invitations, now);
        return worked;
    }

    private void end(List<AccountLink> ending, Instant now) {
        ending.forEach(link -> link.end(now));
        ending.stream()
                .collect(Collectors.toMap(AccountLink::purpose, AccountLink::person, (one, other) -> one))
                .forEach((purpose, person) -> outbox.takeBack(person, kind(purpose)));
    }

    private static LetterKind kind(LinkPurpose purpose) {
        return purpose == LinkPurpose.INVITATION ? LetterKind.INVITATION : LetterKind.PASSWORD;
    }

    private Letter letter(Person person, AccountLink link, String secret) {
        var locale = person.language().locale();
        var texts = ResourceBundle.getBundle(
                "pl.goniec.identity.messages", locale, getClass().getClassLoader());
        boolean invitation = link.purpose() == LinkPurpose.INVITATION;
        var key = invitation ? "letter.invitation" : "letter.password";
        Object[] places = {
            offices.office().name(),
            person.fullName(),
            settings.publicUrl() + "/activate.xhtml?key=" + secret,
            TIME.format(link.expiresAt()),
            person.email()
        };
        return new Letter(
                kind(link.purpose()),
                new PersonId(person.id()),
                person.email(),
                cut(new MessageFormat(texts.getString(key + ".subject"), locale).format(places)),
                new MessageFormat(texts.getString(key + ".text"), locale).format(places));
    }

    private static String cut(String subject) {
        return subject.length() <= Letter.MAX_SUBJECT ? subject : subject.substring(0, Letter.MAX_SUBJECT);
    }
}
