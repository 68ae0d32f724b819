package org.waypost.agent.report;

import java.util.List;
import org.waypost.contract.PublicReport;
import org.waypost.contract.SealedTip;
import org.waypost.contract.SignedTipReceipt;

/**
 * The tips of a public station that the hub does not have yet. They leave when the hour they were told in is over, all
 * of it together and in the order of their random ids, so that neither order nor time gives back what was rounded away
 * (invariant I15). No audit line is written: it would have the time. Safe for use by several threads.
 *
 * @see org.waypost.agent.store.StoreFailure thrown by every method when the disk fails
 */
public interface TipBox {
    /** Most tips of one hour: who floods a station learns it at once, and so does who comes after. */
    int HOUR_MAX = 30;

    /** Most tips that wait, however long the hub is away. */
    int WAITING_MAX = 300;

    /** Seals a report and keeps it; on disk when this returns {@link Put#SAVED}. */
    Put put(PublicReport report);

    /** Those that may leave now, in the order of their ids. */
    List<SealedTip> due();

    /**
     * Takes in a receipt. One that the hub signed for the very tip sent counts: what is stored goes from here, what the
     * hub has no room for is due again when this hour is over, what it refuses stays for a technician.
     *
     * @return whether it counted
     */
    boolean confirm(SignedTipReceipt receipt);

    /** How many wait. */
    int waiting();

    /** How many the hub refused: they cannot be opened by its desk. When they were told is not known. */
    int refused();

    /** Outcome of {@link #put}. */
    enum Put {
        SAVED,
        /** Nothing was kept; the person must be told of another way. */
        FULL
    }
}
