package pl.goniec.platform.faces;

/**
 * Something unexpected was answered with the number of an incident.
 *
 * @param number under which it stands in the log
 */
public record IncidentHappened(String number) {}
