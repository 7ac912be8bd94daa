package pl.goniec.demo.control;

import java.util.Collections;
import java.util.Locale;

/** The tables that are filled, in the order in which their foreign keys want it. */
enum Table {
    OFFICE("id, name, phone"),
    OFFICE_HOURS("weekday, opens, closes"),
    PERSON("id, version, email, password_hash, full_name, phone, state, office_position, language, theme, invited_at"),
    COMPANY("id, version, name, nip"),
    MEMBERSHIP("company_id, person_id, role, may_start"),
    CARETAKING("id, company_id, person_id, substitute, valid_from, valid_to"),
    CONTENT("hash, size"),
    CONTENT_CHUNK("hash, number, bytes"),
    ATTACHMENT_SET("id, sealed"),
    ATTACHMENT("id, set_id, hash, file_name, media_type, size"),
    BODY("id, title, content, attachment_set_id"),
    CONVERSATION("id, company_id, person_id, office_count, client_count, last_sent_at, last_talk_at, last_talk_side"),
    BROADCAST(
            "id, draft_id, author_id, author_role, body_id, with_employees, accepted_at, company_count, recipient_count"),
    BROADCAST_UNREACHED("broadcast_id, company_id"),
    BROADCAST_CHUNK("broadcast_id, number, state, dispatches, next_dispatch_at, finished_at"),
    MESSAGE(
            "conversation_id, position, side, side_number, author_id, author_role, body_id, broadcast_id, draft_id, sent_at"),
    READ_MARKER("conversation_id, person_id, side, read_up_to"),
    READING("conversation_id, person_id, side, read_up_to, read_at"),
    RECEIPT("broadcast_id, conversation_id, chunk, company_id, person_id, state, side_number, delivered_at");

    private final String insert;

    Table(String columns) {
        var places = String.join(", ", Collections.nCopies(columns.split(",").length, "?"));
        insert = "INSERT INTO " + name().toLowerCase(Locale.ROOT) + " (" + columns + ") VALUES (" + places + ")";
    }

    String insert() {
        return insert;
    }
}
