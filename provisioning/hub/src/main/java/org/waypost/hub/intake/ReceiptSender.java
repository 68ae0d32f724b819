package org.waypost.hub.intake;

import java.util.List;
import org.waypost.contract.SignedReceipt;

/** Carries receipts to the terminals they answer. */
@FunctionalInterface
public interface ReceiptSender {
    /** Those that the broker took; the others are tried again later. Blocks for some seconds at most, never throws. */
    List<SignedReceipt> send(List<SignedReceipt> receipts);
}
