package org.waypost.hub.intake;

import org.waypost.contract.SignedReceipt;

/** Carries a receipt to the terminal it answers. */
@FunctionalInterface
public interface ReceiptSender {
    /** Whether the broker took it; false means try again later. Blocks for some seconds at most, never throws. */
    boolean send(SignedReceipt receipt);
}
