package pl.goniec.attachment.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.attachment.api.AttachmentRow;
import pl.goniec.attachment.api.UploadedFile;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.fixture.world.Paper;
import pl.goniec.platform.config.Settings;
import pl.goniec.shared.AttachmentId;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.NotFoundException;

/** Sets of files and their limits, one byte more and one byte less. */
class AttachmentServiceTest extends OnBothEngines {

    private static final Settings SETTINGS = new Settings();
    private static final long FILE = SETTINGS.maxFileBytes();
    private static final long MESSAGE = SETTINGS.maxMessageBytes();

    private long set;

    @BeforeEach
    void anOpenSet() {
        set = with(AttachmentService.class, AttachmentService::open);
    }

    private AttachmentRow add(UploadedFile file) {
        return with(AttachmentService.class, attachments -> attachments.add(set, file));
    }

    private void seal() {
        with(AttachmentService.class, attachments -> {
            attachments.seal(set);
            return null;
        });
    }

    private void remove(long from, AttachmentId file) {
        with(AttachmentService.class, attachments -> {
            attachments.remove(from, file);
            return null;
        });
    }

    private List<AttachmentRow> list() {
        return with(AttachmentService.class, attachments -> attachments.list(set));
    }

    private static void assertRefused(Runnable adding, String key, String... arguments) {
        assertThatThrownBy(adding::run).isInstanceOfSatisfying(BusinessException.class, refusal -> {
            assertThat(refusal.key()).isEqualTo(key);
            assertThat(refusal.arguments()).containsExactly(arguments);
        });
    }

    @Test
    void aFileOfExactlyTheLimitIsTaken() {
        assertThat(add(Paper.big("równy.txt", FILE, 1)).size()).isEqualTo(FILE);
    }

    @Test
    void oneByteMoreIsRefusedByName() {
        assertRefused(() -> add(Paper.big("za duży.txt", FILE + 1, 1)), "attachment.tooLarge", "za duży.txt", "20");
        assertThat(list()).isEmpty();
    }

    @Test
    void allFilesTogetherReachExactlyTheLimitOfAMessage() {
        add(Paper.big("jeden.txt", FILE - 1, 1));
        add(Paper.big("dwa.txt", MESSAGE - FILE, 2));

        assertRefused(() -> add(Paper.big("trzy.txt", 2, 3)), "attachment.messageTooLarge", "25");
        add(Paper.big("cztery.txt", 1, 4));
        assertRefused(() -> add(Paper.big("pięć.txt", 1, 5)), "attachment.messageTooLarge", "25");

        assertThat(list().stream().mapToLong(AttachmentRow::size).sum()).isEqualTo(MESSAGE);
    }

    @Test
    void anEmptyFileIsRefused() {
        assertRefused(() -> add(Paper.text("pusty.txt", "")), "attachment.empty", "pusty.txt");
    }

    @Test
    void aForbiddenKindIsRefusedByName() {
        assertRefused(
                () -> add(Paper.text("strona.pdf", "<html><body>x</body></html>")), "attachment.type", "strona.pdf");
    }

    @Test
    void namesKeepPolishLettersAndLoseTheirPath() {
        assertThat(add(Paper.text("C:\\Dokumenty\\Zażółć gęślą.txt", "1")).name())
                .isEqualTo("Zażółć gęślą.txt");
        assertThat(add(Paper.text("/dane/anna/../Umowa nr 7.txt", "2")).name()).isEqualTo("Umowa nr 7.txt");
        assertThat(add(Paper.text("a\r\nb\u0000.txt", "3")).name()).isEqualTo("ab.txt");
        assertRefused(() -> add(Paper.text("katalog/", "4")), "attachment.name");
        assertRefused(() -> add(Paper.text("\t", "5")), "attachment.name");
    }

    @Test
    void aLongNameKeepsItsEnding() {
        var name = add(Paper.text("x".repeat(300) + ".txt", "1")).name();

        assertThat(name).hasSize(255).endsWith("xxx.txt");
    }

    @Test
    void filesAreListedInTheOrderTheyCameAndPerSet() {
        var first = add(Paper.text("b.txt", "1"));
        var second = add(Paper.text("a.txt", "2"));
        long other = with(AttachmentService.class, AttachmentService::open);

        var bySet = with(AttachmentService.class, attachments -> attachments.list(List.of(set, other)));

        assertThat(list()).containsExactly(first, second);
        assertThat(bySet).containsOnlyKeys(set);
        assertThat(with(AttachmentService.class, attachments -> attachments.list(List.<Long>of()))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aFileIsFoundInItsOwnSetOnly() {
        var file = add(Paper.text("a.txt", "1"));
        long other = with(AttachmentService.class, AttachmentService::open);

        assertThatThrownBy(() -> with(AttachmentService.class, attachments -> attachments.get(other, file.id())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> with(AttachmentService.class, attachments -> attachments.piece(other, file.id(), 0)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> remove(other, file.id())).isInstanceOf(NotFoundException.class);
        assertThat(list()).containsExactly(file);
    }

    @Test
    void aSealedSetStaysAsItIs() {
        var file = add(Paper.text("a.txt", "1"));
        seal();

        assertThatThrownBy(() -> add(Paper.text("b.txt", "2"))).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> remove(set, file.id())).isInstanceOf(ConflictException.class);
        assertThatThrownBy(this::seal).isInstanceOf(ConflictException.class);
        assertThat(list()).containsExactly(file);
    }

    @Test
    void aRemovedFileMakesRoomAgain() {
        var file = add(Paper.big("jeden.txt", FILE, 1));
        assertRefused(() -> add(Paper.big("dwa.txt", FILE, 2)), "attachment.messageTooLarge", "25");

        remove(set, file.id());

        assertThat(add(Paper.big("dwa.txt", FILE, 2)).size()).isEqualTo(FILE);
    }
}
