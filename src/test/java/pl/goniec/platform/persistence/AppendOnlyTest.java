package pl.goniec.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.PersonId;

/** What was sent, read or audited stays as it is, whoever holds the database. */
class AppendOnlyTest extends OnBothEngines {

    private ConversationId conversation;

    @BeforeEach
    void aMessageThatWasRead() {
        var company = world.company("Piekarnia");
        PersonId caretaker = world.caretaker("Olga Opiekun", company);
        PersonId anna = world.entrepreneur(company, "Anna Kłos");
        conversation = world.conversation(company, anna);
        world.says(anna, conversation, "Kiedy ZUS?");
        world.reads(caretaker, conversation);
        world.sql()
                .change(
                        "INSERT INTO audit_event (id, happened_at, actor, action, object, result, correlation_id)"
                                + " VALUES (?, ?, 'anna', 'MESSAGE_SENT', '', 'DONE', '1')",
                        conversation,
                        world.now());
    }

    @Test
    void aSentMessageIsNotEdited() {
        refused("UPDATE message SET sent_at = CURRENT_TIMESTAMP WHERE conversation_id = ?");
    }

    @Test
    void aSentMessageIsNotDeleted() {
        refused("DELETE FROM message WHERE conversation_id = ?");
    }

    @Test
    void aSentTextIsNotEdited() {
        refused(
                "UPDATE body SET content = 'Inaczej' WHERE id IN (SELECT body_id FROM message WHERE conversation_id = ?)");
    }

    @Test
    void aSentTextIsNotDeleted() {
        refused("DELETE FROM body WHERE id IN (SELECT body_id FROM message WHERE conversation_id = ?)");
    }

    @Test
    void aReadingIsNotMoved() {
        refused("UPDATE reading SET read_at = CURRENT_TIMESTAMP WHERE conversation_id = ?");
    }

    @Test
    void aReadingIsNotDeleted() {
        refused("DELETE FROM reading WHERE conversation_id = ?");
    }

    @Test
    void anAuditRowIsNotChanged() {
        refused("UPDATE audit_event SET actor = 'nikt' WHERE id = ?");
    }

    @Test
    void anAuditRowIsNotDeleted() {
        refused("DELETE FROM audit_event WHERE id = ?");
    }

    @Test
    void whatIsNotForEverMayChange() {
        assertThat(List.of(
                        world.sql().change("UPDATE conversation SET client_count = 1 WHERE id = ?", conversation),
                        world.sql().change("DELETE FROM read_marker WHERE conversation_id = ?", conversation)))
                .containsOnly(1);
    }

    private void refused(String statement) {
        assertThatThrownBy(() -> world.sql().change(statement, conversation)).hasStackTraceContaining("append-only");
    }
}
