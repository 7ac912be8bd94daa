package pl.goniec.identity.api;

import java.io.Serializable;
import pl.goniec.shared.PersonId;

/**
 * What a session carries from its log-in on. The log-in name is not enough: an address may become somebody else's.
 *
 * @param generation of the person's sessions; only those of the present one go on
 */
public record SessionMark(PersonId person, long generation) implements Serializable {}
