package org.waypost.hub.intake;

import java.time.Duration;
import java.util.List;
import org.waypost.contract.SignedReceipt;

/** Receipts that were written and have yet to leave. Several hubs may share one. */
public interface ReceiptOutbox {
    /**
     * Those that are due longest. They are the caller's alone for that long; what is neither sent nor postponed by then
     * is due again, for whoever asks.
     */
    List<SignedReceipt> claim(int most, Duration lease);

    /** Marks receipts as handed to the broker. */
    void sent(List<SignedReceipt> receipts);

    /** Puts those that could not leave behind the others, due again after that long. */
    void postpone(List<SignedReceipt> receipts, Duration pause);
}
