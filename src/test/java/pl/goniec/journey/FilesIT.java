package pl.goniec.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.attachment.api.AttachmentRow;
import pl.goniec.attachment.api.UploadedFile;
import pl.goniec.conversation.api.SendMessage;
import pl.goniec.conversation.boundary.DownloadService;
import pl.goniec.fixture.world.Paper;
import pl.goniec.platform.config.Settings;
import pl.goniec.shared.AttachmentId;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.DraftId;
import pl.goniec.shared.MessageId;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;

/** Files go in, are sent, and come out the same. */
class FilesIT extends Journey {

    @Inject
    DownloadService downloads;

    @Inject
    Settings settings;

    private CompanyId bakery;
    private PersonId caretaker;
    private PersonId anna;
    private ConversationId withAnna;
    private DraftId draft;

    @BeforeEach
    void aDraft() throws Exception {
        bakery = world.company("Piekarnia z plikami");
        caretaker = world.caretaker("Olga Opiekun", bakery);
        anna = world.entrepreneur(bakery, "Anna Plikowa");
        withAnna = world.conversation(bakery, anna);
        draft = as(anna, () -> drafts.of(withAnna).id());
    }

    private AttachmentRow attach(UploadedFile file) throws Exception {
        return as(anna, () -> drafts.attach(draft, file));
    }

    private MessageId send() throws Exception {
        return as(
                anna,
                () -> messages.send(new SendMessage(withAnna, draft, "W załączniku"))
                        .id());
    }

    private String hashOf(PersonId person, MessageId message, AttachmentId file) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        return as(person, () -> {
            int number = 0;
            for (var piece = downloads.piece(message, file, number);
                    piece.length > 0;
                    piece = downloads.piece(message, file, ++number)) {
                digest.update(piece);
            }
            return HexFormat.of().formatHex(digest.digest());
        });
    }

    private static String hashOf(UploadedFile file) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var in = file.source().open()) {
            digest.update(in.readAllBytes());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void assertRefused(UploadedFile file, String key) {
        assertThatThrownBy(() -> attach(file))
                .isInstanceOf(BusinessException.class)
                .extracting("key")
                .isEqualTo(key);
    }

    @Test
    void aFileOfTheLimitArrivesWithTheSameBytesAndOneByteMoreIsRefused() throws Exception {
        long limit = settings.maxFileBytes();
        assertThat(limit).isEqualTo(20L * 1024 * 1024);
        var largest = Paper.big("Zeznanie – źródło.txt", limit, world.now().toEpochMilli());

        assertRefused(Paper.big("za duży.txt", limit + 1, 5), "attachment.tooLarge");
        var row = attach(largest);
        var message = send();

        assertThat(row.size()).isEqualTo(limit);
        assertThat(as(caretaker, () -> downloads.open(message, row.id()))).isEqualTo(row);
        assertThat(row.name()).isEqualTo("Zeznanie – źródło.txt");
        assertThat(hashOf(caretaker, message, row.id())).isEqualTo(hashOf(largest));
        assertThat(number("SELECT COUNT(*) FROM content_chunk WHERE hash = ?", hashOf(largest)))
                .isEqualTo(20);
    }

    @Test
    void aMessageHoldsExactlyItsLimit() throws Exception {
        long limit = settings.maxMessageBytes();
        assertThat(limit).isEqualTo(25L * 1024 * 1024);
        attach(Paper.big("jeden.txt", 15L * 1024 * 1024 - 1, 11));
        attach(Paper.big("dwa.txt", 10L * 1024 * 1024, 12));

        assertRefused(Paper.big("trzy.txt", 2, 13), "attachment.messageTooLarge");
        attach(Paper.big("cztery.txt", 1, 14));
        assertRefused(Paper.big("pięć.txt", 1, 15), "attachment.messageTooLarge");

        var message = send();
        var files = thread(caretaker, withAnna).get(0).files();
        assertThat(message.position()).isEqualTo(1);
        assertThat(files).extracting(AttachmentRow::name).containsExactly("jeden.txt", "dwa.txt", "cztery.txt");
        assertThat(files.stream().mapToLong(AttachmentRow::size).sum()).isEqualTo(limit);
    }

    @Test
    void theSameFileByEightAtOnceIsStoredOnce() throws Exception {
        var file = Paper.big("wspólny.txt", 3_000_000, world.now().toEpochMilli() + 7);

        var rows = atOnce(8, anna, () -> drafts.attach(draft, file));

        assertThat(rows).extracting(AttachmentRow::id).doesNotHaveDuplicates();
        assertThat(number("SELECT COUNT(*) FROM content WHERE hash = ?", hashOf(file)))
                .isEqualTo(1);
        assertThat(number("SELECT COUNT(*) FROM content_chunk WHERE hash = ?", hashOf(file)))
                .isEqualTo(3);
    }

    @Test
    void aForeignFileIsNotFoundLikeOneThatNeverWas() throws Exception {
        var row = attach(Paper.text("umowa.txt", "Tajna umowa"));
        var foreignDraft = draft;
        var stranger = world.caretaker("Obcy Opiekun", world.company("Obca firma"));
        var jan = world.employee(bakery, "Jan Plikowy");

        for (var person : List.of(caretaker, stranger, jan)) {
            assertThatThrownBy(() -> as(person, () -> downloads.open(foreignDraft, row.id())))
                    .isInstanceOf(NotFoundException.class);
        }
        var message = send();
        for (var person : List.of(stranger, jan)) {
            assertThatThrownBy(() -> as(person, () -> downloads.open(message, row.id())))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> as(person, () -> downloads.piece(message, row.id(), 0)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> as(person, () -> downloads.open(message, new AttachmentId(-1))))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> as(anna, () -> downloads.open(new MessageId(withAnna, 99), row.id())))
                .isInstanceOf(NotFoundException.class);
        assertThat(number(
                        "SELECT COUNT(*) FROM audit_event WHERE actor = ? AND action = 'FILE_DOWNLOADED'",
                        world.email(stranger)))
                .isZero();
    }

    @Test
    void aForbiddenKindChangesNothing() throws Exception {
        var kept = attach(Paper.text("umowa.txt", "Umowa"));

        assertRefused(Paper.text("faktura.pdf", "<html><body>zaloguj się</body></html>"), "attachment.type");
        assertRefused(Paper.text("pusty.txt", ""), "attachment.empty");

        assertThat(as(anna, () -> drafts.of(withAnna).files())).containsExactly(kept);
    }
}
