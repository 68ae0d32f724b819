package org.waypost.hub;

import java.util.function.UnaryOperator;
import org.waypost.hub.intake.CaseStore;
import org.waypost.hub.intake.ReceiptSender;

/**
 * What stands between the hub's parts: nothing, unless a trial puts something there to see what a failure at that
 * moment does.
 *
 * @param store around keeping a report: after it the report and its receipt are on disk, the message not acknowledged
 * @param sender around sending a receipt: after it the broker has the receipt, which is not yet marked as sent
 */
public record Interposed(UnaryOperator<CaseStore> store, UnaryOperator<ReceiptSender> sender) {
    /** Nothing between. */
    public static final Interposed NOTHING = new Interposed(UnaryOperator.identity(), UnaryOperator.identity());
}
