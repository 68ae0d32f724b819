package org.waypost.agent.evidence;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waypost.agent.document.ChipObstacle;
import org.waypost.agent.document.IdCard;
import org.waypost.agent.document.IdentityDocument;
import org.waypost.agent.document.TravelDocument;
import org.waypost.agent.document.TravelDocument.Chip;
import org.waypost.agent.evidence.CheckResult.Gap;
import org.waypost.agent.evidence.CheckResult.NotDone;
import org.waypost.drivers.idcard.Document;
import org.waypost.drivers.mrz.MrzOutcome;
import org.waypost.drivers.passport.Passport;

/**
 * Everything that was asked of a document, for the officer who decides. No sum is drawn and no result comes before
 * another: the order is that of {@link Subject}. Holds nothing of the document.
 *
 * @param checks each subject at most once
 */
public record Evidence(List<Check> checks) {
    public Evidence {
        checks = checks.stream().sorted(Comparator.comparing(Check::subject)).toList();
        if (checks.stream().map(Check::subject).distinct().count() != checks.size()) {
            throw new IllegalArgumentException("a subject is checked once");
        }
    }

    /** Of whatever a party laid down; closes nothing. */
    public static Evidence of(IdentityDocument document, ClockTrust clock) {
        return switch (document) {
            case IdCard card -> of(card.card(), clock);
            case TravelDocument passport -> of(passport, clock);
        };
    }

    /** A passport's chip that was not read is a line of its own: what stands in the zone anybody can print. */
    private static Evidence of(TravelDocument passport, ClockTrust clock) {
        return switch (passport.chip()) {
            case Chip.Read read -> of(passport.zone(), read.passport(), clock).withoutTextOfZone();
            case Chip.NotRead notRead -> of(passport.zone(), clock).with(notRead.obstacle());
        };
    }

    private Evidence with(ChipObstacle obstacle) {
        List<Check> more = new ArrayList<>(checks);
        more.add(new Check(Subject.CHIP_ACCESS, new NotDone(ChipChecks.gap(obstacle))));
        return new Evidence(more);
    }

    /** A reader that drops the optional data has no text to compare; the fields were compared one by one. */
    private Evidence withoutTextOfZone() {
        CheckResult none = new NotDone(Gap.NOTHING_TO_COMPARE);
        return new Evidence(checks.stream()
                .filter(check -> check.subject() != Subject.ZONE_TEXT_IN_CHIP
                        || !check.result().equals(none))
                .toList());
    }

    /** Of an ID card; closes nothing. */
    public static Evidence of(Document card, ClockTrust clock) {
        return new Evidence(CardChecks.of(card, clock));
    }

    /** Of a document whose zone was swiped and that has no chip, or one that was not read. */
    public static Evidence of(MrzOutcome zone, ClockTrust clock) {
        List<Check> checks = new ArrayList<>(ZoneChecks.of(zone));
        checks.add(new Check(Subject.VALID_UNTIL, ZoneChecks.until(zone, clock)));
        return new Evidence(checks);
    }

    /** Of a chip that was opened without a zone; closes nothing. */
    public static Evidence of(Passport chip, ClockTrust clock) {
        List<Check> checks = new ArrayList<>(ChipChecks.of(chip.report(), clock));
        checks.add(new Check(Subject.VALID_UNTIL, ChipChecks.until(chip.report(), clock)));
        checks.add(new Check(Subject.ZONE_FIELDS_IN_CHIP, new NotDone(Gap.NOTHING_TO_COMPARE)));
        return new Evidence(checks);
    }

    /** Of a zone and the chip behind it; the signed date of expiry counts before the printed one. Closes nothing. */
    public static Evidence of(MrzOutcome zone, Passport chip, ClockTrust clock) {
        List<Check> checks = new ArrayList<>(ZoneChecks.of(zone));
        checks.addAll(ChipChecks.of(chip.report(), clock));
        checks.add(new Check(Subject.VALID_UNTIL, until(zone, chip, clock)));
        checks.add(new Check(Subject.ZONE_FIELDS_IN_CHIP, FieldsInChip.compared(zone, chip.fields())));
        return new Evidence(checks);
    }

    private static CheckResult until(MrzOutcome zone, Passport chip, ClockTrust clock) {
        return switch (chip.report().expiry()) {
            case VALID, EXPIRED -> ChipChecks.until(chip.report(), clock);
            case UNKNOWN -> ZoneChecks.until(zone, clock);
        };
    }

    /** What came of one check; empty if it is none of this document's. */
    public Optional<CheckResult> of(Subject subject) {
        return checks.stream()
                .filter(check -> check.subject() == subject)
                .map(Check::result)
                .findFirst();
    }

    /** What does not hold, for the audit. */
    public Set<Subject> failed() {
        return checks.stream()
                .filter(check -> check.result().equals(CheckResult.FAILED))
                .map(Check::subject)
                .collect(toCollection(() -> EnumSet.noneOf(Subject.class)));
    }
}
