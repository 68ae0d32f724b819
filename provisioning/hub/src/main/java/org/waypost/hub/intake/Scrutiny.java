package org.waypost.hub.intake;

import java.util.Optional;
import java.util.Set;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.contract.Receipt;
import org.waypost.hub.fleet.Conduct;
import org.waypost.hub.fleet.Refusal;

/**
 * What only the store can say of a message: whether an amendment is about somebody in danger, and whether a refusal is
 * its terminal's fault.
 *
 * @param cases knows what was filed
 * @param conduct knows who is in quarantine
 */
record Scrutiny(CaseStore cases, Conduct conduct) {
    /** An honest terminal is never answered so, unless its case was purged meanwhile. */
    private static final Set<Receipt> FAULTS =
            Set.of(new Receipt.Refused(Receipt.Reason.CONFLICT), new Receipt.Refused(Receipt.Reason.NO_SUCH_REPORT));

    /** Of a terminal in quarantine, an amendment passes if its report would. */
    Inspection.Finding weigh(Inspection.Finding finding) {
        return finding instanceof Inspection.Report report && isHeldBack(report.judged())
                ? new Inspection.Faulty(
                        Refusal.HELD_BACK, Optional.of(report.judged().message().terminal()))
                : finding;
    }

    private boolean isHeldBack(Judged judged) {
        return judged instanceof Judged.Amending amending
                && conduct.quarantine(amending.message().terminal()).isPresent()
                && filed(amending)
                        .map(Filed::urgency)
                        .filter(Scrutiny::isUrgent)
                        .isEmpty();
    }

    /** Whether a person may be in danger while it waits. */
    static boolean isUrgent(Urgency urgency) {
        return switch (urgency) {
            case DANGER_NOW, CHILD -> true;
            case OTHER -> false;
        };
    }

    /** Counts against its terminal what an honest one does not send. */
    void blame(Judged judged, Receipt receipt) {
        if (FAULTS.contains(receipt) && !isLate(judged)) {
            conduct.fault(judged.message().terminal());
        }
    }

    /** It amends what the terminal filed here and the hub let go by age, which the terminal cannot know. */
    private boolean isLate(Judged judged) {
        return judged instanceof Judged.Amending amending
                && filed(amending).filter(filed -> !filed.held()).isPresent();
    }

    private Optional<Filed> filed(Judged.Amending amending) {
        return cases.filed(amending.message().terminal(), amending.report());
    }
}
