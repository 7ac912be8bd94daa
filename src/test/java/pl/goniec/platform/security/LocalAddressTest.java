package pl.goniec.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAddressTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "office",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/\t/evil.example",
                "/a\r\nSet-Cookie: x=y"
            })
    void nothingThatLeadsElsewhereIsLocal(String address) {
        assertThat(LocalAddress.of(address)).isEmpty();
    }

    @Test
    void pathWithItsQueryIsLocal() {
        assertThat(LocalAddress.of("/office/company/start.xhtml?company=7"))
                .contains("/office/company/start.xhtml?company=7");
    }
}
