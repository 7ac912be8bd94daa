package pl.goniec.platform.security;

import java.util.Optional;

/** An address within this application, the only kind that a redirect may take from a request. */
public final class LocalAddress {

    private LocalAddress() {}

    /** Returns the address when it is a path of ours (one leading slash, nothing a browser could read as a host). */
    public static Optional<String> of(String address) {
        boolean local = address != null
                && address.startsWith("/")
                && !address.startsWith("//")
                && address.indexOf('\\') < 0
                && address.chars().noneMatch(c -> c < ' ' || c == 0x7f)
                && address.length() <= 2000;
        return local ? Optional.of(address) : Optional.empty();
    }
}
