package org.waypost.drivers.passport;

import java.util.EnumMap;
import java.util.Map;
import org.waypost.drivers.passport.Authenticity.Cause;
import org.waypost.drivers.passport.Authenticity.Unchecked;

/** A report while a chip is read: every line not yet written says that an earlier step did not get so far. */
final class ReportDraft {
    private final Map<Mechanism, Authenticity> outcomes = new EnumMap<>(Mechanism.class);
    private ChipReport.Expiry expiry = ChipReport.Expiry.UNKNOWN;

    ReportDraft() {
        for (Mechanism mechanism : Mechanism.values()) {
            outcomes.put(mechanism, new Unchecked(Cause.EARLIER_STEP));
        }
    }

    void put(Mechanism mechanism, Authenticity outcome) {
        outcomes.put(mechanism, outcome);
    }

    void expiry(ChipReport.Expiry found) {
        expiry = found;
    }

    ChipReport finished(Access access, long trustVersion) {
        return new ChipReport(access, outcomes, expiry, trustVersion);
    }
}
