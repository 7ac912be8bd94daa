package pl.goniec.inbox.api;

import java.io.Serializable;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.Role;

/** A company in a client's own list. */
public record ClientCompanyRow(CompanyId id, String name, String nip, Role role, long unread) implements Serializable {}
