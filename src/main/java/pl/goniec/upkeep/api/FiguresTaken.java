package pl.goniec.upkeep.api;

import java.util.Optional;

/** Somebody has looked what waits in the database; nothing is known where it did not answer. */
public record FiguresTaken(Optional<Figures> figures) {}
