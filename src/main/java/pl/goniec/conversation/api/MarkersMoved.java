package pl.goniec.conversation.api;

import pl.goniec.shared.PersonId;

/** A person called conversations read without having read them: his counters fall, and nobody is told. */
public record MarkersMoved(PersonId person, int conversations) {}
