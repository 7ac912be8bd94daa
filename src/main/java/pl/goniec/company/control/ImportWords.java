package pl.goniec.company.control;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.shared.Role;

/** The words of a list's cells, Polish as it is exported, and English too when it is read. */
final class ImportWords {

    private static final String YES = "tak";
    private static final String NO = "nie";

    private static final Map<Role, String> ROLES =
            Map.of(Role.ENTREPRENEUR, "przedsiębiorca", Role.EMPLOYEE, "pracownik");

    private static final Map<OfficePosition, String> POSITIONS = Map.of(
            OfficePosition.HEAD, "szef",
            OfficePosition.CARETAKER, "opiekun",
            OfficePosition.STAFF, "pracownik biura");

    private static final Map<String, Role> OF_CLIENTS = Map.of(
            "przedsiębiorca", Role.ENTREPRENEUR,
            "entrepreneur", Role.ENTREPRENEUR,
            "pracownik", Role.EMPLOYEE,
            "employee", Role.EMPLOYEE);

    private static final Map<String, OfficePosition> OF_OFFICE = Map.of(
            "szef", OfficePosition.HEAD,
            "head", OfficePosition.HEAD,
            "opiekun", OfficePosition.CARETAKER,
            "caretaker", OfficePosition.CARETAKER,
            "pracownik biura", OfficePosition.STAFF,
            "office staff", OfficePosition.STAFF);

    private static final Map<String, Boolean> ANSWERS = Map.of(YES, true, "yes", true, NO, false, "no", false);

    private ImportWords() {}

    static String of(Role role) {
        return ROLES.get(role);
    }

    static String of(OfficePosition position) {
        return POSITIONS.get(position);
    }

    static String of(boolean answer) {
        return answer ? YES : NO;
    }

    static Optional<Role> role(String word) {
        return Optional.ofNullable(OF_CLIENTS.get(word.toLowerCase(Locale.ROOT)));
    }

    static Optional<OfficePosition> position(String word) {
        return Optional.ofNullable(OF_OFFICE.get(word.toLowerCase(Locale.ROOT)));
    }

    static Optional<Boolean> answer(String word) {
        return Optional.ofNullable(ANSWERS.get(word.toLowerCase(Locale.ROOT)));
    }
}
