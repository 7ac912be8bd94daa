package pl.goniec.inbox.api;

import java.io.Serializable;
import pl.goniec.shared.CompanyId;

/**
 * A company that one caretaker could hand over, with what he leaves open.
 *
 * @param nip as people write it, with dashes
 * @param unread messages of the clients that he has not read
 * @param unanswered whether the last word of one of its conversations is the client's, as the lista firm says it
 */
public record HandoverRow(CompanyId id, String name, String nip, boolean active, long unread, boolean unanswered)
        implements Serializable {}
