package pl.goniec.identity.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/** A person to be added. Limits and faults are those of {@link PersonData}. */
public record NewPerson(
        @NotNull @Size(min = 1, max = PersonData.MAX_EMAIL) String email,
        @NotNull @Size(min = 1, max = PersonData.MAX_NAME) String name,
        @Size(max = PersonData.MAX_PHONE) String phone,
        @NotNull Language language)
        implements Serializable {

    public NewPerson {
        language = language == null ? Language.PL : language;
    }

    /** Returns name, e-mail and phone as they will be kept. */
    public PersonData data() {
        return new PersonData(name, email, phone);
    }
}
