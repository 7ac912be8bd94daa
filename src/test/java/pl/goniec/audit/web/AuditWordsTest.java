package pl.goniec.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pl.goniec.audit.api.AuditAction;
import pl.goniec.audit.api.AuditRow;
import pl.goniec.audit.api.AuditView;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.platform.faces.ViewLanguage;
import pl.goniec.shared.Role;

/** What a row of the trail is about, in the words of its reader. */
class AuditWordsTest {

    private static final AuditView VIEW =
            new AuditView(List.of(), Map.of(7L, "Kłos, Piekarnia"), Map.of(12L, "Anna Kłos"));

    private static String words(Locale language, String object) {
        return new AuditWords(VIEW, language)
                .of(new AuditRow(
                        1, Instant.EPOCH, "a@b.example", AuditAction.LOG_IN, object, false, null, "c", null, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            company 7, message 3/15                          | firma Kłos, Piekarnia, wiadomość nr 15 w konwersacji nr 3
            company 8, conversation 3 up to 15               | firma nr 8, konwersacja nr 3 (do wiadomości nr 15)
            company 7, conversation 3                        | firma Kłos, Piekarnia, konwersacja nr 3
            5 conversations                                  | konwersacje: 5
            company 7, message 3/15, file 4                  | firma Kłos, Piekarnia, wiadomość nr 15 w konwersacji nr 3, plik nr 4
            broadcast 1234 to 60 companies, 71 recipients    | POWIADOMIENIE nr 1234, firmy: 60, odbiorcy: 71
            broadcast 2 from 9 recipients                    | POWIADOMIENIE nr 2, odbiorcy: 9
            broadcast 2, chunk 0                             | POWIADOMIENIE nr 2, część 1
            company 7, person 12, EMPLOYEE, may not start    | firma Kłos, Piekarnia, Anna Kłos, pracownik, nie może rozpoczynać konwersacji
            company 7, person 12, ENTREPRENEUR, may start    | firma Kłos, Piekarnia, Anna Kłos, przedsiębiorca, może rozpoczynać konwersacje
            company 7, person 13, 2026-11-02 to 2026-11-30   | firma Kłos, Piekarnia, osoba nr 13, od 02.11.2026 do 30.11.2026
            person 12, HEAD                                  | Anna Kłos, szef biura
            person 12, CARETAKER                             | Anna Kłos, opiekun
            person 12, STAFF                                 | Anna Kłos, pracownik biura
            person 12, e-mail a@b.example → c@d.example      | Anna Kłos, e-mail a@b.example → c@d.example
            100 rows, 2 left out                             | wiersze: 100, pominięte: 2
            office                                           | dane biura
            letter 5                                         | e-mail nr 5
            5 letters                                        | e-maile: 5
            broadcast 2, chunk 3, to GoniecFanOut, message 7 | POWIADOMIENIE nr 2, część 4, do kolejki GoniecFanOut, wiadomość nr 7
            request kadry/n1, to GoniecRequests, message 77  | żądanie kadry/n1, do kolejki GoniecRequests, wiadomość nr 77
            request kadry/n1, person 12, 2026-13-45 to 2026-13-45, to GoniecRequests, message 7 | żądanie kadry/n1, person 12, 2026-13-45 to 2026-13-45, do kolejki GoniecRequests, wiadomość nr 7
            """)
    void aRowIsSaidInPolishWithTodaysNames(String object, String words) {
        assertThat(words(ViewLanguage.POLISH, object)).isEqualTo(words);
    }

    @Test
    void aRowIsSaidInEnglishToo() {
        assertThat(words(Locale.ENGLISH, "company 7, person 12, EMPLOYEE, may not start"))
                .isEqualTo("company Kłos, Piekarnia, Anna Kłos, employee, may not start conversations");
    }

    @ParameterizedTest
    @EnumSource(OfficePosition.class)
    void everyPositionHasWords(OfficePosition position) {
        assertThat(words(ViewLanguage.POLISH, "person 12, " + position)).doesNotContain(position.name());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ENTREPRENEUR", "EMPLOYEE"})
    void everyRoleInACompanyHasWords(Role role) {
        assertThat(words(ViewLanguage.POLISH, "company 7, person 12, " + role)).doesNotContain(role.name());
    }

    @Test
    void whatWasRefusedIsShownAsItStands() {
        var refused = new AuditRow(
                1,
                Instant.EPOCH,
                "a@b.example",
                AuditAction.REFUSED,
                "GET /x, person 12 error.forbidden, person 12",
                true,
                null,
                "c",
                null,
                null);

        assertThat(new AuditWords(VIEW, ViewLanguage.POLISH).of(refused)).isEqualTo(refused.object());
    }

    @ParameterizedTest
    @CsvSource({
        "person 99999999999999999999",
        "company 7x",
        "'request kadry/n1, person 12, 2026-13-45 to 2026-13-45'",
        "''"
    })
    void whatHasNoWordsIsShownAsItStands(String object) {
        assertThat(words(ViewLanguage.POLISH, object)).isEqualTo(object);
    }
}
