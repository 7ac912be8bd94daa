package pl.goniec.company.api;

/**
 * A list of companies and people was imported.
 *
 * @param rows of the list
 * @param faults how many of them were left out
 */
public record ListImported(int rows, int faults) {}
