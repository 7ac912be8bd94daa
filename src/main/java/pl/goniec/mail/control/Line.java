package pl.goniec.mail.control;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Pattern;
import pl.goniec.mail.api.LetterProblem;
import pl.goniec.mail.api.LetterProblem.Reason;
import pl.goniec.mail.entity.OutgoingLetter;

/** An open connection to the mail server, for any number of letters. */
public final class Line implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Line.class.getName());

    /** What says in its enhanced code (RFC 3463) that there is no such address, or that it is not in use. */
    private static final Pattern NO_SUCH_ADDRESS = Pattern.compile("^5[0-9]{2}[ -]5\\.(1\\.(?![78]\\b)|2\\.1\\b)");

    /** What says so by its number, and neither means the sender, a full mailbox or a rule, nor that we may not send at all. */
    private static final Pattern ADDRESS_REFUSED = Pattern.compile(
            "^55[013]\\b(?![ -]5\\.(7\\.|1\\.[78]\\b|2\\.2\\b))(?!(?s:.*)(?i:relay|authenticat|sender|helo))");

    private final Session session;
    private final Transport transport;
    private final String from;

    Line(Session session, Transport transport, String from) {
        this.session = session;
        this.transport = transport;
        this.from = from;
    }

    /**
     * Hands over a letter and returns what was wrong, if anything was. A mail server that falls silent in the middle may have taken
     * it all the same, or be troubled by this very letter: either way it is this letter that is tried again later.
     */
    public Optional<LetterProblem> send(OutgoingLetter letter, Sender sender, Instant now) {
        InternetAddress address;
        try {
            address = new InternetAddress(letter.address(), true);
            address.validate();
        } catch (AddressException e) {
            return Optional.of(new LetterProblem(Reason.BAD_ADDRESS, now, e.getMessage()));
        }
        try {
            transport.sendMessage(message(letter, sender, address, now), new Address[] {address});
            return Optional.empty();
        } catch (SendFailedException e) {
            return Optional.of(new LetterProblem(reason(e), now, words(e)));
        } catch (MessagingException e) {
            return Optional.of(new LetterProblem(Reason.POSTPONED, now, words(e)));
        }
    }

    /** Asks the mail server whether it will have other letters. */
    public boolean isOpen() {
        return transport.isConnected();
    }

    /** Says in one sentence what an exception is about: the server's own words where it said any. */
    public static String words(Exception thrown) {
        Throwable last = thrown;
        for (var at = thrown; at != null; at = at instanceof MessagingException e ? e.getNextException() : null) {
            last = at;
        }
        return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.log(System.Logger.Level.DEBUG, "The mail server did not say good-bye", e);
        }
    }

    /** Only what is said of the address is final: a refused sender, text or log-in may be the office's own to mend. */
    private static Reason reason(SendFailedException refusal) {
        var invalid = refusal.getInvalidAddresses();
        return invalid != null && invalid.length > 0 && meansTheAddress(words(refusal))
                ? Reason.BOUNCED
                : Reason.POSTPONED;
    }

    private static boolean meansTheAddress(String answer) {
        return NO_SUCH_ADDRESS.matcher(answer).find()
                || ADDRESS_REFUSED.matcher(answer).find();
    }

    private MimeMessage message(OutgoingLetter letter, Sender sender, InternetAddress to, Instant now)
            throws MessagingException {
        var message = new Numbered(session, letter, from.substring(from.indexOf('@') + 1));
        message.setFrom(from(sender));
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setText(
                letter.content().strip() + "\n\n-- \n" + sender.signature() + "\n", StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(Date.from(now));
        message.saveChanges();
        return message;
    }

    private InternetAddress from(Sender sender) throws MessagingException {
        try {
            return new InternetAddress(
                    from, sender.name().replaceAll("\\p{Cntrl}+", " "), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("Every machine knows UTF-8", e);
        }
    }

    /** A message whose number is its letter's, each time it is sent. */
    private static final class Numbered extends MimeMessage {

        private final String number;

        Numbered(Session session, OutgoingLetter letter, String host) {
            super(session);
            number = "<letter-" + letter.id() + "-" + letter.writtenAt().getEpochSecond() + "@" + host + ">";
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", number);
        }
    }
}
