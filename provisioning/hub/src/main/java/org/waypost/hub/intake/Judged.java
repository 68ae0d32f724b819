package org.waypost.hub.intake;

import java.util.UUID;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.contract.Receipt;
import org.waypost.contract.SealedReport;

/** A message that an enrolled terminal signed, and what is to become of it. */
public sealed interface Judged {
    /** As it came. */
    SealedReport message();

    /** It is a report to this desk. */
    record Accepted(SealedReport message, Urgency urgency) implements Judged {}

    /**
     * It amends a report.
     *
     * @param report id of the report, which may be none of that terminal
     */
    record Amending(SealedReport message, UUID report) implements Judged {}

    /** It is not stored, and the terminal is told why. */
    record Rejected(SealedReport message, Receipt.Reason reason) implements Judged {}
}
