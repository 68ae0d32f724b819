package org.waypost.hub.intake;

import org.waypost.contract.SignedReceipt;

/** Receipts that were written and have yet to leave; one that the broker took is done with. */
public interface ReceiptOutbox extends Outgoing<SignedReceipt> {}
