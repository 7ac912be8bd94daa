package pl.goniec.company.api;

import java.io.Serializable;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.Role;

/**
 * What a person is on the client side of a company.
 *
 * @param open whether the head who asks may enter it: neither when it is deactivated nor when he is a client there himself
 */
public record PersonTie(CompanyId company, String name, Role role, boolean open) implements Serializable {}
