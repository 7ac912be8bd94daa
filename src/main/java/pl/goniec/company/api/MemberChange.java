package pl.goniec.company.api;

import pl.goniec.shared.Role;

/**
 * What a person shall be in a company from now on.
 *
 * @param role ENTREPRENEUR or EMPLOYEE
 * @param mayStart whether an employee may start a conversation; an entrepreneur always may
 */
public record MemberChange(Role role, boolean mayStart) {}
