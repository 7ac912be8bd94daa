package pl.goniec.identity.api;

/** Somebody logged out. */
public record LoggedOut(String email, String address) {}
