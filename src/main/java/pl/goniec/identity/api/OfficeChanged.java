package pl.goniec.identity.api;

/** The office's own data were set up or changed. */
public record OfficeChanged() {}
