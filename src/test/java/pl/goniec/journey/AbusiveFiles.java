package pl.goniec.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that somebody would send to do harm, or that come broken, each with what is to become of it. */
final class AbusiveFiles {

    /** A file to be attached; the verdict is the media type under which it is taken, or the key of the refusal. */
    static final class Abusive {

        private final String name;
        private final byte[] content;
        private final String verdict;

        Abusive(String name, byte[] content, String verdict) {
            this.name = name;
            this.content = content;
            this.verdict = verdict;
        }

        String name() {
            return name;
        }

        byte[] content() {
            return content;
        }

        String verdict() {
            return verdict;
        }
    }

    static final String TYPE = "attachment.type";
    static final String HARMFUL = "attachment.harmful";
    static final String EMPTY = "attachment.empty";
    static final String NAME = "attachment.name";
    /** What has no name is no file to PrimeFaces. */
    static final String NOTHING = "";

    private static final String PDF = "application/pdf";
    private static final String TEXT = "text/plain";
    private static final String ZIP = "application/zip";
    private static final String XML = "application/xml";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final byte[] HTML = bytes("<!DOCTYPE html><html><body><script>alert(1)</script></body></html>");
    private static final byte[] SVG =
            bytes("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"><script>alert(1)</script></svg>");
    private static final byte[] A_PDF = bytes("%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF");
    private static final byte[] A_TEXT = bytes("Zwykły tekst, dwa zdania. Nic więcej.\n");
    private static final byte[] EXE = padded("4d5a900003000000", 512);
    private static final byte[] ELF = padded("7f454c4602010100000000000000000002003e0001000000", 512);
    private static final byte[] OLE = padded("d0cf11e0a1b11ae1", 2048);
    private static final byte[] PNG = padded("89504e470d0a1a0a0000000d494844520000000100000001", 64);
    private static final byte[] JPEG = padded("ffd8ffe000104a46494600010100000100010000", 64);

    private static final int MIB = 1 << 20;
    private static final int BOMB_MIB = 100;

    private AbusiveFiles() {}

    static List<Abusive> all() {
        var all = new ArrayList<Abusive>();
        all.addAll(wrongTypesUnderRightNames());
        all.addAll(namesThatLie());
        all.addAll(polyglots());
        all.addAll(strangeNames());
        all.addAll(broken());
        return all;
    }

    private static List<Abusive> wrongTypesUnderRightNames() {
        return List.of(
                new Abusive("faktura.pdf", HTML, TYPE),
                new Abusive("faktura.txt", HTML, TYPE),
                new Abusive("wyciąg.csv", HTML, TYPE),
                new Abusive("JPK.xml", HTML, TYPE),
                new Abusive("pismo.doc", HTML, TYPE),
                new Abusive("skan.png", HTML, TYPE),
                new Abusive("list.eml", HTML, TYPE),
                new Abusive("logo.png", SVG, TYPE),
                new Abusive("dane.xml", SVG, TYPE),
                new Abusive("tabela.ods", SVG, TYPE),
                new Abusive("faktura.pdf", EXE, TYPE),
                new Abusive("pismo.docx", EXE, TYPE),
                new Abusive("zdjęcie.jpg", EXE, TYPE),
                new Abusive("paczka.zip", EXE, TYPE),
                new Abusive("notatka.txt", EXE, TYPE),
                new Abusive("faktura.pdf", ELF, TYPE),
                new Abusive("paczka.zip", ELF, TYPE),
                new Abusive("notatka.txt", bytes("#!/bin/sh\nrm -rf /\n"), TYPE),
                new Abusive("wyciąg.csv", bytes("#!/usr/bin/env python\nimport os\n"), TYPE),
                new Abusive("faktura.pdf", padded("cafebabe00000037", 256), TYPE),
                new Abusive("skan.png", bytes("GIF89a\1\0\1\0\0\0\0;"), TYPE),
                new Abusive("zdjęcie.heic", bytes("\0\0\0\u0018ftypmp42\0\0\0\0mp42isom"), TYPE),
                new Abusive("pismo.doc", bytes("{\\rtf1\\ansi tekst}"), TYPE),
                new Abusive("skan.tif", padded("424d3600000000000000360000002800000001000000010000000100", 64), TYPE),
                new Abusive("paczka.zip", padded("377abcaf271c0004", 64), TYPE),
                new Abusive("paczka.zip", padded("526172211a0700cf", 64), TYPE),
                new Abusive("JPK.xml", gzip(A_TEXT), TYPE));
    }

    /** What a machine would do with a file is said by its name, whatever is in it. */
    private static List<Abusive> namesThatLie() {
        return List.of(
                new Abusive("program.exe", EXE, TYPE),
                new Abusive("program.exe", A_PDF, TYPE),
                new Abusive("faktura.pdf.exe", A_PDF, TYPE),
                new Abusive("faktura.pdf.EXE", A_TEXT, TYPE),
                new Abusive("faktura.exe.pdf", A_PDF, PDF),
                new Abusive("faktura.pdf.js", A_TEXT, TYPE),
                new Abusive("zdjęcie.jpg.html", A_TEXT, TYPE),
                new Abusive("strona.htm", A_TEXT, TYPE),
                new Abusive("strona.xhtml", A_TEXT, TYPE),
                new Abusive("rysunek.svg", A_TEXT, TYPE),
                new Abusive("wygaszacz.scr", A_TEXT, TYPE),
                new Abusive("skrypt.ps1", A_TEXT, TYPE),
                new Abusive("skrypt.bat", A_TEXT, TYPE),
                new Abusive("skrypt.cmd", A_TEXT, TYPE),
                new Abusive("skrypt.vbs", A_TEXT, TYPE),
                new Abusive("okno.hta", A_TEXT, TYPE),
                new Abusive("skrót.lnk", A_TEXT, TYPE),
                new Abusive("skrót.url", A_TEXT, TYPE),
                new Abusive("wpisy.reg", A_TEXT, TYPE),
                new Abusive("biblioteka.jar", zip("META-INF/MANIFEST.MF"), TYPE),
                new Abusive("aplikacja.apk", zip("AndroidManifest.xml"), TYPE),
                new Abusive("arkusz.xlsm", zip("xl/workbook.xml"), TYPE),
                new Abusive("pismo.docm", zip("word/document.xml"), TYPE),
                new Abusive("archiwum.tar.gz", gzip(A_TEXT), TYPE),
                new Abusive("program.exe.", A_TEXT, TYPE),
                new Abusive("program.exe . . ", A_TEXT, TYPE),
                new Abusive("umowa.txt\0.exe", A_TEXT, TYPE),
                new Abusive("umowa\u202etxt.exe", A_TEXT, TYPE),
                new Abusive("umowa\u2066.exe\u2069", A_TEXT, TYPE));
    }

    private static List<Abusive> polyglots() {
        return List.of(
                new Abusive("umowa.pdf", joined(A_PDF, zip("a.txt")), PDF),
                new Abusive("umowa.pdf", joined(A_PDF, HTML), PDF),
                new Abusive("umowa.zip", joined(A_PDF, zip("a.txt")), PDF),
                new Abusive("zdjęcie.jpg", joined(JPEG, HTML), "image/jpeg"),
                new Abusive("skan.png", joined(PNG, bytes("<?php system($_GET[0]); ?>")), "image/png"),
                new Abusive("umowa.pdf", joined(EXE, A_PDF), TYPE),
                new Abusive("umowa.pdf", joined(HTML, A_PDF), PDF),
                new Abusive("notatka.txt", joined(bytes(" ".repeat(1000)), HTML), TYPE),
                new Abusive("notatka.txt", joined(bytes("a ".repeat(50_000)), HTML), TEXT),
                new Abusive("paczka.zip", joined(HTML, zip("a.txt")), TYPE));
    }

    private static List<Abusive> strangeNames() {
        return List.of(
                new Abusive("umowa \"na zawsze\".pdf", A_PDF, PDF),
                new Abusive("a;b=c,d.pdf", A_PDF, PDF),
                new Abusive("pytanie? gwiazdka* dwukropek: kreska|.pdf", A_PDF, PDF),
                new Abusive("<b>gruba</b>.pdf", A_PDF, PDF),
                new Abusive("<img src=x onerror=alert(1)>.pdf", A_PDF, PDF),
                new Abusive("a\r\nSet-Cookie: taken=1.pdf", A_PDF, PDF),
                new Abusive("a\tb\u0007c.pdf", A_PDF, PDF),
                new Abusive("Zażółć gęślą jaźń.pdf", A_PDF, PDF),
                new Abusive("\ud83d\udce7\ud83d\udcc4.pdf", A_PDF, PDF),
                new Abusive("\ud83d\udcc4".repeat(200) + ".pdf", A_PDF, PDF),
                new Abusive("x".repeat(300) + ".pdf", A_PDF, PDF),
                new Abusive("x".repeat(5_000) + ".pdf", A_PDF, PDF),
                new Abusive("../../../../etc/passwd", A_TEXT, TEXT),
                new Abusive("..\\..\\windows\\win.pdf", A_PDF, PDF),
                new Abusive("C:\\Dokumenty\\umowa.pdf", A_PDF, PDF),
                new Abusive("/etc/cron.d/", A_TEXT, NAME),
                new Abusive("..", A_TEXT, NAME),
                new Abusive("\u202e", A_TEXT, NAME),
                new Abusive("   ", A_TEXT, NOTHING),
                new Abusive("CON.txt", A_TEXT, TEXT),
                new Abusive("NUL", A_TEXT, TEXT),
                new Abusive(".htaccess", A_TEXT, TYPE),
                new Abusive("umowa bez końcówki", A_PDF, PDF),
                new Abusive("Faktura nr 12.2026", A_PDF, PDF),
                new Abusive("umowa.PDF", A_PDF, PDF));
    }

    private static List<Abusive> broken() {
        var zip = zip("a.txt", "b.txt", "c.txt");
        return List.of(
                new Abusive("pusty.txt", new byte[0], EMPTY),
                new Abusive("pusty.pdf", new byte[0], EMPTY),
                new Abusive("litera.txt", bytes("a"), TEXT),
                new Abusive("znacznik.txt", bytes("\ufeff"), TEXT),
                new Abusive("umowa.pdf", bytes("%PDF-1.4"), PDF),
                new Abusive("umowa.pdf", bytes("%PD"), TEXT),
                new Abusive("paczka.zip", Arrays.copyOf(zip, zip.length / 2), ZIP),
                new Abusive("zestawienie.xlsx", Arrays.copyOf(zip("xl/workbook.xml"), 40), XLSX),
                new Abusive("skan.png", Arrays.copyOf(PNG, 16), "image/png"),
                new Abusive("zdjęcie.jpg", Arrays.copyOf(JPEG, 4), "image/jpeg"),
                new Abusive("pismo.doc", Arrays.copyOf(OLE, 8), "application/msword"),
                new Abusive("JPK.xml", bytes("<?xml version=\"1.0\"?><JPK><a"), XML),
                new Abusive("szum.pdf", padded("000102030405060708090a0b0c0d0e0f", 400), TYPE),
                new Abusive("zera.txt", new byte[1000], TEXT));
    }

    /** Small files that become huge, or many, for whoever opens them. A picture and a PDF are nobody's here to open. */
    static List<Abusive> bombs() {
        var zeros = zeros("zera.bin");
        return List.of(
                new Abusive("bomba.zip", zeros, HARMFUL),
                new Abusive("bomba.xlsx", zeros("xl/worksheets/sheet1.xml"), HARMFUL),
                new Abusive("bomba.odt", zeros("content.xml"), HARMFUL),
                new Abusive("matrioszka.zip", nested(zeros, 6), HARMFUL),
                new Abusive("wiele.zip", entries(60_000), HARMFUL),
                new Abusive("śmiech.xml", bytes(laughs()), HARMFUL),
                new Abusive(
                        "podgląd.xml",
                        bytes(
                                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\"><!ENTITY % p"
                                        + " SYSTEM \"http://127.0.0.1:9/x\">%p;]><x>&e;</x>"),
                        HARMFUL),
                new Abusive("bomba.pdf", joined(A_PDF, deflated()), PDF),
                new Abusive(
                        "ogromny.png", padded("89504e470d0a1a0a0000000d494844527fffffff7fffffff", 128), "image/png"),
                new Abusive("bomba.gz", gzip(new byte[50 * MIB]), TYPE),
                new Abusive("bomba.txt", gzip(new byte[50 * MIB]), TYPE));
    }

    private static String laughs() {
        var text = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol0 \"lol\">");
        for (int i = 1; i < 12; i++) {
            text.append("<!ENTITY lol")
                    .append(i)
                    .append(" \"")
                    .append(("&lol" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return text.append("]><lolz>&lol11;</lolz>").toString();
    }

    private static byte[] zeros(String entry) {
        return written(zip -> {
            zip.putNextEntry(new ZipEntry(entry));
            for (int i = 0; i < BOMB_MIB; i++) {
                zip.write(new byte[MIB]);
            }
        });
    }

    private static byte[] nested(byte[] inner, int levels) {
        var content = inner;
        for (int level = 0; level < levels; level++) {
            var before = content;
            content = written(zip -> {
                for (int i = 0; i < 10; i++) {
                    zip.putNextEntry(new ZipEntry("poziom" + i + ".zip"));
                    zip.write(before);
                }
            });
        }
        return content;
    }

    private static byte[] entries(int count) {
        return written(zip -> {
            for (int i = 0; i < count; i++) {
                zip.putNextEntry(new ZipEntry("plik" + i));
            }
        });
    }

    private static byte[] zip(String... entries) {
        return written(zip -> {
            for (var entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(A_TEXT);
            }
        });
    }

    /** Fills an archive. */
    @FunctionalInterface
    private interface Filling {
        void of(ZipOutputStream zip) throws IOException;
    }

    private static byte[] written(Filling filling) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            filling.of(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] deflated() {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(new byte[100 * MIB]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] padded(String hex, int length) {
        return Arrays.copyOf(HexFormat.of().parseHex(hex), length);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var joined = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
