package pl.goniec.company.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import pl.goniec.identity.api.Language;

/** The columns of a list of companies and people, in the order in which they are exported. A heading may be Polish or English. */
public enum ImportColumn {
    COMPANY("firma", "company"),
    NIP("nip", "tax number"),
    NUMBER("numer", "number"),
    TAGS("etykiety", "tags"),
    STATE("stan", "state"),
    EMPLOYEES_START("pracownicy rozpoczynają", "employees start"),
    ENTREPRENEURS_LOOK("przedsiębiorca widzi pracowników", "entrepreneurs look"),
    CARETAKERS("opiekunowie", "caretakers"),
    EMAIL("e-mail", "email"),
    NAME("imię i nazwisko", "name"),
    PHONE("telefon", "phone"),
    ROLE("rola", "role"),
    MAY_START("osoba rozpoczyna", "person starts"),
    LANGUAGE("język", "language");

    private final String polish;
    private final String english;

    ImportColumn(String polish, String english) {
        this.polish = polish;
        this.english = english;
    }

    /** Returns the heading that is exported. */
    public String heading() {
        return polish;
    }

    /** Returns the heading in a language. */
    public String heading(Language language) {
        return language == Language.EN ? english : polish;
    }

    /** Returns the column of a heading in either language, whatever its case. */
    public static Optional<ImportColumn> of(String heading) {
        String sought = heading.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(column -> column.polish.equals(sought) || column.english.equals(sought))
                .findFirst();
    }
}
