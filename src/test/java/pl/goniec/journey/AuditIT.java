package pl.goniec.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.audit.boundary.AuditTrailService;
import pl.goniec.broadcast.api.SubmitBroadcast;
import pl.goniec.broadcast.boundary.BroadcastService;
import pl.goniec.company.api.ImportProgress;
import pl.goniec.company.boundary.CompanyService;
import pl.goniec.company.boundary.ImportService;
import pl.goniec.conversation.api.SendMessage;
import pl.goniec.conversation.boundary.DownloadService;
import pl.goniec.fixture.world.Paper;
import pl.goniec.fixture.world.World;
import pl.goniec.platform.security.RequestOrigin;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;

/** Every deed has its row and every refusal too; no row tells what was written. */
class AuditIT extends Journey {

    private static final String SECRET = "poufny-tekst-o-podatkach";

    @Inject
    CompanyService companies;

    @Inject
    BroadcastService broadcasts;

    @Inject
    DownloadService downloads;

    @Inject
    AuditTrailService trail;

    @Inject
    ImportService lists;

    private CompanyId bakery;
    private PersonId caretaker;
    private PersonId stranger;
    private PersonId anna;
    private ConversationId withAnna;

    @BeforeEach
    void aBakery() {
        bakery = world.company("Piekarnia Badana");
        caretaker = world.caretaker("Olga Opiekun", bakery);
        stranger = world.caretaker("Obcy Opiekun", world.company("Obca firma"));
        anna = world.entrepreneur(bakery, "Anna Badana");
        withAnna = world.conversation(bakery, anna);
    }

    private List<String> rows(PersonId actor) {
        return world.sql()
                .texts(
                        "SELECT action || ' ' || result || ' ' || object FROM audit_event WHERE actor = ? ORDER BY id",
                        world.email(actor));
    }

    @Test
    void sendingReadingAndDownloadingAreWritten() throws Exception {
        var draft = as(anna, () -> drafts.of(withAnna).id());
        var file = as(anna, () -> drafts.attach(draft, Paper.text("umowa.txt", SECRET)));
        var message = as(
                anna,
                () -> messages.send(new SendMessage(withAnna, draft, SECRET)).id());
        as(anna, () -> messages.send(new SendMessage(withAnna, draft, SECRET)));
        as(caretaker, () -> {
            conversations.markRead(withAnna, 1);
            return downloads.open(message, file.id());
        });
        as(caretaker, () -> {
            conversations.markCompaniesRead(Set.of(bakery));
            return null;
        });

        assertThat(rows(anna))
                .as("a repetition sends nothing")
                .containsExactly("MESSAGE_SENT DONE company " + bakery + ", message " + withAnna + "/1");
        assertThat(rows(caretaker))
                .containsExactly(
                        "CONVERSATION_READ DONE company " + bakery + ", conversation " + withAnna + " up to 1",
                        "FILE_DOWNLOADED DONE company " + bakery + ", message " + withAnna + "/1, file " + file.id(),
                        "MARKED_AS_READ DONE 0 conversations");
    }

    @Test
    void aNoticeIsWrittenFromSubmittingToDelivery() throws Exception {
        var draft = as(caretaker, () -> broadcasts.draft().id());
        var id = as(caretaker, () -> broadcasts.submit(new SubmitBroadcast(draft, "", SECRET, false, Set.of(bakery))))
                .id();

        assertThat(rows(caretaker))
                .containsExactly("BROADCAST_SUBMITTED DONE broadcast " + id + " to 1 companies, 1 recipients");
        eventually(() -> number(
                        "SELECT COUNT(*) FROM audit_event WHERE action = 'BROADCAST_DELIVERED' AND object = ?",
                        "broadcast " + id + ", chunk 0")
                == 1);
    }

    @Test
    void aRefusalIsWrittenThoughNothingElseIs() throws Exception {
        write(anna, withAnna, "Tajne");

        assertThatThrownBy(() -> as(stranger, () -> conversations.open(withAnna)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(stranger, () -> conversations.open(new ConversationId(-7))))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(stranger, () -> companies.open(bakery))).isInstanceOf(NotFoundException.class);

        assertThat(rows(stranger))
                .as("foreign and non-existing take the same path")
                .hasSize(3)
                .allMatch(row -> row.startsWith("REFUSED REFUSED "))
                .satisfiesExactly(
                        row -> assertThat(row)
                                .contains("ConversationService.open", withAnna.toString(), "error.notFound"),
                        row -> assertThat(row).contains("ConversationService.open", "-7", "error.notFound"),
                        row -> assertThat(row).contains("CompanyService.open", bakery.toString()));
    }

    @Test
    void aRefusalInsideARefusalIsWrittenOnce() {
        assertThatThrownBy(() -> as(stranger, () -> conversations.recipients(bakery)))
                .isInstanceOf(NotFoundException.class);

        assertThat(rows(stranger)).hasSize(1);
    }

    @Test
    void noRowTellsWhatWasWritten() throws Exception {
        var draft = as(anna, () -> drafts.of(withAnna).id());
        as(anna, () -> messages.send(new SendMessage(withAnna, draft, "Raz")));
        assertThatThrownBy(() -> as(anna, () -> messages.send(new SendMessage(withAnna, draft, SECRET))))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> as(anna, () -> drafts.save(draft, SECRET))).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> as(stranger, () -> conversations.conversations(bakery, SECRET)))
                .isInstanceOf(NotFoundException.class);
        var notice = as(stranger, () -> broadcasts.draft().id());
        assertThatThrownBy(() -> as(
                        stranger,
                        () -> broadcasts.submit(new SubmitBroadcast(notice, SECRET, SECRET, false, Set.of(bakery)))))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(stranger, () -> drafts.attach(draft, Paper.text(SECRET + ".txt", SECRET))))
                .isInstanceOf(NotFoundException.class);

        assertThat(rows(anna)).hasSize(3);
        assertThat(rows(stranger)).hasSize(3);
        assertThat(number("SELECT COUNT(*) FROM audit_event WHERE object LIKE ?", "%" + SECRET + "%"))
                .isZero();
    }

    @Test
    void anImportIsTheRequestsThatAskedForIt() throws Exception {
        var head = world.head("Helena Importująca");
        var origin = new RequestOrigin(null, "192.0.2.7", UUID.randomUUID().toString());
        var list = ("NIP;firma\n" + World.freshNip() + ";Firma z listy\n").getBytes(StandardCharsets.UTF_8);

        as(head, () -> lists.run(list, false, origin, new ImportProgress()).get());

        assertThat(world.sql()
                        .texts(
                                "SELECT action FROM audit_event WHERE correlation_id = ? AND address = '192.0.2.7' ORDER BY id",
                                origin.correlationId()))
                .containsExactly("COMPANY_ADDED", "LIST_IMPORTED");
        assertThat(rows(head)).hasSize(2);
    }

    @Test
    void everyRowIsSealedSoon() throws Exception {
        write(anna, withAnna, "Pieczętowane");

        eventually(() -> number(
                        "SELECT COUNT(*) FROM audit_event e JOIN audit_seal s ON s.event_id = e.id WHERE e.actor = ?",
                        world.email(anna))
                == 1);
        var check = as(world.head("Helena Sprawdzająca"), () -> trail.check());
        assertThat(check.sound()).as(check.toString()).isTrue();
    }
}
