package pl.goniec.identity.api;

import java.io.Serializable;

/** Whose link it is and what it is for, as the page shows it before the password is set. */
public record LinkDetails(String name, String email, LinkPurpose purpose) implements Serializable {}
