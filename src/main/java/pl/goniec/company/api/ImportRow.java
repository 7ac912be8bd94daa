package pl.goniec.company.api;

import java.util.Map;

/**
 * One row of a list, as it stands in the file.
 *
 * @param number of the row as a spreadsheet counts it: the headings are row 1
 * @param cells without the blank ones, stripped
 */
public record ImportRow(long number, Map<ImportColumn, String> cells) {

    public ImportRow {
        cells = Map.copyOf(cells);
    }

    /** Returns the cell's text; nothing when it is blank. */
    public String cell(ImportColumn column) {
        return cells.getOrDefault(column, "");
    }

    public boolean has(ImportColumn column) {
        return cells.containsKey(column);
    }
}
