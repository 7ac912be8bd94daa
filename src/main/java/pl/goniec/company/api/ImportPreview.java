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
 * @param uninvited people of the list whose account waits for an invitation, those who get one included; none of theirs works
 * @param faults every row that is left out, with the reason; a row has one
 */
public record ImportPreview(
        int rows,
        int addedCompanies,
        int changedCompanies,
        int addedPeople,
        int joined,
        int appointed,
        int uninvited,
        List<ImportFault> faults)
        implements Serializable {

    public ImportPreview {
        faults = List.copyOf(faults);
    }

    /** Tells whether everything in the list is there already. */
    public boolean changesNothing() {
        return addedCompanies + changedCompanies + addedPeople + joined + appointed == 0;
    }

    /** Tells whether there is nothing to do at all: nobody waits for an invitation either. */
    public boolean needsNothing() {
        return changesNothing() && uninvited == 0;
    }
}
