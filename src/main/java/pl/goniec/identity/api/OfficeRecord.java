package pl.goniec.identity.api;

import java.io.Serializable;

/**
 * The office as its head sees and changes it.
 *
 * @param version what the head saw: a change made in the meantime is not overwritten
 * @param logo whether there is one
 */
public record OfficeRecord(OfficeData data, long version, boolean logo) implements Serializable {}
