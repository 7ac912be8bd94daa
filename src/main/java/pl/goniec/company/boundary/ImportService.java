package pl.goniec.company.boundary;

import static pl.goniec.platform.security.Roles.OFFICE_HEAD;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.AsyncResult;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Future;
import pl.goniec.company.api.ImportPreview;
import pl.goniec.company.api.ImportProgress;
import pl.goniec.company.api.ImportRow;
import pl.goniec.company.api.ListExported;
import pl.goniec.company.api.ListImported;
import pl.goniec.company.control.CareRepository;
import pl.goniec.company.control.CompanyCsv;
import pl.goniec.company.control.ListImport;
import pl.goniec.identity.boundary.CallerScope;
import pl.goniec.platform.security.OriginKept;
import pl.goniec.platform.security.RefusalsReported;
import pl.goniec.platform.security.RequestOrigin;
import pl.goniec.shared.BusinessException;

/**
 * Lists of companies, their people and their caretakers, in and out. What a list does not name stays as it is: an import adds and
 * changes, and takes nothing away, so that the same list again does nothing. Who has left a company is not brought back by a list.
 */
@Stateless
@DenyAll
@RefusalsReported
public class ImportService {

    @Inject
    CallerScope caller;

    @Inject
    ListImport lists;

    @Inject
    CareRepository care;

    @Inject
    Event<Object> events;

    /**
     * Tells what the import of a list would do, and does nothing.
     *
     * @param file CSV as {@link CompanyCsv} reads it
     * @throws BusinessException {@code import.…} when it is no such list
     */
    @RolesAllowed(OFFICE_HEAD)
    public ImportPreview preview(byte[] file) {
        caller.head();
        return lists.preview(CompanyCsv.read(file), care.now());
    }

    /**
     * Imports the rows of a list that have no fault, all of them or none.
     *
     * @param file CSV as {@link CompanyCsv} reads it
     * @param invite whether everybody in those rows whose account waits for it, new or not, is sent an invitation
     * @param origin of the request that asks for it: the work is done on another thread, and its audit rows are that request's
     * @param progress is told how far it has got
     * @return what was done, later; a {@link BusinessException} is its cause when nothing was
     */
    @Asynchronous
    @OriginKept
    @RolesAllowed(OFFICE_HEAD)
    public Future<ImportPreview> run(byte[] file, boolean invite, RequestOrigin origin, ImportProgress progress) {
        caller.head();
        var done = lists.run(CompanyCsv.read(file), invite, care.now(), progress);
        events.fire(new ListImported(done.rows(), done.faults().size()));
        return new AsyncResult<>(done);
    }

    /** Returns the office as a list that can be imported: its people, and all companies with theirs. */
    @RolesAllowed(OFFICE_HEAD)
    public List<ImportRow> export() {
        caller.head();
        var rows = lists.rows(care.now());
        events.fire(new ListExported(rows.size()));
        return rows;
    }
}
