package pl.goniec.conversation.api;

import java.util.Set;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.PersonId;

/** A person read a conversation up to a message of the other side. The audience is everybody who may see it. */
public record ConversationRead(
        ConversationId id, CompanyId company, PersonId reader, long upTo, Set<PersonId> audience) {}
