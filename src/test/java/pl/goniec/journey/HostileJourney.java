package pl.goniec.journey;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import pl.goniec.broadcast.api.SubmitBroadcast;
import pl.goniec.broadcast.boundary.BroadcastService;
import pl.goniec.conversation.api.SendMessage;
import pl.goniec.fixture.world.Paper;
import pl.goniec.journey.MatrixOffice.Actor;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.PersonId;

/**
 * The office of the matrix, in which something is said, attached, begun and announced everywhere. What is said is a secret of
 * those who may read it.
 */
abstract class HostileJourney extends Journey {

    /** Words that only people of these columns of the matrix may ever be sent. */
    record Secret(String words, Set<String> knowers) {}

    @Inject
    BroadcastService broadcasts;

    final List<Secret> secrets = new ArrayList<>();
    /** Every number that stands for something in this office. */
    final List<Long> ids = new ArrayList<>();

    MatrixOffice office;
    BroadcastId noticeOfHead;
    BroadcastId noticeOfCaretaker;

    private final AccessMatrix matrix = new AccessMatrix();
    private final Map<Actor, Session> sessions = new HashMap<>();

    @BeforeEach
    void theOfficeWithItsSecrets() throws Exception {
        office = new MatrixOffice(world);
        for (var company : List.of(office.f1, office.f2)) {
            ids.add(company.value());
        }
        secret(name(office.f1), "firm.open F1");
        said("C1", office.c1, office.ent1, "conv.read C1 (F1: office<->ENT_1)");
        said("C2", office.c2, office.emp1, "conv.read C2 (F1: office<->EMP_1)");
        said("C3", office.c3, office.person("ENT_2"), "conv.read C3 (F2: office<->ENT_2)");
        begun();
        noticeOfCaretaker = announced(office.person("CARE_IN"), Set.of(office.f1));
        noticeOfHead = announced(office.person("HEAD"), Set.of(office.f1, office.f2));
        office.everybody()
                .filter(actor -> actor.person() != null)
                .forEach(actor -> ids.add(actor.person().value()));
    }

    private void said(String at, ConversationId conversation, PersonId client, String row) throws Exception {
        var words = "Tajemnica " + at + "x" + conversation;
        var draft = as(client, () -> drafts.of(conversation).id());
        var file = as(client, () -> drafts.attach(draft, Paper.text("umowa-" + at + "x" + conversation, words)));
        as(client, () -> messages.send(new SendMessage(conversation, draft, words)));
        world.says(office.person("HEAD"), conversation, "Dziękujemy");
        secret(words, row);
        secret(file.name(), row);
        ids.addAll(List.of(conversation.value(), draft.value(), file.id().value()));
    }

    /**
     * What is begun and not sent is its writer's own. One of them is none of those who try: a mutated request may send the other's
     * draft, and then others read it rightly.
     */
    private void begun() throws Exception {
        begun(office.person("CARE_IN"), "szkic opiekuna");
        var words = "Szkic x" + office.c1;
        secrets.add(new Secret(words, Set.of()));
        secrets.add(new Secret(begun(world.caretaker("Olena Pisząca", office.f1), words), Set.of()));
    }

    /** Returns the name of the file. */
    private String begun(PersonId writer, String words) throws Exception {
        var draft = as(writer, () -> drafts.of(office.c1).id());
        as(writer, () -> drafts.save(draft, words));
        var file = as(writer, () -> drafts.attach(draft, Paper.text("szkic-x" + writer, words)));
        ids.addAll(List.of(draft.value(), file.id().value()));
        return file.name();
    }

    private BroadcastId announced(PersonId author, Set<CompanyId> to) throws Exception {
        var words = "Zmiany x" + author;
        var draft = as(author, () -> broadcasts.draft().id());
        var file = as(author, () -> broadcasts.attach(draft, Paper.text("zmiany-x" + author, words)));
        var id = as(author, () -> broadcasts.submit(new SubmitBroadcast(draft, "", words, false, to)))
                .id();
        eventually(() -> number("SELECT COUNT(*) FROM receipt WHERE broadcast_id = ? AND state = 'PENDING'", id) == 0);
        var knowers = to.contains(office.f2)
                ? Set.of("HEAD", "CARE_IN", "CARE_OUT", "ENT_1", "ENT_2")
                : Set.of("HEAD", "CARE_IN", "ENT_1");
        secrets.add(new Secret(words, knowers));
        secrets.add(new Secret(file.name(), knowers));
        ids.addAll(List.of(id.value(), file.id().value()));
        return id;
    }

    private void secret(String words, String row) {
        secrets.add(new Secret(
                words,
                AccessMatrix.PEOPLE.stream()
                        .filter(column -> matrix.verdict(row, column).equals("A"))
                        .collect(Collectors.toSet())));
    }

    private String name(CompanyId company) {
        return world.sql()
                .texts("SELECT name FROM company WHERE id = ?", company)
                .get(0);
    }

    /** Returns the words in a text that the person must not know. */
    List<String> leaked(Actor actor, String text) {
        return secrets.stream()
                .filter(secret -> !secret.knowers().contains(actor.column()))
                .map(Secret::words)
                .filter(text::contains)
                .toList();
    }

    Actor actor(String name) {
        return office.everybody()
                .filter(actor -> actor.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the person's session; nobody's is a stranger's. */
    Session session(Actor actor) throws IOException {
        var session = sessions.get(actor);
        if (session == null) {
            session = Session.as(actor.person() == null ? null : world.email(actor.person()));
            sessions.put(actor, session);
        }
        return session;
    }

    Session session(String name) throws IOException {
        return session(actor(name));
    }
}
