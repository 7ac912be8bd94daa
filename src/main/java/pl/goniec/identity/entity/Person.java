package pl.goniec.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import pl.goniec.identity.api.AccountState;
import pl.goniec.identity.api.Language;
import pl.goniec.identity.api.LinkPurpose;
import pl.goniec.identity.api.MailChoice;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.identity.api.PersonData;
import pl.goniec.identity.api.PersonKind;
import pl.goniec.identity.api.Theme;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.ForbiddenException;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.Side;

/**
 * A person of either side. The e-mail is the log-in name and is kept in lower case. An account is added, invited, activated by
 * its person, and may be blocked; a session belongs to one generation, and each of those changes that must end sessions begins
 * the next.
 */
@Entity
public class Person {

    private static final String PROGRAM = "System ";
    private static final int MAX_PROGRAM_NAME = PersonData.MAX_NAME - PROGRAM.length();

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "person_seq")
    @SequenceGenerator(name = "person_seq", sequenceName = "person_seq", allocationSize = 50)
    private long id;

    @Version
    private long version;

    private String email;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "full_name")
    private String fullName;

    /** By what names are put in Polish order; the database derives it. */
    @Column(name = "name_order", insertable = false, updatable = false)
    private String nameOrder;

    private String phone;

    @Enumerated(EnumType.STRING)
    private AccountState state;

    @Enumerated(EnumType.STRING)
    @Column(name = "office_position")
    private OfficePosition position;

    private String language;

    @Enumerated(EnumType.STRING)
    private Theme theme;

    @Column(name = "invited_at")
    private Instant invitedAt;

    @Column(name = "blocked_by_office")
    private boolean blockedByOffice;

    @Enumerated(EnumType.STRING)
    private PersonKind kind;

    @Column(name = "session_generation")
    private long sessionGeneration;

    @Enumerated(EnumType.STRING)
    @Column(name = "mail_choice")
    private MailChoice mailChoice;

    protected Person() {}

    /** A person who has neither been invited nor set a password. */
    public Person(PersonData data, Language language) {
        take(data);
        this.kind = PersonKind.HUMAN;
        this.state = AccountState.NOT_ACTIVATED;
        this.language = language.code();
        this.theme = Theme.SYSTEM;
        this.mailChoice = MailChoice.DIGEST;
    }

    /**
     * A program of the office, called as it logs in to the broker. It has no password and nobody writes to it.
     *
     * @throws BusinessException {@code program.nameTooLong} with the number of characters that have room
     */
    public static Person program(String name) {
        if (name.length() > MAX_PROGRAM_NAME) {
            throw new BusinessException("program.nameTooLong", MAX_PROGRAM_NAME);
        }
        var person = new Person();
        person.email = name;
        person.fullName = PROGRAM + name;
        person.state = AccountState.ACTIVE;
        person.kind = PersonKind.PROGRAM;
        person.language = Language.PL.code();
        person.theme = Theme.SYSTEM;
        person.mailChoice = MailChoice.NEVER;
        return person;
    }

    /**
     * Notes that a letter with an invitation has been written.
     *
     * @throws ConflictException {@code person.justInvited} with a number of minutes, when there was one a moment ago
     */
    public void invite(Instant now) {
        requireNotActivated();
        if (isJustInvited(now)) {
            throw new ConflictException("person.justInvited", LinkPurpose.BETWEEN_LETTERS.toMinutes());
        }
        invitedAt = now;
    }

    /** Tells whether it is too early for another letter to the address, whatever became of the last one. */
    public boolean isJustInvited(Instant now) {
        return invitedAt != null && now.isBefore(invitedAt.plus(LinkPurpose.BETWEEN_LETTERS));
    }

    /** Refuses what only concerns an account that has never been in use. */
    public void requireNotActivated() {
        if (state != AccountState.NOT_ACTIVATED) {
            throw new ConflictException("person.activated");
        }
    }

    /** Sets the password by a link, which puts the account in use and ends every session. */
    public void activate(String newHash) {
        if (state == AccountState.BLOCKED) {
            throw new NotFoundException();
        }
        passwordHash = newHash;
        state = AccountState.ACTIVE;
        endSessions();
    }

    /** Sets another password and ends every session. */
    public void changePassword(String newHash) {
        passwordHash = newHash;
        endSessions();
    }

    /** Stops the account and ends every session. What the office has stopped stays so until the office lets it go. */
    public void block(Side by) {
        if (state == AccountState.BLOCKED) {
            throw new ConflictException("person.blocked");
        }
        state = AccountState.BLOCKED;
        blockedByOffice = by == Side.OFFICE;
        endSessions();
    }

    /**
     * Puts a blocked account in use again; who never had a password still has to set one.
     *
     * @throws ForbiddenException {@code person.blockedByOffice} for the clients' side, when the office has stopped it
     */
    public void unblock(Side by) {
        if (state != AccountState.BLOCKED) {
            throw new ConflictException("person.notBlocked");
        }
        if (blockedByOffice && by != Side.OFFICE) {
            throw new ForbiddenException("person.blockedByOffice");
        }
        blockedByOffice = false;
        state = passwordHash == null ? AccountState.NOT_ACTIVATED : AccountState.ACTIVE;
    }

    /** Begins the next generation of sessions: those of older ones are refused. */
    public void endSessions() {
        sessionGeneration++;
    }

    /** Gives a position in the office, or takes it away when it is null, and ends every session: each has the rights of its log-in. */
    public void appoint(OfficePosition newPosition) {
        position = newPosition;
        endSessions();
    }

    /** Changes what is kept of the person, unless somebody else has changed it since this version was seen. */
    public void change(long seen, PersonData data) {
        if (seen != version) {
            throw new ConflictException("person.changed");
        }
        if (!email.equals(data.email())) {
            invitedAt = null;
        }
        take(data);
    }

    private void take(PersonData data) {
        data.fault().ifPresent(key -> {
            throw new BusinessException(key);
        });
        fullName = data.name();
        email = data.email();
        phone = data.phone().isEmpty() ? null : data.phone();
    }

    /** Tells whether this is the person's name, but for case and blanks. */
    public boolean isCalled(String name) {
        return plain(name).equals(plain(fullName));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("(?U)\\s+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** Sets how the person wants the screen. */
    public void choose(Language newLanguage, Theme newTheme) {
        language = newLanguage.code();
        theme = newTheme;
    }

    /** Sets how the person wants to be told of new messages. */
    public void choose(MailChoice newChoice) {
        mailChoice = newChoice;
    }

    public long id() {
        return id;
    }

    public long version() {
        return version;
    }

    public AccountState state() {
        return state;
    }

    /** Returns the hash of the password, or null while there is none. */
    public String passwordHash() {
        return passwordHash;
    }

    /** Returns the phone number, or null. */
    public String phone() {
        return phone;
    }

    public boolean isProgram() {
        return kind == PersonKind.PROGRAM;
    }

    public long sessionGeneration() {
        return sessionGeneration;
    }

    public MailChoice mailChoice() {
        return mailChoice;
    }

    public String email() {
        return email;
    }

    public String fullName() {
        return fullName;
    }

    public OfficePosition position() {
        return position;
    }

    public Language language() {
        return Language.of(language);
    }

    public Theme theme() {
        return theme;
    }
}
