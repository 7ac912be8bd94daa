package pl.goniec.company.api;

/** All companies and people were taken away as a list of so many rows. */
public record ListExported(int rows) {}
