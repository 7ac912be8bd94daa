package pl.goniec.company.api;

import pl.goniec.identity.api.Language;
import pl.goniec.shared.Role;

/**
 * Somebody who shall be a client in a company.
 *
 * @param email by which he is found if Goniec knows him already; then his name, phone and language stay
 * @param phone may be blank
 * @param role ENTREPRENEUR or EMPLOYEE
 * @param mayStart whether an employee may start a conversation; an entrepreneur always may
 * @param language in which he is invited
 */
public record MemberData(String email, String name, String phone, Role role, boolean mayStart, Language language) {}
