package org.waypost.drivers.mrz;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;
import org.waypost.drivers.serial.PtyPair;
import org.waypost.drivers.serial.SerialLink;
import org.waypost.drivers.simulated.CodeFault;
import org.waypost.drivers.simulated.CodeSimulator;

/** The contract over jSerialComm, the simulated engine at the other end of a pair of pseudo terminals. */
class CodeSerialReaderIT extends CodeReaderContract {
    private static final int BAUD = 9_600;

    private final CodeSimulator simulator = new CodeSimulator(CodeEngine.GM65);
    private PtyPair pair;
    private Link far;
    private Thread device;
    private CodeReader reader;

    @BeforeEach
    void connect() throws IOException, InterruptedException, LinkLost {
        pair = PtyPair.laid();
        far = SerialLink.open(pair.far(), BAUD);
        device = Thread.ofVirtual().name("waypost-test-code").start(() -> simulator.serve(far));
        reader = new SerialCodeReader(() -> SerialLink.open(pair.near(), BAUD), CodeEngine.GM65, Ticker.SYSTEM);
    }

    @AfterEach
    void disconnect() throws IOException, InterruptedException {
        reader.close();
        far.close();
        device.join();
        pair.close();
    }

    @Override
    protected CodeReader reader() {
        return reader;
    }

    @Override
    protected void show(String text) {
        simulator.show(text);
    }

    @Override
    protected void arm(CodeFault fault) {
        simulator.arm(fault);
    }

    @Override
    protected void unplug() throws InterruptedException {
        pair.cut();
    }
}
