package org.waypost.hub.intake;

import org.waypost.contract.CaseReport;
import org.waypost.contract.Receipt;
import org.waypost.contract.SealedReport;

/**
 * Keeps reports. When a method returns, what it did is on disk together with the receipt that answers it, and only then
 * may the message be acknowledged. Both are safe to run again for the same message.
 */
public interface CaseStore {
    /**
     * Keeps a report, once. Refused as {@code CONFLICT} if its id or its number at its terminal belongs to another
     * message; what is stored is never overwritten.
     */
    Receipt keep(SealedReport message, CaseReport.Urgency urgency);

    /** Keeps the refusal of a signed message that is not stored. */
    Receipt refuse(SealedReport message, Receipt.Reason reason);
}
