package pl.goniec.conversation.api;

import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.PersonId;

/** An entrepreneur looked into the conversation of an employee of his; no marker was moved. */
public record ConversationOverseen(ConversationId id, CompanyId company, PersonId person) {}
