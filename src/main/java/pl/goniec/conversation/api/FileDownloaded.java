package pl.goniec.conversation.api;

import pl.goniec.shared.AttachmentId;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.MessageId;
import pl.goniec.shared.PersonId;

/** A person fetched a file of a message. */
public record FileDownloaded(MessageId message, AttachmentId attachment, CompanyId company, PersonId person) {}
