package pl.goniec.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

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
    void wrongValueStopsTheStartAndNamesTheVariable() {
        assertThatThrownBy(() -> new Settings(Map.of("GONIEC_MAX_TEXT", "dużo")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GONIEC_MAX_TEXT");
        assertThatThrownBy(() -> new Settings(Map.of("GONIEC_MAX_FILE_MB", "30")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GONIEC_MAX_FILE_MB");
    }
}
