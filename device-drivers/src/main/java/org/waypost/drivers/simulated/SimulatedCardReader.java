package org.waypost.drivers.simulated;

import java.time.Duration;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.idcard.CardReader;
import org.waypost.drivers.idcard.Document;
import org.waypost.drivers.idcard.SamvCardReader;
import org.waypost.drivers.idcard.SamvSettings;

/**
 * A card reader without a device: the product's driver, a cable in memory and a simulated module on which specimen
 * cards are laid. {@link #place} and {@link #remove} may be called while another thread reads.
 */
public final class SimulatedCardReader implements CardReader {
    private final SamvSimulator simulator;
    private final SamvSettings settings;
    private final CardReader driver;

    /** A reader at the pace of a line of 115200 baud. */
    public SimulatedCardReader() {
        this(new SamvSimulator());
    }

    public SimulatedCardReader(SamvSimulator simulator) {
        this(simulator, SamvSettings.usual());
    }

    SimulatedCardReader(SamvSimulator simulator, SamvSettings settings) {
        this.simulator = simulator;
        this.settings = settings;
        this.driver = new SamvCardReader(simulator::connect, new SpecimenPortraitDecoder(), settings, Ticker.SYSTEM);
    }

    /** A fresh driver at the same module, which outlives its drivers. */
    public SimulatedCardReader successor() {
        return new SimulatedCardReader(simulator, settings);
    }

    /** Lays a card on the reader, in place of one that lies there. */
    public void place(CardImage card) {
        simulator.place(card);
    }

    /** Lifts the card, if there is one. */
    public void remove() {
        simulator.remove();
    }

    /** The module, to arm faults on. */
    public SamvSimulator simulator() {
        return simulator;
    }

    @Override
    public Reading<Document> read(Duration patience) {
        return driver.read(patience);
    }

    @Override
    public void close() {
        driver.close();
    }
}
