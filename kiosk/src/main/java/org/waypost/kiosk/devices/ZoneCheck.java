package org.waypost.kiosk.devices;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.mrz.MrzOutcome;
import org.waypost.drivers.mrz.MrzReader;

/** Readers of machine readable zones. */
final class ZoneCheck implements KindCheck<MrzReader> {
    /** A swipe that began is finished: 4 s for the message, as long for the rest of a broken one, and reopening. */
    private static final Duration LONGEST_SWIPE = Duration.ofSeconds(15);

    @Override
    public Class<MrzReader> type() {
        return MrzReader.class;
    }

    @Override
    public Duration limit() {
        return LONGEST_SWIPE;
    }

    @Override
    public String invitation() {
        return "swipe a document, or lay its printed lines on the reader";
    }

    @Override
    public String silence() {
        return "the port opens; most of these readers cannot be asked, so read a document to see whether one is there";
    }

    @Override
    public Reading<List<Line>> look(MrzReader device, Duration patience) {
        return KindCheck.told(device.read(patience), unseen -> List.of());
    }

    @Override
    public Function<MrzReader, Reading<List<Line>>> reading(Duration patience, Talk talk) {
        return device -> KindCheck.told(device.read(patience), ZoneCheck::checks);
    }

    private static List<Line> checks(MrzOutcome outcome) {
        return switch (outcome) {
            case MrzOutcome.Parsed parsed ->
                List.of(
                        new Line("read", "a machine readable zone; what stands in it is not shown"),
                        new Line("check", "every check digit: holds"));
            case MrzOutcome.Repaired repaired ->
                List.of(
                        new Line("read", "a machine readable zone; what stands in it is not shown"),
                        new Line(
                                "check",
                                "check digits: would hold with "
                                        + repaired.changes().size() + " character replaced; a clerk would be asked"));
            case MrzOutcome.Unreadable unreadable ->
                List.of(
                        new Line("read", "text that is no machine readable zone: swipe again, evenly"),
                        new Line("check", "DOES NOT HOLD: " + flaws(unreadable)));
        };
    }

    private static String flaws(MrzOutcome.Unreadable unreadable) {
        return unreadable.flaws().stream().map(EnumWords::spoken).sorted().collect(Collectors.joining(", "));
    }
}
