package org.waypost.hub.intake;

import java.time.Duration;
import java.util.Optional;
import org.waypost.contract.SignedReceipt;

/** Receipts that were written and have yet to leave. */
public interface ReceiptOutbox {
    /** The one that is due longest, if any is due. */
    Optional<SignedReceipt> next();

    /** Marks a receipt as handed to the broker. */
    void sent(SignedReceipt receipt);

    /** Puts one that could not leave behind the others, due again after that long. */
    void postpone(SignedReceipt receipt, Duration pause);
}
