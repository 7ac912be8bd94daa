package pl.goniec.attachment.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pl.goniec.fixture.world.Paper;
import pl.goniec.shared.BusinessException;

/** The content decides what a file is; a name cannot make it another. */
class FileTypePolicyTest {

    private final FileTypePolicy policy = new FileTypePolicy();

    static Stream<Arguments> allowed() throws IOException {
        return Stream.of(
                file("Umowa.pdf", text("%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF"), "application/pdf"),
                file("umowa bez końcówki", text("%PDF-1.7\n%%EOF"), "application/pdf"),
                file("zdjęcie.jpg", hex("ffd8ffe000104a46494600010100000100010000ffd9"), "image/jpeg"),
                file("Faktura nr 12.2026", text("%PDF-1.7\n%%EOF"), "application/pdf"),
                file("skan.PNG", png(), "image/png"),
                file("skan.tif", hex("49492a000800000000000000"), "image/tiff"),
                file("skan.tiff", hex("4d4d002a00000008000000000000"), "image/tiff"),
                file("IMG_1.heic", heic("heic"), "image/heic"),
                file("IMG_2.heif", heic("mif1"), "image/heif"),
                file("pismo.doc", ole(), "application/msword"),
                file("zestawienie.xls", ole(), "application/vnd.ms-excel"),
                file(
                        "pismo.docx",
                        office("word/document.xml"),
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
                file(
                        "zestawienie.xlsx",
                        office("xl/workbook.xml"),
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
                file(
                        "pismo.odt",
                        open("application/vnd.oasis.opendocument.text"),
                        "application/vnd.oasis.opendocument.text"),
                file(
                        "zestawienie.ods",
                        open("application/vnd.oasis.opendocument.spreadsheet"),
                        "application/vnd.oasis.opendocument.spreadsheet"),
                file("wyciąg.csv", text("data;kwota\n2026-11-01;12,50\n"), "text/csv"),
                file("notatka.txt", text("Zażółć gęślą jaźń"), "text/plain"),
                file("wyciąg.csv", "Źródło;Świadczenie\n".getBytes(Charset.forName("windows-1250")), "text/csv"),
                file("wyciąg.txt", "Źródło;Świadczenie\n".getBytes(Charset.forName("IBM852")), "text/plain"),
                file("JPK_V7M.xml", text("<?xml version=\"1.0\" encoding=\"UTF-8\"?><JPK/>"), "application/xml"),
                file("paczka.zip", zip("faktura.txt", "F 1"), "application/zip"),
                file(
                        "list.eml",
                        text(
                                "From: a@test.example\r\nTo: b@test.example\r\nSubject: Faktura\r\nMIME-Version: 1.0\r\n\r\nTreść\r\n"),
                        "message/rfc822"),
                file("umowa.pdf.p7s", hex("308006092a864886f70d010702a0803080020101"), "application/pkcs7-signature"));
    }

    static Stream<Arguments> refused() throws IOException {
        return Stream.of(
                file("faktura.pdf", text("<!DOCTYPE html><html><body><script>alert(1)</script></body></html>"), ""),
                file("faktura.txt", text("<html><body>zaloguj się</body></html>"), ""),
                file("pismo.docx", exe(), ""),
                file("program.exe", exe(), ""),
                file("logo.svg", text("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"), ""),
                file("logo.png", text("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"), ""),
                file("dane.xml", text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"), ""),
                file("skrypt.js", text("alert(1)"), ""),
                file("skrypt.sh", text("#!/bin/sh\nrm -rf /\n"), ""),
                file("notatka.txt", text("#!/bin/sh\nrm -rf /\n"), ""),
                file("biblioteka.jar", zip("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n"), ""),
                file("program.pdf", hex("7f454c4602010100000000000000000002003e0001000000"), ""),
                file("strona.html", text("zwykły tekst"), ""),
                file("skrypt.ps1", text("zwykły tekst"), ""),
                file("faktura.pdf.exe", text("%PDF-1.7\n%%EOF"), ""),
                file("szum.pdf", hex("00010203040506070809"), ""),
                file("bez nazwy", hex("00010203040506070809"), ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void allowed(String name, byte[] content, String type) throws IOException {
        assertThat(policy.typeOf(Paper.bytes(name, content))).isEqualTo(type);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String name, byte[] content, String type) {
        assertThatThrownBy(() -> policy.typeOf(Paper.bytes(name, content)))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("attachment.type");
                    assertThat(refusal.arguments()).containsExactly(name);
                });
    }

    static Stream<Arguments> harmful() throws IOException {
        var large = "0".repeat(20 << 20);
        return Stream.of(
                Arguments.of("bomba.zip", zip("zera.txt", large)),
                Arguments.of("bomba.xlsx", zip("xl/worksheets/sheet1.xml", large)),
                Arguments.of("ukryta.zip", nested(zip("zera.txt", large), 2)),
                Arguments.of("głęboka.zip", nested(zip("a.txt", "a"), 6)),
                Arguments.of("wiele.zip", entries(10_001)),
                Arguments.of("śmiech.xml", text("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"b\">]><a>&b;</a>")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void harmful(String name, byte[] content) {
        assertThatThrownBy(() -> policy.typeOf(Paper.bytes(name, content)))
                .isInstanceOfSatisfying(
                        BusinessException.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("attachment.harmful"));
    }

    static Stream<Arguments> unusualAndHarmless() throws IOException {
        return Stream.of(
                Arguments.of("archiwum w archiwum.zip", nested(zip("a.txt", "a"), 2)),
                Arguments.of("tabela zer.zip", zip("tabela.csv", "0;0\n".repeat(1 << 20))),
                Arguments.of("przerwana.zip", Arrays.copyOf(zip("a.txt", "a".repeat(1000)), 50)),
                Arguments.of("przerwany.xml", text("<?xml version=\"1.0\"?><JPK><a")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void unusualAndHarmless(String name, byte[] content) throws IOException {
        assertThat(policy.typeOf(Paper.bytes(name, content))).isNotNull();
    }

    private static Arguments file(String name, byte[] content, String type) {
        return Arguments.of(name, content, type);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    /** One white dot. */
    private static byte[] png() {
        return Base64.getDecoder()
                .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=");
    }

    private static byte[] heic(String brand) {
        return text("\0\0\0\u0018ftyp" + brand + "\0\0\0\0" + brand + "heic");
    }

    /** The head of a compound document, as old Word and Excel files have it; only the name tells them apart. */
    private static byte[] ole() {
        var bytes = new byte[2048];
        System.arraycopy(hex("d0cf11e0a1b11ae1"), 0, bytes, 0, 8);
        return bytes;
    }

    private static byte[] exe() {
        var bytes = new byte[512];
        System.arraycopy(hex("4d5a900003000000"), 0, bytes, 0, 8);
        bytes[0x3c] = (byte) 0x80;
        System.arraycopy(hex("50450000"), 0, bytes, 0x80, 4);
        return bytes;
    }

    private static byte[] zip(String entry, String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(text(content));
        }
        return bytes.toByteArray();
    }

    private static byte[] nested(byte[] archive, int times) throws IOException {
        var content = archive;
        for (int i = 0; i < times; i++) {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry("paczka.zip"));
                zip.write(content);
            }
            content = bytes.toByteArray();
        }
        return content;
    }

    private static byte[] entries(int count) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < count; i++) {
                zip.putNextEntry(new ZipEntry("plik" + i));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] office(String part) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : new String[] {"[Content_Types].xml", "_rels/.rels", part}) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(text("<x/>"));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] open(String type) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var checksum = new CRC32();
            checksum.update(text(type));
            var mimetype = new ZipEntry("mimetype");
            mimetype.setMethod(ZipEntry.STORED);
            mimetype.setSize(type.length());
            mimetype.setCrc(checksum.getValue());
            zip.putNextEntry(mimetype);
            zip.write(text(type));
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(text("<x/>"));
        }
        return bytes.toByteArray();
    }
}
