package pl.goniec.identity.api;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalTime;

/** When the office is open on one day of the week, in Europe/Warsaw. */
public record OpeningHours(DayOfWeek day, LocalTime opens, LocalTime closes) implements Serializable {}
