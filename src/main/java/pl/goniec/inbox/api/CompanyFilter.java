package pl.goniec.inbox.api;

import java.io.Serializable;

/**
 * Which companies of the caller.
 *
 * @param mine only those the caller looks after himself; a caretaker has no others
 * @param search part of the name, or digits of the NIP with or without dashes; blank for all
 */
public record CompanyFilter(boolean mine, String search, boolean unread, boolean unanswered, boolean unreachable)
        implements Serializable {}
