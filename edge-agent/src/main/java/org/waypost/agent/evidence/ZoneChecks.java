package org.waypost.agent.evidence;

import static java.util.stream.Collectors.toSet;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waypost.agent.evidence.CheckResult.Gap;
import org.waypost.agent.evidence.CheckResult.NotDone;
import org.waypost.drivers.mrz.Flaw;
import org.waypost.drivers.mrz.MrzDate;
import org.waypost.drivers.mrz.MrzFormat;
import org.waypost.drivers.mrz.MrzOutcome;

/** What a machine readable zone, as it was read, says against itself and against the clock. */
final class ZoneChecks {
    private static final Set<MrzFormat> ALL = EnumSet.allOf(MrzFormat.class);
    private static final List<Line> LINES = List.of(
            new Line(Subject.ZONE_NUMBER_DIGIT, ALL),
            new Line(Subject.ZONE_BIRTH_DIGIT, ALL),
            new Line(Subject.ZONE_EXPIRY_DIGIT, ALL),
            new Line(Subject.ZONE_OPTIONAL_DIGIT, EnumSet.of(MrzFormat.TD3)),
            new Line(Subject.ZONE_COMPOSITE_DIGIT, EnumSet.of(MrzFormat.TD1, MrzFormat.TD2, MrzFormat.TD3)),
            new Line(Subject.ZONE_CONTENT, ALL));

    private ZoneChecks() {}

    /** A check of a zone and the formats that have it. */
    private record Line(Subject subject, Set<MrzFormat> formats) {}

    /** Digits and content, without the dates. */
    static List<Check> of(MrzOutcome outcome) {
        return LINES.stream()
                .map(line -> new Check(line.subject(), result(line, outcome)))
                .toList();
    }

    /** Whether the document is in force; the zone of a repair is a proposal and answers nothing. */
    static CheckResult until(MrzOutcome outcome, ClockTrust clock) {
        return switch (outcome) {
            case MrzOutcome.Parsed parsed -> until(parsed.mrz().document().expiry(), clock);
            case MrzOutcome.Repaired repaired -> new NotDone(Gap.REPAIRED);
            case MrzOutcome.Unreadable unreadable -> new NotDone(Gap.UNREAD);
        };
    }

    private static CheckResult until(MrzDate expiry, ClockTrust clock) {
        return switch (expiry) {
            case MrzDate.Known known -> clock.check(today -> !today.isAfter(known.date()));
            case MrzDate.Partial partial -> new NotDone(Gap.NOT_STATED);
        };
    }

    private static CheckResult result(Line line, MrzOutcome outcome) {
        return switch (outcome) {
            case MrzOutcome.Parsed parsed -> where(line, parsed.mrz().format(), CheckResult.PASSED);
            case MrzOutcome.Repaired repaired -> where(line, repaired.mrz().format(), new NotDone(Gap.REPAIRED));
            case MrzOutcome.Unreadable unreadable -> result(line, unreadable.flaws());
        };
    }

    private static CheckResult where(Line line, MrzFormat format, CheckResult result) {
        return line.formats().contains(format) ? result : CheckResult.NOT_SUPPORTED;
    }

    /** What was not read has no answer, nor has a digit that some formats lack: the format is not known here. */
    private static CheckResult result(Line line, Set<Flaw> flaws) {
        Set<Subject> failed =
                flaws.stream().flatMap(flaw -> subject(flaw).stream()).collect(toSet());
        if (failed.contains(line.subject())) {
            return CheckResult.FAILED;
        }
        boolean read = !flaws.contains(Flaw.SHAPE) && !flaws.contains(Flaw.CHARACTER);
        return read && line.formats().equals(ALL) ? CheckResult.PASSED : new NotDone(Gap.UNREAD);
    }

    private static Optional<Subject> subject(Flaw flaw) {
        return switch (flaw) {
            case NUMBER_DIGIT -> Optional.of(Subject.ZONE_NUMBER_DIGIT);
            case BIRTH_DIGIT -> Optional.of(Subject.ZONE_BIRTH_DIGIT);
            case EXPIRY_DIGIT -> Optional.of(Subject.ZONE_EXPIRY_DIGIT);
            case OPTIONAL_DIGIT -> Optional.of(Subject.ZONE_OPTIONAL_DIGIT);
            case COMPOSITE_DIGIT -> Optional.of(Subject.ZONE_COMPOSITE_DIGIT);
            case DOCUMENT_CODE, ISSUER, NUMBER, NATIONALITY, BIRTH, SEX, EXPIRY, NAME ->
                Optional.of(Subject.ZONE_CONTENT);
            case SHAPE, CHARACTER, SEVERAL_REPAIRS -> Optional.empty();
        };
    }
}
