package org.waypost.drivers.idcard;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;
import org.waypost.drivers.serial.PtyPair;
import org.waypost.drivers.serial.SerialLink;
import org.waypost.drivers.simulated.CardImage;
import org.waypost.drivers.simulated.SamvSimulator;
import org.waypost.drivers.simulated.SpecimenPortraitDecoder;

/** The driver over jSerialComm, the simulator at the other end of a pair of pseudo terminals. */
class SerialCardReaderIT extends CardReaderContract {
    private final SamvSimulator simulator = new SamvSimulator();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private PtyPair pair;
    private Link far;
    private SamvCardReader reader;

    @BeforeEach
    void connect() throws IOException, InterruptedException, LinkLost {
        pair = PtyPair.laid();
        opened.push(pair);
        far = SerialLink.open(pair.far(), 115_200);
        Thread device = Thread.ofVirtual().name("waypost-test-module").start(() -> simulator.serve(far));
        opened.push(device::join);
        opened.push(far);
        reader = new SamvCardReader(() -> SerialLink.open(pair.near(), 115_200), new SpecimenPortraitDecoder());
        opened.push(reader);
    }

    @AfterEach
    void disconnect() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    @Override
    protected CardReader reader() {
        return reader;
    }

    @Override
    protected void place(CardImage card) {
        simulator.place(card);
    }

    @Override
    protected void remove() {
        simulator.remove();
    }

    @Override
    protected void unplug() throws InterruptedException {
        pair.cut();
    }
}
