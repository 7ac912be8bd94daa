package pl.goniec.company.api;

import java.io.Serializable;
import pl.goniec.identity.api.AccountState;
import pl.goniec.shared.PersonId;

/**
 * A person of the office who looks after companies or could.
 *
 * @param companies how many he looks after today, deactivated ones included
 * @param choosable whether companies can be given to him
 */
public record CaretakerChoice(
        PersonId id, String name, String email, AccountState account, long companies, boolean choosable)
        implements Serializable {}
