package pl.goniec.platform.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;

/**
 * The application's settings: environment variables with defaults. What the server itself reads from the environment (ports,
 * database, session time-out) stands in {@code wildfly-config}; the README has both in one table. A value that is no number or
 * out of range stops the start with a sentence that names the variable.
 */
@Named("settings")
@ApplicationScoped
public class Settings {

    private static final long MIB = 1024L * 1024L;

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
        fanOutChunk();
        sweepAfter();
        publicUrl();
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
