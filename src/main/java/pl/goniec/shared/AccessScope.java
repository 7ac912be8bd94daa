package pl.goniec.shared;

import java.util.EnumSet;
import java.util.Set;

/**
 * In whose name, and from which side, data of a company is asked for. Every query on such data takes a scope and joins
 * the rights in the database; only {@code identity.boundary.CallerScope} makes one.
 */
public sealed interface AccessScope {

    PersonId person();

    /** Returns the sides whose rights count; never empty. */
    Set<Side> sides();

    /** A person acting for the office. */
    record OfficeScope(PersonId person) implements AccessScope {
        @Override
        public Set<Side> sides() {
            return EnumSet.of(Side.OFFICE);
        }
    }

    /** A person acting for a client company. */
    record ClientScope(PersonId person) implements AccessScope {
        @Override
        public Set<Side> sides() {
            return EnumSet.of(Side.CLIENT);
        }
    }

    /** A person acting on one object, where the object itself decides the side: nobody has both sides of a company. */
    record PersonScope(PersonId person) implements AccessScope {
        @Override
        public Set<Side> sides() {
            return EnumSet.allOf(Side.class);
        }
    }
}
