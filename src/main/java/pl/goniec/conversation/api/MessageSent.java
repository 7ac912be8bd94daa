package pl.goniec.conversation.api;

import java.util.Set;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.MessageId;
import pl.goniec.shared.PersonId;

/** A message was sent. The audience is everybody who may see it, the author included. */
public record MessageSent(MessageId id, CompanyId company, PersonId author, Set<PersonId> audience) {}
