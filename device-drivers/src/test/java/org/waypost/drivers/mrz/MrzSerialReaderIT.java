package org.waypost.drivers.mrz;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;
import org.waypost.drivers.serial.PtyPair;
import org.waypost.drivers.serial.SerialLink;
import org.waypost.drivers.simulated.MrzFault;
import org.waypost.drivers.simulated.MrzSimulator;
import org.waypost.drivers.simulated.MrzSpecimen;

/** The contract over jSerialComm, the simulated reader at the other end of a pair of pseudo terminals. */
class MrzSerialReaderIT extends MrzReaderContract {
    private static final int BAUD = 9_600;

    private final MrzSimulator simulator = new MrzSimulator(MrzProfile.STX);
    private PtyPair pair;
    private Link far;
    private Thread device;
    private MrzReader reader;

    @BeforeEach
    void connect() throws IOException, InterruptedException, LinkLost {
        pair = PtyPair.laid();
        far = SerialLink.open(pair.far(), BAUD);
        device = Thread.ofVirtual().name("waypost-test-mrz").start(() -> simulator.serve(far));
        reader = new SerialMrzReader(
                () -> SerialLink.open(pair.near(), BAUD),
                MrzProfile.STX,
                new MrzParser(MrzVectors.CLOCK),
                Ticker.SYSTEM);
    }

    @AfterEach
    void disconnect() throws IOException, InterruptedException {
        reader.close();
        far.close();
        device.join();
        pair.close();
    }

    @Override
    protected MrzReader reader() {
        return reader;
    }

    @Override
    protected void swipe(MrzSpecimen specimen) {
        simulator.swipe(specimen);
    }

    @Override
    protected void arm(MrzFault fault) {
        simulator.arm(fault);
    }

    @Override
    protected void unplug() throws InterruptedException {
        pair.cut();
    }
}
