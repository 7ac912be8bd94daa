package pl.goniec.inbox.api;

import java.io.Serializable;

/** The numbers above the lista firm, within the search and the choice of mine or all. */
public record CompanyTotals(long companies, long unreadCompanies, long unansweredCompanies, long unreachableCompanies)
        implements Serializable {}
