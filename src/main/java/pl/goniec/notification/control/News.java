package pl.goniec.notification.control;

import pl.goniec.identity.api.Language;
import pl.goniec.notification.entity.ToldMarker;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Side;

/**
 * What one person is to be told of one conversation.
 *
 * @param count of the other side's messages, as far as this news goes
 * @param read up to which of them he has read
 * @param told up to which he has been told, or null if never
 */
record News(
        PersonId person,
        String email,
        Language language,
        CompanyId company,
        ConversationId conversation,
        Side side,
        long count,
        long read,
        ToldMarker told) {

    /** Returns how many messages are neither read nor told. */
    long messages() {
        return count - Math.max(read, told == null ? 0 : told.toldUpTo());
    }
}
