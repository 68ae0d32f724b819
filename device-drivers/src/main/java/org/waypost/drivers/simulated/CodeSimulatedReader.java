package org.waypost.drivers.simulated;

import java.time.Duration;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.mrz.AppointmentCode;
import org.waypost.drivers.mrz.CodeEngine;
import org.waypost.drivers.mrz.CodeOutcome;
import org.waypost.drivers.mrz.CodeReader;
import org.waypost.drivers.mrz.SerialCodeReader;

/** A code reader without a device: the product's driver, a cable in memory and a simulated GM65 engine. */
public final class CodeSimulatedReader implements CodeReader {
    private final CodeSimulator simulator = new CodeSimulator(CodeEngine.GM65);
    private final CodeReader driver = new SerialCodeReader(simulator::connect, CodeEngine.GM65, Ticker.SYSTEM);

    /** Shows a code, until it is read once. */
    public void show(AppointmentCode code) {
        simulator.show(code.characters());
    }

    /** The device, to show other texts and arm faults on. */
    public CodeSimulator simulator() {
        return simulator;
    }

    @Override
    public Reading<CodeOutcome> read(Duration patience) {
        return driver.read(patience);
    }

    @Override
    public void close() {
        driver.close();
    }
}
