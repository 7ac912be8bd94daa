package pl.goniec.identity.api;

/**
 * Somebody tried to log in.
 *
 * @param email as typed
 * @param address of the machine
 * @param accepted whether it worked
 */
public record LogInAttempted(String email, String address, boolean accepted) {}
