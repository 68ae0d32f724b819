package org.waypost.trials;

import java.time.Duration;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.mrz.AppointmentCode;
import org.waypost.drivers.mrz.CodeEngine;
import org.waypost.drivers.mrz.SerialCodeReader;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.simulated.CodeSimulator;

/** A code in front of a scan engine: the reply to the trigger, then the text. */
final class PulledCode implements PulledDevice {
    private final CodeEngine kind;
    private final CodeSimulator engine;

    PulledCode(CodeEngine kind) {
        this.kind = kind;
        this.engine = new CodeSimulator(kind);
        engine.show(AppointmentCode.issued("WP-2026-11-29-0042").characters());
    }

    @Override
    public void serve(Link far) {
        engine.serve(far);
    }

    @Override
    public Reading<?> read(Link.Opener near, Runnable done) {
        try (SerialCodeReader reader = new SerialCodeReader(near, kind, Ticker.SYSTEM)) {
            Reading<?> reading = reader.read(Duration.ofSeconds(10));
            done.run();
            return reading;
        }
    }
}
