package pl.goniec.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where the page of the office's data shows a refusal. */
class OfficeDataBackingTest {

    @Test
    void aFaultOfTheDataStandsBesideItsField() {
        assertThat(OfficeDataBacking.field("office.nip.wrong")).isEqualTo("office:officenip");
        assertThat(OfficeDataBacking.field("office.changed")).isEqualTo("office:officechanged");
    }

    @Test
    void anyOtherRefusalStandsInTheStatusRegion() {
        assertThat(OfficeDataBacking.field("error.403.text")).isNull();
        assertThat(OfficeDataBacking.field("error.notFound")).isNull();
    }
}
