package pl.goniec.upkeep.api;

/**
 * What waits in the database, at one moment.
 *
 * @param pendingCopies of POWIADOMIENIE, not yet delivered
 * @param oldestPendingSeconds since the oldest POWIADOMIENIE with such copies was sent; 0 if there are none
 * @param failedCopies of POWIADOMIENIE that no try could deliver
 * @param waitingLetters e-mails that the mail server has not yet taken
 * @param refusedLetters e-mails that the mail server has refused for good
 * @param waitingEvents for programs, not yet told
 */
public record Figures(
        long pendingCopies,
        double oldestPendingSeconds,
        long failedCopies,
        long waitingLetters,
        long refusedLetters,
        long waitingEvents) {}
