package pl.goniec.platform.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The application's settings: environment variables with defaults. What the server itself reads from the environment (ports,
 * database, session time-out) stands in {@code wildfly-config}; the README has both in one table. A value that is no number or
 * out of range stops the start with a sentence that names the variable.
 */
@Named("settings")
@ApplicationScoped
public class Settings {

    private static final long MIB = 1024L * 1024L;
    private static final int MIN_SETUP_CODE = 12;
    private static final Pattern ADDRESS = Pattern.compile("[!-~&&[^@<>\",;:()\\[\\]\\\\]]+@[A-Za-z0-9.-]+");

    private final Map<String, String> environment;

    public Settings() {
        this(System.getenv());
    }

    Settings(Map<String, String> environment) {
        this.environment = environment;
        validate();
    }

    private void validate() {
        if (maxFileBytes() > maxMessageBytes()) {
            throw new IllegalStateException("GONIEC_MAX_FILE_MB is larger than GONIEC_MAX_MESSAGE_MB");
        }
        maxTextLength();
        demoCompanies();
        maxDeliveries();
        replyKept();
        fanOutChunk();
        sweepAfter();
        publicUrl();
        backupHour();
        backupsKept();
        setupCode();
        digestAfter();
        linksPerMachine();
        if (!Set.of("", "none", "starttls", "ssl").contains(text("GONIEC_SMTP_TLS"))) {
            throw new IllegalStateException("GONIEC_SMTP_TLS must be none, starttls or ssl");
        }
        if (!Set.of("", "true", "false").contains(text("GONIEC_INTEGRATORS_TLS"))) {
            throw new IllegalStateException("GONIEC_INTEGRATORS_TLS must be true or false");
        }
        var keys = Path.of(text("GONIEC_INTEGRATORS_KEYSTORE"));
        if (Boolean.parseBoolean(text("GONIEC_INTEGRATORS_TLS"))
                && !(Files.isRegularFile(keys) && Files.isReadable(keys))) {
            throw new IllegalStateException(
                    "GONIEC_INTEGRATORS_KEYSTORE must be a file that can be read, because GONIEC_INTEGRATORS_TLS is true");
        }
        if (isMail() && mailFrom().isEmpty()) {
            throw new IllegalStateException("GONIEC_MAIL_FROM must be an e-mail address, because letters are sent");
        }
    }

    /** {@code GONIEC_DEMO}, false: demonstration data and accounts. Only the run command turns it on. */
    public boolean isDemo() {
        return Boolean.parseBoolean(environment.getOrDefault("GONIEC_DEMO", "false"));
    }

    /** {@code GONIEC_DEMO_COMPANIES}, 60: how many demonstration companies, at least those the tour names. */
    public int demoCompanies() {
        return (int) number("GONIEC_DEMO_COMPANIES", 60, 60, 100_000);
    }

    /** {@code GONIEC_MAX_FILE_MB}, 20: the largest single file, in bytes here. */
    public long maxFileBytes() {
        return number("GONIEC_MAX_FILE_MB", 20, 1, 2000) * MIB;
    }

    /** {@code GONIEC_MAX_MESSAGE_MB}, 25: all files of a message together, in bytes here. */
    public long maxMessageBytes() {
        return number("GONIEC_MAX_MESSAGE_MB", 25, 1, 2000) * MIB;
    }

    /** The largest single file as a person reads it, in MB. */
    public long maxFileMegabytes() {
        return maxFileBytes() / MIB;
    }

    /** All files of a message together as a person reads it, in MB. */
    public long maxMessageMegabytes() {
        return maxMessageBytes() / MIB;
    }

    /** {@code GONIEC_MAX_TEXT}, 10000: the longest text of a message, in characters. */
    public int maxTextLength() {
        return (int) number("GONIEC_MAX_TEXT", 10_000, 1, 100_000);
    }

    /** {@code GONIEC_MAX_DELIVERIES}, 20: how often the broker tries a message; the last try writes FAILED. */
    public int maxDeliveries() {
        return (int) number("GONIEC_MAX_DELIVERIES", 20, 1, 1000);
    }

    /** {@code GONIEC_REPLY_DAYS}, 14: how long a reply waits for the program that has asked. */
    public Duration replyKept() {
        return Duration.ofDays(number("GONIEC_REPLY_DAYS", 14, 1, 365));
    }

    /** {@code GONIEC_FANOUT_CHUNK}, 2000: recipients of a POWIADOMIENIE delivered in one transaction. */
    public int fanOutChunk() {
        return (int) number("GONIEC_FANOUT_CHUNK", 2_000, 1, 50_000);
    }

    /** {@code GONIEC_SWEEP_SECONDS}, 30: how long a dispatched chunk may stay pending before it is sent again. */
    public Duration sweepAfter() {
        return Duration.ofSeconds(number("GONIEC_SWEEP_SECONDS", 30, 1, 3600));
    }

    /**
     * {@code GONIEC_PUBLIC_URL}, {@code http://127.0.0.1:} and the HTTP port: where people open Goniec, for links in letters. Without
     * a slash at the end.
     */
    public String publicUrl() {
        var value = environment.get("GONIEC_PUBLIC_URL");
        if (value == null || value.isBlank()) {
            return "http://127.0.0.1:" + number("GONIEC_HTTP_PORT", 8080, 1, 65_535);
        }
        var address = value.strip();
        if (!isServer(address)) {
            throw new IllegalStateException(
                    "GONIEC_PUBLIC_URL must be http:// or https:// with a host, and nothing behind the port: " + value);
        }
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    /**
     * {@code GONIEC_SETUP_CODE}, none: what the page of the first start asks for, at least 12 characters; without it a code is made up
     * and written in the log.
     */
    public Optional<String> setupCode() {
        var value = environment.getOrDefault("GONIEC_SETUP_CODE", "").strip();
        if (!value.isEmpty() && value.length() < MIN_SETUP_CODE) {
            throw new IllegalStateException("GONIEC_SETUP_CODE must have at least " + MIN_SETUP_CODE + " characters");
        }
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /**
     * {@code GONIEC_LINKS_PER_MACHINE}, 20: how often one machine may ask for a link to another password in a quarter of an hour; more
     * where many people share one address.
     */
    public int linksPerMachine() {
        return (int) number("GONIEC_LINKS_PER_MACHINE", 20, 1, 100_000);
    }

    private static boolean isServer(String address) {
        try {
            var uri = new URI(address);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && ("".equals(uri.getPath()) || "/".equals(uri.getPath()))
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** {@code GONIEC_BACKUP_DIR}, {@code backups} in the server's data folder: where backups of H2 are written. */
    public Path backupDir() {
        var folder = text("GONIEC_BACKUP_DIR");
        return folder.isEmpty()
                ? Path.of(System.getProperty("jboss.server.data.dir", "."), "backups")
                : Path.of(folder).toAbsolutePath();
    }

    /** {@code GONIEC_BACKUP_HOUR}, 2: the hour at which H2 is backed up every night, empty if it is {@code off}. */
    public OptionalInt backupHour() {
        return text("GONIEC_BACKUP_HOUR").equalsIgnoreCase("off")
                ? OptionalInt.empty()
                : OptionalInt.of((int) number("GONIEC_BACKUP_HOUR", 2, 0, 23));
    }

    /** {@code GONIEC_BACKUPS_KEPT}, 7: how many backups stay. */
    public int backupsKept() {
        return (int) number("GONIEC_BACKUPS_KEPT", 7, 1, 1000);
    }

    /** {@code GONIEC_MOVE_FROM}, unset: the H2 file, with or without its ending, from which everything is to be moved. */
    public Optional<Path> moveFrom() {
        return Optional.of(text("GONIEC_MOVE_FROM"))
                .filter(file -> !file.isEmpty())
                .map(file -> Path.of(file.replaceFirst("\\.mv\\.db$", "")).toAbsolutePath());
    }

    /** {@code GONIEC_MOVE_USER}, goniec: the account of that H2 file. */
    public String moveUser() {
        return environment.getOrDefault("GONIEC_MOVE_USER", "goniec");
    }

    /** {@code GONIEC_MOVE_PASSWORD}, goniec: its password. */
    public String movePassword() {
        return environment.getOrDefault("GONIEC_MOVE_PASSWORD", "goniec");
    }

    /** {@code GONIEC_MAIL}, true where {@code GONIEC_SMTP_HOST} is set: whether letters are sent at all. */
    public boolean isMail() {
        String mail = text("GONIEC_MAIL");
        return mail.isEmpty() ? !text("GONIEC_SMTP_HOST").isEmpty() : Boolean.parseBoolean(mail);
    }

    /** {@code GONIEC_MAIL_FROM}: the address that letters come from; empty only where none are sent. */
    public String mailFrom() {
        String address = text("GONIEC_MAIL_FROM");
        if (!address.isEmpty() && !ADDRESS.matcher(address).matches()) {
            throw new IllegalStateException("GONIEC_MAIL_FROM is no e-mail address: " + address);
        }
        return address;
    }

    /** {@code GONIEC_SMTP_USER}: the account at the mail server; empty where it asks for none. */
    public String smtpUser() {
        return text("GONIEC_SMTP_USER");
    }

    /** {@code GONIEC_SMTP_PASSWORD}: the account's password. */
    public String smtpPassword() {
        return environment.getOrDefault("GONIEC_SMTP_PASSWORD", "");
    }

    /** {@code GONIEC_DIGEST_MINUTES}, 15: how long news may lie before those who want a digest are told of it. */
    public Duration digestAfter() {
        return Duration.ofMinutes(number("GONIEC_DIGEST_MINUTES", 15, 1, 1440));
    }

    private String text(String name) {
        return environment.getOrDefault(name, "").strip();
    }

    private long number(String name, long ifAbsent, long least, long most) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            return ifAbsent;
        }
        try {
            long number = Long.parseLong(value.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalStateException(name + " is not a whole number: " + value, e);
        }
        throw new IllegalStateException(name + " must be from " + least + " to " + most + ", not " + value);
    }
}
