package pl.goniec.backoffice.api;

import java.io.Serializable;

/**
 * What a program has sent.
 *
 * @param sender with which name it has logged in to the broker, or null when the broker does not say
 * @param kind what is asked for, as in {@code SendBroadcast}, or null
 * @param text the body, or null when it was no text of at most 256 KiB in UTF-8
 */
public record ReceivedRequest(String sender, String kind, String text) implements Serializable {}
