package pl.goniec.company.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.goniec.company.api.ImportColumn;
import pl.goniec.company.api.ImportRow;
import pl.goniec.platform.faces.CsvResponse;
import pl.goniec.shared.BusinessException;

/** What a Polish Excel writes is read, whatever it is saved as. */
class CompanyCsvTest {

    private static final String LIST = "firma;NIP;e-mail\r\n\"Żółć \"\"Łąka\"\"; spółka\";726-184-30-55;ą@b.pl\r\n";

    private static List<ImportRow> read(String text) {
        return CompanyCsv.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String refusal(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String refusal(byte[] file) {
        try {
            CompanyCsv.read(file);
            return "";
        } catch (BusinessException e) {
            return e.key() + e.arguments();
        }
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,true", "UTF-8,false", "windows-1250,false"})
    void charactersAreKnownWithAndWithoutAMark(String charset, boolean mark) {
        var rows = CompanyCsv.read(((mark ? "\ufeff" : "") + LIST).getBytes(Charset.forName(charset)));

        assertThat(rows)
                .containsExactly(new ImportRow(
                        2,
                        Map.of(
                                ImportColumn.COMPANY,
                                "Żółć \"Łąka\"; spółka",
                                ImportColumn.NIP,
                                "726-184-30-55",
                                ImportColumn.EMAIL,
                                "ą@b.pl")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"';'", "','", "'\t'"},
            ignoreLeadingAndTrailingWhitespace = false)
    void semicolonsCommasAndTabulatorsDivide(String delimiter) {
        var text = String.join(delimiter, "NIP", "firma") + "\n" + String.join(delimiter, "1", "\"A; B, C\"");

        assertThat(read(text).get(0).cells()).containsEntry(ImportColumn.COMPANY, "A; B, C");
    }

    @Test
    void headingsMayStandInAnyOrderAndInEnglish() {
        var row = read("ROLE;Email;Tax number\nEmployee;a@b.pl;1\n").get(0);

        assertThat(row.cells())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(ImportColumn.ROLE, "Employee", ImportColumn.EMAIL, "a@b.pl", ImportColumn.NIP, "1"));
    }

    @Test
    void rowsAreNumberedAsASpreadsheetNumbersThem() {
        var rows = read("NIP;firma\n1;\"dwa\nwiersze\"\n;\n\n2;B\n");

        assertThat(rows).extracting(ImportRow::number).containsExactly(2L, 5L);
    }

    @Test
    void whatTheExportProtectsFromSpreadsheetsIsReadAsItWas() {
        assertThat(read("NIP;firma\n1;'=A1\n2;'Apostrof\n"))
                .extracting(row -> row.cell(ImportColumn.COMPANY))
                .containsExactly("=A1", "'Apostrof");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-x", "'-x", "''-x", "=A1", "'''@A1", "+48 22 1", "'Apostrof", "''", "'", "O'-x", "A\n=A1"})
    void whatTheExportWritesIsReadAsItWas(String text) throws IOException {
        var written = new StringWriter();
        var file = new CsvResponse(answer(written), "firmy");
        file.line(Stream.of("NIP", "firma"));
        file.line(Stream.of("1", text));

        assertThat(read(written.toString()))
                .extracting(row -> row.cell(ImportColumn.COMPANY))
                .containsExactly(text);
    }

    private static HttpServletResponse answer(StringWriter written) {
        return (HttpServletResponse) Proxy.newProxyInstance(
                CompanyCsvTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> method.getName().equals("getWriter") ? new PrintWriter(written) : null);
    }

    @Test
    void whatStandsBeyondTheHeadingsIsKeptApart() {
        assertThat(read("NIP,firma\n1,Kowalski, Syn\n2,Cała,,\n,,x\n"))
                .extracting(ImportRow::surplus)
                .containsExactly("Syn", "", "x");
    }

    @Test
    void whatIsNoListIsRefusedWithTheReason() {
        assertThat(refusal("")).isEqualTo("import.empty[]");
        assertThat(refusal(" \n ")).isEqualTo("import.empty[]");
        assertThat(refusal("NIP;kolor\n")).isEqualTo("import.heading[kolor]");
        assertThat(refusal("NIP;nip\n")).isEqualTo("import.heading[nip]");
        assertThat(refusal("firma;e-mail\n")).isEqualTo("import.missing[nip]");
        assertThat(refusal("NIP;firma\n1;\"bez końca\n")).isEqualTo("import.broken[2]");
        assertThat(refusal("NIP;firma\n1;\"Łąka\"\n\n2;\"Las\n3;Pole\n")).isEqualTo("import.broken[4]");
        assertThat(refusal("NIP;\"firma\n1;Łąka\n")).isEqualTo("import.broken[1]");
    }

    @Test
    void aWorkbookIsNoListAndIsCalledSo() throws IOException {
        var workbook = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(workbook)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(refusal(workbook.toByteArray())).isEqualTo("import.binary[]");
        assertThat(refusal("NIP;firma\n1;Łąka".getBytes(StandardCharsets.UTF_16)))
                .isEqualTo("import.binary[]");
        assertThat(refusal("NIP;firma\n1;\u0008")).isEqualTo("import.binary[]");
        assertThat(refusal("NIP\tfirma\n1\tA")).isEmpty();
    }

    @Test
    void aLongHeadingIsCut() {
        assertThat(refusal("NIP;" + "x".repeat(80))).isEqualTo("import.heading[" + "x".repeat(80) + "]");
        assertThat(refusal("NIP;" + "x".repeat(81))).isEqualTo("import.heading[" + "x".repeat(80) + "…]");
    }

    @Test
    void theLongestListIsTakenAndALongerOneIsNot() {
        var most = "NIP\n"
                + IntStream.range(0, CompanyCsv.MAX_ROWS)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining("\n"));

        assertThat(read(most)).hasSize(CompanyCsv.MAX_ROWS);
        assertThatThrownBy(() -> read(most + "\n1"))
                .isInstanceOfSatisfying(
                        BusinessException.class, e -> assertThat(e.key()).isEqualTo("import.long"));
    }
}
