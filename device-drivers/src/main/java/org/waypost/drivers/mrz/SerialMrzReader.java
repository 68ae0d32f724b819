package org.waypost.drivers.mrz;

import java.time.Duration;
import java.util.Optional;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.serial.Link;

/**
 * A serial swipe reader or imager, by profile. The link is opened by the first read, and again after every loss. A text
 * that is no zone is delivered as {@link MrzOutcome.Unreadable}; a torn or garbled message is a fault of the line.
 */
public final class SerialMrzReader implements MrzReader {
    private final Intake intake;
    private final MrzParser parser;
    private final Ticker ticker;
    private final RepeatFilter repeats;

    public SerialMrzReader(Link.Opener opener, MrzProfile profile, MrzParser parser, Ticker ticker) {
        Intake.Manner manner =
                new Intake.Manner(profile.parity(), profile.idleGap(), profile.prompt(), Optional.empty());
        this.intake = new Intake(opener, manner, FrameScanner.of(profile.framing()), ticker);
        this.parser = parser;
        this.ticker = ticker;
        this.repeats = new RepeatFilter(ticker);
    }

    @Override
    public Reading<MrzOutcome> read(Duration patience) {
        long deadline = ticker.nanos() + patience.toNanos();
        Reading<String> text = intake.takeUntil(deadline);
        while (text instanceof Reading.Taken<String> taken && repeats.isRepeat(taken.value())) {
            text = intake.takeUntil(deadline);
        }
        return switch (text) {
            case Reading.Taken<String> taken -> new Reading.Taken<>(parsed(taken.value()));
            case Reading.Nobody<String> nobody -> new Reading.Nobody<>();
            case Reading.Faulty<String> faulty -> new Reading.Faulty<>(faulty.fault());
        };
    }

    @Override
    public void close() {
        intake.close();
    }

    /** Only what was read counts as delivered: a bad swipe may be repeated at once. */
    private MrzOutcome parsed(String text) {
        MrzOutcome outcome = parser.parse(text);
        if (!(outcome instanceof MrzOutcome.Unreadable)) {
            repeats.note(text);
        }
        return outcome;
    }
}
