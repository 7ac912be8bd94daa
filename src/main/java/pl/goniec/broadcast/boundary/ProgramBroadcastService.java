package pl.goniec.broadcast.boundary;

import static pl.goniec.platform.security.Roles.SYSTEM;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import pl.goniec.attachment.boundary.AttachmentService;
import pl.goniec.broadcast.api.AcceptedBroadcast;
import pl.goniec.broadcast.api.LedgerSums;
import pl.goniec.broadcast.api.Notice;
import pl.goniec.broadcast.control.Acceptance;
import pl.goniec.broadcast.control.BroadcastRepository;
import pl.goniec.broadcast.control.LedgerQueries;
import pl.goniec.broadcast.control.Withdrawal;
import pl.goniec.broadcast.entity.Broadcast;
import pl.goniec.conversation.boundary.NoticeService;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/** POWIADOMIENIE of a program of the office, the same as one from the page. Whoever calls this sees to it that each is sent once. */
@Stateless
@DenyAll
public class ProgramBroadcastService {

    @Inject
    Acceptance acceptance;

    @Inject
    Withdrawal withdrawal;

    @Inject
    BroadcastRepository broadcasts;

    @Inject
    LedgerQueries ledgers;

    @Inject
    NoticeService notices;

    @Inject
    AttachmentService attachments;

    /**
     * Accepts a POWIADOMIENIE. From here on every recipient of this moment gets it exactly once, whatever dies.
     *
     * @param program as whom it is written
     * @param companies all of which are active
     * @throws BusinessException {@code message.blank}, {@code message.tooLong} or {@code broadcast.titleTooLong}
     * @throws ConflictException {@code broadcast.nobody} when nobody would receive
     */
    @RolesAllowed(SYSTEM)
    public AcceptedBroadcast submit(PersonId program, Notice notice, Set<CompanyId> companies) {
        var files = attachments.open();
        attachments.seal(files);
        long body = notices.write(notice.title(), notice.text(), files);
        var broadcast = new Broadcast(null, program, Role.BACK_OFFICE, body, notice.withEmployees(), Instant.now());
        acceptance.accept(broadcast, program, companies);
        return broadcast.accepted();
    }

    /**
     * Returns how far a POWIADOMIENIE of this program has come.
     *
     * @throws NotFoundException when it is not the program's
     */
    @RolesAllowed(SYSTEM)
    public LedgerSums sums(PersonId program, BroadcastId broadcast) {
        return ledgers.sums(broadcast, program).orElseThrow(NotFoundException::new);
    }

    /**
     * Withdraws a POWIADOMIENIE of this program from everybody who does not have it yet, and returns what became of it. Whoever has
     * it keeps it. Withdrawn again, nothing changes.
     *
     * @throws NotFoundException when it is not the program's
     */
    @RolesAllowed(SYSTEM)
    public LedgerSums withdraw(PersonId program, BroadcastId broadcast) {
        withdrawal.withdraw(broadcasts.sentBy(program, broadcast).id());
        return sums(program, broadcast);
    }
}
