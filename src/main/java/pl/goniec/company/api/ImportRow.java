package pl.goniec.company.api;

import java.util.Map;

/**
 * One row of a list, as it stands in the file.
 *
 * @param number of the row as a spreadsheet counts it: the headings are row 1
 * @param cells without the blank ones, stripped
 * @param surplus what stands beyond the last heading, or nothing
 */
public record ImportRow(long number, Map<ImportColumn, String> cells, String surplus) {

    public ImportRow {
        cells = Map.copyOf(cells);
    }

    /** A row that has no more cells than there are headings. */
    public ImportRow(long number, Map<ImportColumn, String> cells) {
        this(number, cells, "");
    }

    public boolean isBlank() {
        return cells.isEmpty() && surplus.isEmpty();
    }

    /** Returns the cell's text; nothing when it is blank. */
    public String cell(ImportColumn column) {
        return cells.getOrDefault(column, "");
    }

    public boolean has(ImportColumn column) {
        return cells.containsKey(column);
    }
}
