package pl.goniec.company.control;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import pl.goniec.identity.api.Language;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.shared.Role;

/** The words of a list's cells, Polish as it is exported, and English too when it is read. */
final class ImportWords {

    private static final String YES = "tak";
    private static final String NO = "nie";

    private static final String ACTIVE = "aktywna";
    private static final String INACTIVE = "nieaktywna";

    private static final Map<Language, String> LANGUAGES = Map.of(Language.PL, "polski", Language.EN, "angielski");

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

    private static final Map<String, Boolean> STATES =
            Map.of(ACTIVE, true, "active", true, INACTIVE, false, "inactive", false);

    private static final Map<String, Language> OF_LANGUAGES = Map.of(
            "polski", Language.PL,
            "polish", Language.PL,
            "pl", Language.PL,
            "angielski", Language.EN,
            "english", Language.EN,
            "en", Language.EN);

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

    static String of(Language language) {
        return LANGUAGES.get(language);
    }

    static String state(boolean active) {
        return active ? ACTIVE : INACTIVE;
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

    /** Tells whether a company of this state is active. */
    static Optional<Boolean> active(String word) {
        return Optional.ofNullable(STATES.get(word.toLowerCase(Locale.ROOT)));
    }

    static Optional<Language> language(String word) {
        return Optional.ofNullable(OF_LANGUAGES.get(word.toLowerCase(Locale.ROOT)));
    }
}
