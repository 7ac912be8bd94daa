package pl.goniec.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.identity.api.OfficeChanged;
import pl.goniec.identity.api.OfficeData;
import pl.goniec.identity.api.OfficeLogo;
import pl.goniec.identity.api.OfficeRecord;
import pl.goniec.identity.api.OpeningHours;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.ForbiddenException;
import pl.goniec.shared.PersonId;

/** What the head keeps of the office. */
class OfficeServiceTest extends OnBothEngines {

    private static final OpeningHours TUESDAY =
            new OpeningHours(DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(17, 30));

    private PersonId head;

    @BeforeEach
    void office() {
        head = world.head("Szef");
        world.sql().change("DELETE FROM office_hours");
        world.sql().change("DELETE FROM office");
        world.sql().change("INSERT INTO office (id, name, phone) VALUES (1, 'Biuro Saldo', '+48 22 100 20 30')");
        world.sql().change("INSERT INTO office_hours (weekday, opens, closes) VALUES (1, '08:00', '16:00')");
    }

    private OfficeRecord seen() {
        return as(head, OfficeService.class, OfficeService::forChange);
    }

    private void changes(long version, OfficeData data) {
        as(head, OfficeService.class, offices -> {
            offices.change(version, data);
            return null;
        });
    }

    private void shows(long version, byte[] picture) {
        as(head, OfficeService.class, offices -> {
            offices.changeLogo(version, picture);
            return null;
        });
    }

    private static byte[] png(int size) {
        var picture = new byte[size];
        System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, 0, picture, 0, 8);
        return picture;
    }

    private static OfficeData named(String name) {
        return new OfficeData(name, "", "", "", "", List.of());
    }

    @Test
    void aChangeIsKept() {
        var data = new OfficeData(
                "Biuro Łąka", "526-025-02-74", "ul. Żabia 3", "+48 22 1", "Z poważaniem\nBiuro Łąka", List.of(TUESDAY));

        changes(seen().version(), data);

        assertThat(seen().data()).isEqualTo(data);
        assertThat(seen().data().nip()).isEqualTo("5260250274");
        assertThat(beans.events()).containsExactly(new OfficeChanged());
    }

    @Test
    void whatNobodySeesIsNotKept() {
        changes(seen().version(), new OfficeData("Biuro", "", "ul. Żabia\0 3", "", "Z po\0ważaniem\nBiuro", List.of()));

        assertThat(seen().data().address()).isEqualTo("ul. Żabia 3");
        assertThat(seen().data().signature()).isEqualTo("Z poważaniem\nBiuro");
    }

    @Test
    void nothingIsOverwritten() {
        var before = seen();
        changes(before.version(), named("Pierwsza"));

        assertThatThrownBy(() -> changes(before.version(), named("Druga")))
                .isInstanceOf(ConflictException.class)
                .hasMessage("office.changed");
        assertThatThrownBy(() -> shows(before.version(), null)).hasMessage("office.changed");
        assertThat(seen().data().name()).isEqualTo("Pierwsza");
    }

    private static OfficeData open(OfficeData office, OpeningHours... hours) {
        return new OfficeData(
                office.name(), office.nip(), office.address(), office.phone(), office.signature(), List.of(hours));
    }

    @Test
    void hoursAloneAreNotOverwrittenEither() {
        var before = seen();
        changes(before.version(), open(before.data(), TUESDAY));

        assertThatThrownBy(() -> changes(before.version(), open(before.data())))
                .isInstanceOf(ConflictException.class)
                .hasMessage("office.changed");
        assertThat(seen().data().hours()).containsExactly(TUESDAY);
        changes(seen().version(), open(before.data()));
        assertThat(seen().data().hours()).isEmpty();
    }

    @Test
    void whoIsHeadNoMoreIsRefusedThoughHisSessionIsOpen() {
        long version = seen().version();
        world.sql().change("UPDATE person SET office_position = 'STAFF' WHERE id = ?", head);

        assertThatThrownBy(this::seen).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> changes(version, named("Przejęte"))).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> shows(version, png(100))).isInstanceOf(ForbiddenException.class);
    }

    @Test
    void dataAreJudgedAtTheirLimits() {
        assertThat(named("Ł".repeat(OfficeData.MAX_NAME)).fault()).isEmpty();
        assertThat(named("Ł".repeat(OfficeData.MAX_NAME + 1)).fault()).contains("office.name.wrong");
        assertThat(named("A\nB").fault()).contains("office.name.wrong");
        assertThat(named("").fault()).contains("office.name.blank");
        assertThat(named("\u200B").fault()).contains("office.name.blank");
        assertThat(faultOf("5260250275", "", "", "")).contains("office.nip.wrong");
        for (var typed :
                List.of("PL5260250274", "pl 526-025-02-74", "526\u2013025\u201302\u201374", "526\u00A0025 02 74")) {
            assertThat(faultOf(typed, "", "", "")).as(typed).isEmpty();
        }
        assertThat(new OfficeData("A", "PL 526-025-02-74", "", "", "", List.of()).nip())
                .isEqualTo("5260250274");
        assertThat(faultOf("", "a".repeat(OfficeData.MAX_ADDRESS), "", "")).isEmpty();
        assertThat(faultOf("", "a".repeat(OfficeData.MAX_ADDRESS + 1), "", "")).contains("office.address.wrong");
        assertThat(faultOf("", "", "1".repeat(OfficeData.MAX_PHONE), "")).isEmpty();
        for (var wrong : List.of("abc", "22 1; 22 2", "1\n2", "1".repeat(OfficeData.MAX_PHONE + 1))) {
            assertThat(faultOf("", "", wrong, "")).as(wrong).contains("office.phone.wrong");
        }
        assertThat(faultOf("", "", "", "a".repeat(OfficeData.MAX_SIGNATURE + 1)))
                .contains("office.signature.wrong");
        var backwards = new OpeningHours(DayOfWeek.FRIDAY, LocalTime.of(9, 0), LocalTime.of(9, 0));
        assertThat(new OfficeData("A", "", "", "", "", List.of(backwards)).fault())
                .contains("office.hours.wrong");
        var seconds = new OpeningHours(DayOfWeek.FRIDAY, LocalTime.of(9, 0, 30), LocalTime.of(17, 0));
        assertThat(new OfficeData("A", "", "", "", "", List.of(seconds)).fault())
                .contains("office.hours.wrong");
        assertThat(new OfficeData("A", "", "", "", "", List.of(TUESDAY, TUESDAY)).fault())
                .contains("office.hours.wrong");
        assertThat(new OfficeData(" ", "1", "", "abc", "", List.of(backwards)).faults())
                .containsExactly("office.name.blank", "office.nip.wrong", "office.phone.wrong", "office.hours.wrong");
        assertThatThrownBy(() -> changes(seen().version(), named(""))).hasMessage("office.name.blank");
    }

    private static java.util.Optional<String> faultOf(String nip, String address, String phone, String signature) {
        return new OfficeData("A", nip, address, phone, signature, List.of()).fault();
    }

    @Test
    void aLogoIsAPictureOfAtMost200Kilobytes() {
        var largest = png(OfficeLogo.MAX_BYTES);

        shows(seen().version(), largest);

        assertThat(seen().logo()).isTrue();
        assertThat(with(OfficeService.class, OfficeService::logo))
                .hasValueSatisfying(logo ->
                        assertThat(Arrays.equals(logo.content(), largest)).isTrue());
        assertThat(with(OfficeService.class, OfficeService::office).logo()).isEqualTo(seen().version());
        assertThat(as(head, ProfileService.class, ProfileService::me).logo()).isEqualTo(seen().version());
        assertThatThrownBy(() -> shows(seen().version(), png(OfficeLogo.MAX_BYTES + 1)))
                .hasMessage("office.logo.tooLarge");
        assertThatThrownBy(() ->
                        shows(seen().version(), "<svg onload='x'/>".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .hasMessage("office.logo.type");
        assertThatThrownBy(() -> shows(seen().version(), new byte[0])).hasMessage("office.logo.type");

        shows(seen().version(), null);
        assertThat(seen().logo()).isFalse();
        assertThat(with(OfficeService.class, OfficeService::logo)).isEmpty();
    }
}
