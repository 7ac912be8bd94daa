package pl.goniec.identity.api;

import pl.goniec.shared.PersonId;

/**
 * A person has another password, and his older sessions are over. Where he has changed it himself it is told once his own session
 * knows of it, so that nobody who hears it takes that one for an older one.
 */
public record PasswordReplaced(PersonId person) {}
