package org.waypost.drivers.simulated;

import java.time.Clock;
import java.time.Duration;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.mrz.MrzOutcome;
import org.waypost.drivers.mrz.MrzParser;
import org.waypost.drivers.mrz.MrzProfile;
import org.waypost.drivers.mrz.MrzReader;
import org.waypost.drivers.mrz.SerialMrzReader;

/**
 * A reader of machine readable zones without a device: the product's driver, a cable in memory and a simulated reader.
 * {@link #swipe} may be called while another thread reads; a swipe while nobody reads is lost, as with the device.
 */
public final class MrzSimulatedReader implements MrzReader {
    private final MrzSimulator simulator = new MrzSimulator(MrzProfile.STX_LRC);
    private final MrzReader driver;

    /**
     * A reader with STX, ETX and check byte.
     *
     * @param clock for the century of two-digit years
     */
    public MrzSimulatedReader(Clock clock) {
        this.driver = new SerialMrzReader(simulator::connect, MrzProfile.STX_LRC, new MrzParser(clock), Ticker.SYSTEM);
    }

    /** Draws a document through the reader. */
    public void swipe(MrzSpecimen specimen) {
        simulator.swipe(specimen);
    }

    /** The device, to arm faults on. */
    public MrzSimulator simulator() {
        return simulator;
    }

    @Override
    public Reading<MrzOutcome> read(Duration patience) {
        return driver.read(patience);
    }

    @Override
    public void close() {
        driver.close();
    }
}
