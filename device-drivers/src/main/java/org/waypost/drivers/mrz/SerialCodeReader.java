package org.waypost.drivers.mrz;

import java.time.Duration;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.serial.Link;

/** A scan engine on a serial link, opened by the first read and again after every loss. */
public final class SerialCodeReader implements CodeReader {
    private static final Duration IDLE_GAP = Duration.ofMillis(100);

    private final Intake intake;
    private final Ticker ticker;
    private final RepeatFilter repeats;

    public SerialCodeReader(Link.Opener opener, CodeEngine engine, Ticker ticker) {
        Intake.Manner manner = new Intake.Manner(Parity.NONE, IDLE_GAP, engine.trigger(), engine.stop());
        this.intake = new Intake(opener, manner, new CodeScanner(engine), ticker);
        this.ticker = ticker;
        this.repeats = new RepeatFilter(ticker);
    }

    @Override
    public Reading<CodeOutcome> read(Duration patience) {
        long deadline = ticker.nanos() + patience.toNanos();
        Reading<String> text = intake.takeUntil(deadline);
        while (text instanceof Reading.Taken<String> taken && repeats.isRepeat(taken.value())) {
            text = intake.takeUntil(deadline);
        }
        return switch (text) {
            case Reading.Taken<String> taken -> new Reading.Taken<>(judged(taken.value()));
            case Reading.Nobody<String> nobody -> new Reading.Nobody<>();
            case Reading.Faulty<String> faulty -> new Reading.Faulty<>(faulty.fault());
        };
    }

    @Override
    public void close() {
        intake.close();
    }

    private CodeOutcome judged(String text) {
        repeats.note(text);
        return CodeOutcome.of(text);
    }
}
