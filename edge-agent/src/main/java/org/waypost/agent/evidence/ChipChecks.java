package org.waypost.agent.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.waypost.agent.document.ChipObstacle;
import org.waypost.agent.evidence.CheckResult.Gap;
import org.waypost.agent.evidence.CheckResult.NotDone;
import org.waypost.drivers.passport.Access;
import org.waypost.drivers.passport.Authenticity;
import org.waypost.drivers.passport.Authenticity.Cause;
import org.waypost.drivers.passport.ChipReport;
import org.waypost.drivers.passport.Mechanism;

/** What a chip was found to be, mechanism by mechanism, and what of it the clock lets count. */
final class ChipChecks {
    private static final CheckResult NO_TRUST_STORE = new NotDone(Gap.NO_TRUST_STORE);

    private ChipChecks() {}

    /** How the chip was opened, and every mechanism. */
    static List<Check> of(ChipReport report, ClockTrust clock) {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check(Subject.CHIP_ACCESS, result(report.access())));
        Stream.of(Mechanism.values())
                .map(mechanism -> new Check(subject(mechanism), result(mechanism, report, clock)))
                .forEach(checks::add);
        return checks;
    }

    /** Why nothing is known of a chip. */
    static Gap gap(ChipObstacle obstacle) {
        return switch (obstacle) {
            case NO_READER -> Gap.CHIP_NO_READER;
            case ABSENT -> Gap.CHIP_ABSENT;
            case NOT_OPENED -> Gap.CHIP_NOT_OPENED;
            case UNKNOWN -> Gap.CHIP_UNKNOWN;
            case UNREADABLE -> Gap.CHIP_UNREADABLE;
            case READER_FAILED -> Gap.CHIP_READER_FAILED;
        };
    }

    /** Whether the document is in force by the date that its issuer signed. */
    static CheckResult until(ChipReport report, ClockTrust clock) {
        return switch (report.expiry()) {
            case VALID -> clock.counting(CheckResult.PASSED);
            case EXPIRED -> clock.counting(CheckResult.FAILED);
            case UNKNOWN -> new NotDone(Gap.UNREAD);
        };
    }

    /** BAC alone is an older chip; BAC after a failed PACE is a chip that does not keep what it offers. */
    private static CheckResult result(Access access) {
        return switch (access) {
            case PACE_MRZ, PACE_CAN -> CheckResult.PASSED;
            case BAC -> CheckResult.NOT_SUPPORTED;
            case BAC_AFTER_FAILED_PACE -> CheckResult.FAILED;
        };
    }

    private static Subject subject(Mechanism mechanism) {
        return switch (mechanism) {
            case SECURITY_OBJECT -> Subject.SECURITY_OBJECT;
            case CHAIN -> Subject.SIGNER_CHAIN;
            case COUNTRY -> Subject.SIGNER_COUNTRY;
            case VALIDITY -> Subject.SIGNER_VALIDITY;
            case REVOCATION -> Subject.SIGNER_REVOCATION;
            case DG1 -> Subject.CHIP_ZONE;
            case DG2 -> Subject.CHIP_PORTRAIT;
            case DG14 -> Subject.CHIP_PARAMETERS;
            case DG15 -> Subject.CHIP_KEY;
            case CARD_ACCESS -> Subject.CARD_ACCESS;
            case CHIP_AUTHENTICATION -> Subject.CHIP_AUTHENTICATION;
            case ACTIVE_AUTHENTICATION -> Subject.ACTIVE_AUTHENTICATION;
            case ZONE -> Subject.ZONE_TEXT_IN_CHIP;
        };
    }

    /**
     * Without a trust store anybody could have signed: a signature that holds says nothing, one that does not fit its
     * own certificate is wrong whoever issued it.
     */
    private static CheckResult result(Mechanism mechanism, ChipReport report, ClockTrust clock) {
        CheckResult found = result(report.of(mechanism));
        boolean trust = report.trustVersion() > 0;
        return switch (mechanism) {
            case SECURITY_OBJECT -> trust || found.equals(CheckResult.FAILED) ? found : NO_TRUST_STORE;
            case CHAIN, COUNTRY -> trust ? found : NO_TRUST_STORE;
            case VALIDITY -> trust ? clock.counting(found) : NO_TRUST_STORE;
            case REVOCATION -> trust ? revocation(found, clock) : NO_TRUST_STORE;
            case DG1, DG2, DG14, DG15, CARD_ACCESS, CHIP_AUTHENTICATION, ACTIVE_AUTHENTICATION, ZONE -> found;
        };
    }

    /** A revocation counts whatever the day is; that there is none, only out of a list that is of now. */
    private static CheckResult revocation(CheckResult found, ClockTrust clock) {
        return found.equals(CheckResult.FAILED) ? found : clock.counting(found);
    }

    private static CheckResult result(Authenticity authenticity) {
        return switch (authenticity) {
            case Authenticity.Genuine genuine -> CheckResult.PASSED;
            case Authenticity.Altered altered -> CheckResult.FAILED;
            case Authenticity.Unchecked unchecked -> result(unchecked.cause());
        };
    }

    private static CheckResult result(Cause cause) {
        return switch (cause) {
            case NOT_SUPPORTED -> CheckResult.NOT_SUPPORTED;
            case VARIANT_UNKNOWN -> new NotDone(Gap.VARIANT_UNKNOWN);
            case EARLIER_STEP -> new NotDone(Gap.EARLIER_STEP);
            case COUNTRY_UNKNOWN -> new NotDone(Gap.COUNTRY_UNKNOWN);
            case NO_REVOCATION_LIST -> new NotDone(Gap.NO_REVOCATION_LIST);
            case REVOCATION_LIST_STALE -> new NotDone(Gap.REVOCATION_LIST_STALE);
            case FILE_TOO_LARGE -> new NotDone(Gap.FILE_TOO_LARGE);
            case NOTHING_TO_COMPARE -> new NotDone(Gap.NOTHING_TO_COMPARE);
        };
    }
}
