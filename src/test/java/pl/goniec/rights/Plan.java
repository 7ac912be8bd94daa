package pl.goniec.rights;

import java.time.Duration;
import java.util.List;
import pl.goniec.identity.api.AccountState;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.shared.Role;

/**
 * What an office could look like. People are numbered, the office's first; a number that is too large begins again at 0, so
 * that every plan can be carried out.
 *
 * @param clients the accounts of people without a position in the office
 * @param companies how many
 */
record Plan(
        List<Colleague> office,
        List<AccountState> clients,
        int companies,
        List<Care> cares,
        List<Member> members,
        List<Line> lines,
        List<Notice> notices) {

    /** A person of the office. */
    record Colleague(OfficePosition position, AccountState state) {}

    /** A colleague looks after a company for a time. */
    record Care(int colleague, int company, Time time) {}

    /** Anybody belongs to a company, or has left it: then his conversation stays. */
    record Member(int person, int company, Role role, boolean mayStart, boolean left) {}

    /** Something is said in the conversation of a member, by himself or by a colleague, and perhaps read by somebody. */
    record Line(int member, boolean byClient, int colleague, boolean read) {}

    /** A notice went to some members' conversations. */
    record Notice(int colleague, List<Integer> members) {}

    /** When somebody looks after a company, in distances from now; without an end it lasts. */
    enum Time {
        LONG_AGO(Duration.ofDays(-200), Duration.ofDays(-100)),
        UNTIL_A_MINUTE_AGO(Duration.ofDays(-200), Duration.ofMinutes(-1)),
        EVER(Duration.ofDays(-200), null),
        AS_SUBSTITUTE(Duration.ofDays(-1), Duration.ofDays(7)),
        FROM_TOMORROW(Duration.ofDays(1), null);

        final Duration from;
        final Duration to;

        Time(Duration from, Duration to) {
            this.from = from;
            this.to = to;
        }

        boolean now() {
            return from.isNegative() && (to == null || !to.isNegative());
        }
    }
}
