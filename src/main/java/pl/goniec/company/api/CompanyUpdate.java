package pl.goniec.company.api;

import java.io.Serializable;
import java.util.Optional;
import java.util.Set;

/**
 * What a program of the office says of a company. What it does not say (null) stays as it is; for a new company it is that of
 * {@link CompanyData#NEW}.
 *
 * @param nip by which the company is known
 */
public record CompanyUpdate(
        String nip,
        String name,
        String number,
        Set<String> tags,
        Boolean employeesStart,
        Boolean entrepreneursLook,
        Boolean active)
        implements Serializable {

    /** Returns the data as they are to be, from what they were before. */
    public CompanyData over(CompanyData before) {
        return new CompanyData(
                Optional.ofNullable(name).orElse(before.name()),
                nip,
                Optional.ofNullable(number).orElse(before.number()),
                Optional.ofNullable(tags).orElse(before.tags()),
                Optional.ofNullable(employeesStart).orElse(before.employeesStart()),
                Optional.ofNullable(entrepreneursLook).orElse(before.entrepreneursLook()));
    }
}
