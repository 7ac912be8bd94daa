package pl.goniec.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void emptyEnvironmentGivesTheDocumentedDefaults() {
        Settings settings = new Settings(Map.of());

        assertThat(settings.isDemo()).isFalse();
        assertThat(settings.demoCompanies()).isEqualTo(60);
        assertThat(settings.maxFileBytes()).isEqualTo(20L * 1024 * 1024);
        assertThat(settings.maxMessageBytes()).isEqualTo(25L * 1024 * 1024);
        assertThat(settings.maxTextLength()).isEqualTo(10_000);
    }

    @Test
    void whatIsSetIsTaken() {
        var settings = new Settings(Map.ofEntries(
                Map.entry("GONIEC_DEMO", "true"),
                Map.entry("GONIEC_DEMO_COMPANIES", "500"),
                Map.entry("GONIEC_MAX_FILE_MB", "3"),
                Map.entry("GONIEC_MAX_MESSAGE_MB", "4"),
                Map.entry("GONIEC_MAX_TEXT", "500"),
                Map.entry("GONIEC_MAX_DELIVERIES", "7"),
                Map.entry("GONIEC_FANOUT_CHUNK", "100"),
                Map.entry("GONIEC_SWEEP_SECONDS", "5"),
                Map.entry("GONIEC_SETUP_CODE", " dwanascie-znakow "),
                Map.entry("GONIEC_BACKUP_DIR", "/kopie"),
                Map.entry("GONIEC_MOVE_USER", "stary"),
                Map.entry("GONIEC_MOVE_PASSWORD", "tajne"),
                Map.entry("GONIEC_SMTP_USER", "goniec"),
                Map.entry("GONIEC_SMTP_PASSWORD", "sekret"),
                Map.entry("GONIEC_DIGEST_MINUTES", "60")));

        assertThat(settings.isDemo()).isTrue();
        assertThat(settings.demoCompanies()).isEqualTo(500);
        assertThat(settings.maxFileMegabytes()).isEqualTo(3);
        assertThat(settings.maxMessageMegabytes()).isEqualTo(4);
        assertThat(settings.maxTextLength()).isEqualTo(500);
        assertThat(settings.maxDeliveries()).isEqualTo(7);
        assertThat(settings.fanOutChunk()).isEqualTo(100);
        assertThat(settings.sweepAfter()).hasSeconds(5);
        assertThat(settings.setupCode()).hasValue("dwanascie-znakow");
        assertThat(settings.backupDir()).isEqualTo(Path.of("/kopie").toAbsolutePath());
        assertThat(settings.moveUser()).isEqualTo("stary");
        assertThat(settings.movePassword()).isEqualTo("tajne");
        assertThat(settings.smtpUser()).isEqualTo("goniec");
        assertThat(settings.smtpPassword()).isEqualTo("sekret");
        assertThat(settings.digestAfter()).hasMinutes(60);
    }

    @Test
    void aShortSetupCodeStopsTheStart() {
        assertThatThrownBy(() -> new Settings(Map.of("GONIEC_SETUP_CODE", "krótki")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GONIEC_SETUP_CODE");
    }

    @Test
    void wrongValueStopsTheStartAndNamesTheVariable() {
        assertThatThrownBy(() -> new Settings(Map.of("GONIEC_MAX_TEXT", "dużo")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GONIEC_MAX_TEXT");
        assertThatThrownBy(() -> new Settings(Map.of("GONIEC_MAX_FILE_MB", "30")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GONIEC_MAX_FILE_MB");
    }

    @Test
    void linksLeadToTheConfiguredAddress() {
        assertThat(new Settings(Map.of()).publicUrl()).isEqualTo("http://127.0.0.1:8080");
        assertThat(new Settings(Map.of("GONIEC_HTTP_PORT", "8123")).publicUrl()).isEqualTo("http://127.0.0.1:8123");
        assertThat(publicUrl("https://goniec.example/").publicUrl()).isEqualTo("https://goniec.example");
        assertThat(publicUrl(" http://10.0.0.5:8080 ").publicUrl()).isEqualTo("http://10.0.0.5:8080");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "goniec.example",
                "ftp://goniec.example",
                "https://",
                "https://goniec.example/office",
                "https://goniec.example?x",
                "https://a:b@goniec.example",
                "https://goniec example"
            })
    void anAddressThatIsNoServerStopsTheStart(String address) {
        assertThatThrownBy(() -> publicUrl(address))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GONIEC_PUBLIC_URL");
    }

    private static Settings publicUrl(String address) {
        return new Settings(Map.of("GONIEC_PUBLIC_URL", address));
    }

    @Test
    void h2IsBackedUpAtTwoIntoTheDataFolderUnlessSaidOtherwise() {
        var settings = new Settings(Map.of());

        assertThat(settings.backupHour()).hasValue(2);
        assertThat(settings.backupsKept()).isEqualTo(7);
        assertThat(settings.backupDir()).endsWithRaw(Path.of("backups"));
        assertThat(settings.moveFrom()).isEmpty();
        assertThat(settings.moveUser()).isEqualTo("goniec");
        assertThat(settings.movePassword()).isEqualTo("goniec");
    }

    @Test
    void theHourOfTheBackupHasItsRangeAndMayBeOff() {
        assertThat(hour("0")).hasValue(0);
        assertThat(hour("23")).hasValue(23);
        assertThat(hour(" off ")).isEmpty();
        assertThat(hour("")).hasValue(2);
        for (var wrong : List.of("24", "-1", "never", "2.5")) {
            assertThatThrownBy(() -> hour(wrong))
                    .as(wrong)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("GONIEC_BACKUP_HOUR");
        }
    }

    private static OptionalInt hour(String value) {
        return new Settings(Map.of("GONIEC_BACKUP_HOUR", value)).backupHour();
    }

    @Test
    void atLeastOneBackupIsKept() {
        assertThat(new Settings(Map.of("GONIEC_BACKUPS_KEPT", "1")).backupsKept())
                .isEqualTo(1);
        for (var wrong : List.of("0", "1001", "all")) {
            assertThatThrownBy(() -> new Settings(Map.of("GONIEC_BACKUPS_KEPT", wrong)))
                    .as(wrong)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("GONIEC_BACKUPS_KEPT");
        }
    }

    @Test
    void aReplyWaitsAtLeastADayAndAtMostAYear() {
        assertThat(new Settings(Map.of()).replyKept()).isEqualTo(Duration.ofDays(14));
        assertThat(new Settings(Map.of("GONIEC_REPLY_DAYS", "1")).replyKept()).isEqualTo(Duration.ofDays(1));
        assertThat(new Settings(Map.of("GONIEC_REPLY_DAYS", "365")).replyKept()).isEqualTo(Duration.ofDays(365));
        for (var wrong : List.of("0", "366", "forever")) {
            assertThatThrownBy(() -> new Settings(Map.of("GONIEC_REPLY_DAYS", wrong)))
                    .as(wrong)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("GONIEC_REPLY_DAYS");
        }
    }

    @Test
    void aMachineMayAskForALinkAtLeastOnce() {
        assertThat(new Settings(Map.of()).linksPerMachine()).isEqualTo(20);
        assertThat(new Settings(Map.of("GONIEC_LINKS_PER_MACHINE", "1")).linksPerMachine())
                .isEqualTo(1);
        assertThat(new Settings(Map.of("GONIEC_LINKS_PER_MACHINE", "100000")).linksPerMachine())
                .isEqualTo(100_000);
        for (var wrong : List.of("0", "100001", "often")) {
            assertThatThrownBy(() -> new Settings(Map.of("GONIEC_LINKS_PER_MACHINE", wrong)))
                    .as(wrong)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("GONIEC_LINKS_PER_MACHINE");
        }
    }

    @Test
    void theH2FileToMoveFromIsNamedWithOrWithoutItsEnding() {
        assertThat(new Settings(Map.of("GONIEC_MOVE_FROM", "/dane/goniec.mv.db")).moveFrom())
                .hasValue(Path.of("/dane/goniec"));
        assertThat(new Settings(Map.of("GONIEC_MOVE_FROM", "/dane/goniec")).moveFrom())
                .hasValue(Path.of("/dane/goniec"));
    }

    @Test
    void lettersAreSentOnlyWhereAMailServerIsNamed() {
        assertThat(new Settings(Map.of()).isMail()).isFalse();
        assertThat(new Settings(Map.of("GONIEC_SMTP_HOST", "mail.example", "GONIEC_MAIL_FROM", "biuro@example.pl"))
                        .isMail())
                .isTrue();
        assertThat(new Settings(Map.of("GONIEC_SMTP_HOST", "mail.example", "GONIEC_MAIL", "false")).isMail())
                .isFalse();
        assertThat(new Settings(Map.of("GONIEC_MAIL", "true", "GONIEC_MAIL_FROM", "biuro@example.pl")).isMail())
                .isTrue();
    }

    @Test
    void lettersComeFromAnAddressOrGoniecDoesNotStart() {
        assertThatThrownBy(() -> new Settings(Map.of("GONIEC_SMTP_HOST", "mail.example")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GONIEC_MAIL_FROM");
        for (var wrong : List.of("biuro", "a@b.pl\nBcc: c@d.pl", "Biuro <a@b.pl>", "a@b@c")) {
            assertThatThrownBy(
                            () -> new Settings(Map.of("GONIEC_SMTP_HOST", "mail.example", "GONIEC_MAIL_FROM", wrong)))
                    .as(wrong)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("GONIEC_MAIL_FROM");
        }
    }

    @Test
    void aMisspeltEncryptionStopsTheStart() {
        assertThatThrownBy(() -> new Settings(Map.of("GONIEC_SMTP_TLS", "STARTTLS")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GONIEC_SMTP_TLS");
    }

    @Test
    void aMisspeltEncryptionOfTheIntegratorsPortStopsTheStart() {
        assertThatThrownBy(() -> new Settings(Map.of("GONIEC_INTEGRATORS_TLS", "yes")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GONIEC_INTEGRATORS_TLS");
    }

    @Test
    void anEncryptedPortWithoutItsKeyStopsTheStart() {
        for (var file : List.of("", "/nowhere/keys.p12")) {
            assertThatThrownBy(() ->
                            new Settings(Map.of("GONIEC_INTEGRATORS_TLS", "true", "GONIEC_INTEGRATORS_KEYSTORE", file)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("GONIEC_INTEGRATORS_KEYSTORE");
        }
    }
}
