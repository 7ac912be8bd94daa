package pl.goniec.identity.api;

import jakarta.validation.constraints.NotNull;

/** The first start: the office, its first head and his password. */
public record SetUpOffice(
        @NotNull String code,
        @NotNull OfficeData office,
        @NotNull NewPerson head,
        @NotNull String password) {

    @Override
    public String toString() {
        return "SetUpOffice[" + office.name() + "]";
    }
}
