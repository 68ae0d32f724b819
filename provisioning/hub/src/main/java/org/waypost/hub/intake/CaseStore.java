package org.waypost.hub.intake;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waypost.contract.Receipt;
import org.waypost.contract.TerminalId;

/**
 * Keeps reports. When {@link #settle} returns, what it did is on disk together with the receipts that answer it, and
 * only then may the messages be acknowledged. Safe to run again for the same messages.
 */
public interface CaseStore {
    /**
     * Keeps each accepted report and each amendment, once, and the refusal of each other message; all of it or nothing.
     * Refused as {@code NO_SUCH_REPORT} is an amendment of anything but a report of the same terminal that is stored
     * and not purged. Refused as {@code CONFLICT} is a message whose id or whose number at its terminal belongs to
     * another message; what is stored is never overwritten.
     *
     * @param batch one or more; the same message may be in it twice
     * @return the answers, in the order of the batch
     */
    List<Receipt> settle(List<Judged> batch);

    /** What is known of a report; empty unless that terminal filed it here. An amendment is no report. */
    Optional<Filed> filed(TerminalId terminal, UUID report);
}
