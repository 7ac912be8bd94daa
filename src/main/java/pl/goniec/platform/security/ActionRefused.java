package pl.goniec.platform.security;

/**
 * Somebody asked for what he may not have.
 *
 * @param actor log-in name, or {@code anonymous}
 * @param action what was asked for, as Type.method or an address
 * @param object the ids that were named
 * @param reason key of the sentence the person was shown
 */
public record ActionRefused(String actor, String action, String object, String reason) {}
