package pl.goniec.identity.api;

import jakarta.validation.constraints.NotNull;
import java.io.Serializable;

/** A person to be added to the office, and what he is there. */
public record AddStaff(@NotNull NewPerson person, @NotNull OfficePosition position) implements Serializable {}
