package pl.goniec.company.api;

import pl.goniec.shared.CompanyId;

/** A company was added, changed, deactivated or activated. */
public record CompanyChanged(CompanyDeed deed, CompanyId company) {}
