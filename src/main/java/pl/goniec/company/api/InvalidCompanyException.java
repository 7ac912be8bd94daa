package pl.goniec.company.api;

import pl.goniec.shared.BusinessException;

/** The data of a company is not as it must be. */
public class InvalidCompanyException extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final CompanyFault fault;

    public InvalidCompanyException(CompanyFault fault) {
        super(fault.key(), fault.limit());
        this.fault = fault;
    }

    public CompanyFault fault() {
        return fault;
    }
}
