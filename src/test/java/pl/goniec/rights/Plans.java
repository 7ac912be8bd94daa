package pl.goniec.rights;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import pl.goniec.identity.api.AccountState;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.rights.Plan.Care;
import pl.goniec.rights.Plan.Colleague;
import pl.goniec.rights.Plan.Line;
import pl.goniec.rights.Plan.Member;
import pl.goniec.rights.Plan.Notice;
import pl.goniec.rights.Plan.Time;
import pl.goniec.shared.Role;

/** Draws plans: small ones, in which everything that can stand beside each other does so often. */
final class Plans {

    private static final int COLLEAGUES = 4;
    private static final int CLIENTS = 4;
    private static final int COMPANIES = 3;
    private static final int CARES = 6;
    private static final int MEMBERS = 6;
    private static final int LINES = 10;
    private static final int NOTICES = 2;

    private Plans() {}

    static Arbitrary<Plan> any() {
        return Combinators.combine(
                        colleague().list().ofMinSize(1).ofMaxSize(COLLEAGUES),
                        state().list().ofMinSize(1).ofMaxSize(CLIENTS),
                        Arbitraries.integers().between(1, COMPANIES),
                        care().list().ofMaxSize(CARES),
                        member().list().ofMinSize(1).ofMaxSize(MEMBERS),
                        line().list().ofMaxSize(LINES),
                        notice().list().ofMaxSize(NOTICES))
                .as(Plan::new);
    }

    static Arbitrary<Integer> number() {
        return Arbitraries.integers().between(0, 11);
    }

    private static Arbitrary<AccountState> state() {
        return Arbitraries.frequency(
                Tuple.of(6, AccountState.ACTIVE),
                Tuple.of(1, AccountState.BLOCKED),
                Tuple.of(1, AccountState.NOT_ACTIVATED));
    }

    private static Arbitrary<Colleague> colleague() {
        return Combinators.combine(Arbitraries.of(OfficePosition.class), state())
                .as(Colleague::new);
    }

    private static Arbitrary<Care> care() {
        return Combinators.combine(number(), number(), Arbitraries.of(Time.class))
                .as(Care::new);
    }

    /** Now and then a person of the office is a client too. */
    private static Arbitrary<Member> member() {
        return Combinators.combine(
                        number(),
                        number(),
                        Arbitraries.of(Role.ENTREPRENEUR, Role.EMPLOYEE),
                        Arbitraries.of(true, false),
                        Arbitraries.frequency(Tuple.of(6, false), Tuple.of(1, true)))
                .as(Member::new);
    }

    private static Arbitrary<Line> line() {
        return Combinators.combine(number(), Arbitraries.of(true, false), number(), Arbitraries.of(true, false))
                .as(Line::new);
    }

    private static Arbitrary<Notice> notice() {
        return Combinators.combine(number(), number().list().ofMinSize(1).ofMaxSize(3))
                .as(Notice::new);
    }
}
