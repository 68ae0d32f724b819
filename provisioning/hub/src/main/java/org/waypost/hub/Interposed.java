package org.waypost.hub;

import java.util.function.UnaryOperator;
import org.waypost.hub.intake.CaseStore;
import org.waypost.hub.intake.ReceiptOutbox;
import org.waypost.hub.intake.ReceiptSender;

/**
 * What stands between the hub's parts: nothing, unless a trial puts something there to see what a failure at that
 * moment does.
 *
 * @param store around keeping a report: after it the report and its receipt are on disk, the message not acknowledged
 * @param sender around sending a receipt: after it the broker has the receipt, which is not yet marked as sent
 * @param receipts around the receipts that have yet to leave: claimed before they are sent, marked afterwards
 */
public record Interposed(
        UnaryOperator<CaseStore> store, UnaryOperator<ReceiptSender> sender, UnaryOperator<ReceiptOutbox> receipts) {
    /** Nothing between. */
    public static final Interposed NOTHING = new Interposed(UnaryOperator.identity(), UnaryOperator.identity());

    /** Nothing around the receipts that have yet to leave. */
    public Interposed(UnaryOperator<CaseStore> store, UnaryOperator<ReceiptSender> sender) {
        this(store, sender, UnaryOperator.identity());
    }
}
