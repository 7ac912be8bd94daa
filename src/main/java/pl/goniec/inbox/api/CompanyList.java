package pl.goniec.inbox.api;

import java.io.Serializable;
import pl.goniec.shared.Page;

/**
 * One look at the lista firm: all of it is true of the same moment.
 *
 * @param page the rows that match, in the order asked for
 * @param totals the numbers above the list
 * @param unread of all the caller's companies, whatever is searched for
 */
public record CompanyList(Page<CompanyRow> page, CompanyTotals totals, UnreadSum unread) implements Serializable {}
