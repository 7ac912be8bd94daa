package pl.goniec.broadcast.boundary;

import static pl.goniec.platform.security.Roles.CARETAKER;
import static pl.goniec.platform.security.Roles.OFFICE_HEAD;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import pl.goniec.attachment.api.AttachmentRow;
import pl.goniec.attachment.boundary.AttachmentService;
import pl.goniec.broadcast.api.BroadcastFileDownloaded;
import pl.goniec.broadcast.api.BroadcastRetried;
import pl.goniec.broadcast.api.BroadcastRow;
import pl.goniec.broadcast.api.LedgerDetails;
import pl.goniec.broadcast.api.LedgerFilter;
import pl.goniec.broadcast.api.LedgerRow;
import pl.goniec.broadcast.api.LedgerSums;
import pl.goniec.broadcast.control.AudienceQueries;
import pl.goniec.broadcast.control.BroadcastRepository;
import pl.goniec.broadcast.control.LedgerQueries;
import pl.goniec.broadcast.control.LedgerWriter;
import pl.goniec.broadcast.control.SentBroadcasts;
import pl.goniec.broadcast.control.SentBroadcasts.Sent;
import pl.goniec.conversation.api.NoticeBody;
import pl.goniec.conversation.boundary.NoticeService;
import pl.goniec.identity.boundary.CallerScope;
import pl.goniec.platform.security.RefusalsReported;
import pl.goniec.shared.AccessScope;
import pl.goniec.shared.AttachmentId;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.Page;

/**
 * What became of each copy. The head sees every ledger, a caretaker his own; both only the rows of companies that are
 * theirs now.
 */
@Stateless
@DenyAll
@RefusalsReported
public class LedgerService {

    private static final LedgerSums NOTHING = new LedgerSums(0, 0, 0, 0, 0);

    @Inject
    CallerScope caller;

    @Inject
    BroadcastRepository broadcasts;

    @Inject
    SentBroadcasts sent;

    @Inject
    LedgerQueries ledgers;

    @Inject
    LedgerWriter writer;

    @Inject
    AudienceQueries audiences;

    @Inject
    NoticeService notices;

    @Inject
    AttachmentService attachments;

    @Inject
    Event<BroadcastRetried> events;

    @Inject
    Event<BroadcastFileDownloaded> downloads;

    /** Returns the broadcasts that the caller may see, newest first. */
    @RolesAllowed({OFFICE_HEAD, CARETAKER})
    public Page<BroadcastRow> sent(int first, int size) {
        var scope = caller.office();
        return new Page<>(rows(sent.list(scope, first, size), scope), sent.count(scope));
    }

    /** Returns the broadcasts that the caller may see and of which copies failed, newest first. */
    @RolesAllowed({OFFICE_HEAD, CARETAKER})
    public Page<BroadcastRow> failed(int first, int size) {
        var scope = caller.office();
        return new Page<>(rows(sent.failed(scope, first, size), scope), sent.countFailed(scope));
    }

    /** Returns the caller's newest broadcast that is still on its way. */
    @RolesAllowed({OFFICE_HEAD, CARETAKER})
    public Optional<BroadcastRow> running() {
        var scope = caller.office();
        return rows(sent.running(scope).stream().toList(), scope).stream().findFirst();
    }

    /**
     * Returns the head of a ledger.
     *
     * @throws NotFoundException when the caller may not see it
     */
    @RolesAllowed({OFFICE_HEAD, CARETAKER})
    public LedgerDetails ledger(BroadcastId id) {
        var scope = caller.office();
        var broadcast = broadcasts.get(id, scope);
        var body = notices.read(List.of(broadcast.bodyId())).get(0);
        var sums = ledgers.sums(List.of(id.value()), scope).getOrDefault(id.value(), NOTHING);
        return new LedgerDetails(
                id,
                body.headline(),
                body.text(),
                attachments.list(body.attachmentSet()),
                sent.author(broadcast),
                broadcast.authorRole(),
                broadcast.acceptedAt(),
                sums.finished() ? ledgers.finishedAt(id) : null,
                broadcast.withEmployees(),
                broadcast.companyCount(),
                sums,
                audiences.withoutReceipt(id, scope));
    }

    /**
     * Returns rows of a ledger, failures first, then by company and person.
     *
     * @throws NotFoundException when the caller may not see the broadcast
     */
    @RolesAllowed({OFFICE_HEAD, CARETAKER})
    public Page<LedgerRow> receipts(BroadcastId id, LedgerFilter filter, int first, int size) {
        var scope = caller.office();
        broadcasts.get(id, scope);
        return ledgers.rows(id, filter, first, size, scope);
    }

    /**
     * Sends the failed copies again and returns how many; 0 when there are none.
     *
     * @throws NotFoundException when the caller may not see the broadcast
     */
    @RolesAllowed({OFFICE_HEAD, CARETAKER})
    public int retry(BroadcastId id) {
        var scope = caller.office();
        broadcasts.get(id, scope);
        int copies = writer.retry(id, Instant.now());
        events.fire(new BroadcastRetried(id, scope.person()));
        return copies;
    }

    /**
     * Begins a download of a broadcast's file.
     *
     * @throws NotFoundException when the caller may not see the broadcast or it has no such file
     */
    @RolesAllowed({OFFICE_HEAD, CARETAKER})
    public AttachmentRow open(BroadcastId id, AttachmentId file) {
        var scope = caller.office();
        var row = attachments.get(files(id, scope), file);
        downloads.fire(new BroadcastFileDownloaded(id, file, scope.person()));
        return row;
    }

    /** Returns a piece of a broadcast's file, counted from 0; no bytes after the last one. */
    @RolesAllowed({OFFICE_HEAD, CARETAKER})
    public byte[] piece(BroadcastId id, AttachmentId file, int number) {
        return attachments.piece(files(id, caller.office()), file, number);
    }

    private long files(BroadcastId id, AccessScope scope) {
        var body = broadcasts.get(id, scope).bodyId();
        return notices.read(List.of(body)).get(0).attachmentSet();
    }

    private List<BroadcastRow> rows(List<Sent> list, AccessScope scope) {
        var ids = list.stream().map(one -> one.broadcast().id().value()).toList();
        var sums = ledgers.sums(ids, scope);
        Map<Long, NoticeBody> bodies =
                notices.read(list.stream().map(one -> one.broadcast().bodyId()).toList()).stream()
                        .collect(Collectors.toMap(NoticeBody::id, Function.identity()));
        return list.stream()
                .map(one -> new BroadcastRow(
                        one.broadcast().id(),
                        bodies.get(one.broadcast().bodyId()).headline(),
                        one.author(),
                        one.broadcast().acceptedAt(),
                        one.broadcast().companyCount(),
                        sums.getOrDefault(one.broadcast().id().value(), NOTHING)))
                .toList();
    }
}
