package pl.goniec.mail.control;

/**
 * Who letters come from.
 *
 * @param name of the office
 * @param signature what stands below every letter, by which a client recognises the office
 */
public record Sender(String name, String signature) {}
