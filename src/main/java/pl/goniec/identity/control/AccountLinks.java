package pl.goniec.identity.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import pl.goniec.identity.api.LinkPurpose;
import pl.goniec.identity.entity.AccountLink;
import pl.goniec.identity.entity.Person;
import pl.goniec.shared.PersonId;

/** Makes links by which people set passwords. */
@Dependent
public class AccountLinks {

    @Inject
    AccountLinkRepository links;

    @Inject
    AccountLetters letters;

    /** Makes a link for a person and leaves the letter with it; all older ones of the person end. */
    public void send(Person person, LinkPurpose purpose, Instant now) {
        endAll(person, now);
        var secret = Secrets.make();
        var link = new AccountLink(person, purpose, Secrets.hash(secret), now);
        links.add(link);
        letters.link(person, purpose, secret, link.expiresAt());
    }

    /** Ends all links of a person, and takes back the letters with them that have not gone yet. */
    public void endAll(Person person, Instant now) {
        end(person, links.unended(new PersonId(person.id())), now);
    }

    /** Ends the person's invitation and tells whether there was one that still worked. */
    public boolean endInvitation(Person person, Instant now) {
        var invitations = links.unended(new PersonId(person.id())).stream()
                .filter(link -> link.purpose() == LinkPurpose.INVITATION)
                .toList();
        boolean worked = invitations.stream().anyMatch(link -> link.works(now));
        end(person, invitations, now);
        return worked;
    }

    private void end(Person person, List<AccountLink> ending, Instant now) {
        ending.forEach(link -> link.end(now));
        ending.stream().map(AccountLink::purpose).distinct().forEach(purpose -> letters.takeBack(person, purpose));
    }
}
