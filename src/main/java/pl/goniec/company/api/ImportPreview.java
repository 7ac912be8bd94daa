package pl.goniec.company.api;

import java.io.Serializable;
import java.util.List;

/**
 * What the import of a list would do, or has done.
 *
 * @param rows of the file, the heading apart
 * @param addedCompanies companies that Goniec does not have yet
 * @param changedCompanies companies whose data differ from the list's
 * @param addedPeople people who get an account
 * @param joined people who come to a company, new or not
 * @param appointed caretakers who begin to look after a company
 * @param faults every row that is left out, with the reason; a row has one
 */
public record ImportPreview(
        int rows,
        int addedCompanies,
        int changedCompanies,
        int addedPeople,
        int joined,
        int appointed,
        List<ImportFault> faults)
        implements Serializable {

    public ImportPreview {
        faults = List.copyOf(faults);
    }

    /** Tells whether there is anything to do at all. */
    public boolean changesNothing() {
        return addedCompanies + changedCompanies + addedPeople + joined + appointed == 0;
    }
}
