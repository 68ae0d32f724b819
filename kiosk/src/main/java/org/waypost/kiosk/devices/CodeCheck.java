package org.waypost.kiosk.devices;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.mrz.CodeOutcome;
import org.waypost.drivers.mrz.CodeReader;

/** Readers of appointment codes. */
final class CodeCheck implements KindCheck<CodeReader> {
    /** As for a zone: a message that began is finished. */
    private static final Duration LONGEST_SCAN = Duration.ofSeconds(15);

    @Override
    public Class<CodeReader> type() {
        return CodeReader.class;
    }

    @Override
    public Duration limit() {
        return LONGEST_SCAN;
    }

    @Override
    public String invitation() {
        return "hold a printed appointment code in front of the reader";
    }

    @Override
    public String silence() {
        return "the port opens and sees no code; engines gm65 and newland have also answered to their trigger";
    }

    @Override
    public Reading<List<Line>> look(CodeReader device, Duration patience) {
        return KindCheck.told(device.read(patience), unseen -> List.of());
    }

    @Override
    public Function<CodeReader, Reading<List<Line>>> reading(Duration patience, Talk talk) {
        return device -> KindCheck.told(device.read(patience), CodeCheck::checks);
    }

    private static List<Line> checks(CodeOutcome outcome) {
        return switch (outcome) {
            case CodeOutcome.Accepted accepted ->
                List.of(
                        new Line("read", "an appointment code; it is not shown"),
                        new Line("check", "check character: holds"));
            case CodeOutcome.Refused refused ->
                List.of(
                        new Line("read", "a code that is no appointment code of this office; it is not shown"),
                        new Line("check", "DOES NOT HOLD: " + EnumWords.spoken(refused.reason())));
        };
    }
}
