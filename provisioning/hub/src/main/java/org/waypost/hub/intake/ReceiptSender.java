package org.waypost.hub.intake;

import org.waypost.contract.SignedReceipt;

/** Carries receipts to the terminals they answer. */
@FunctionalInterface
public interface ReceiptSender extends Sender<SignedReceipt> {}
