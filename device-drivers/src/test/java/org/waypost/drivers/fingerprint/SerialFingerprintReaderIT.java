package org.waypost.drivers.fingerprint;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;
import org.waypost.drivers.serial.PtyPair;
import org.waypost.drivers.serial.SerialLink;
import org.waypost.drivers.simulated.Ef01Model;
import org.waypost.drivers.simulated.Ef01Simulator;
import org.waypost.drivers.simulated.SpecimenFinger;

/** The driver over jSerialComm, the simulator at the other end of a pair of pseudo terminals. */
class SerialFingerprintReaderIT extends FingerprintReaderContract {
    private final Ef01Simulator simulator = new Ef01Simulator(Ef01Model.ZFM_20, true);
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private PtyPair pair;
    private FingerprintReader reader;

    @BeforeEach
    void connect() throws IOException, InterruptedException, LinkLost {
        pair = PtyPair.laid();
        opened.push(pair);
        Link far = SerialLink.open(pair.far(), 57_600);
        Thread device = Thread.ofVirtual().name("waypost-test-module").start(() -> simulator.serve(far));
        opened.push(device::join);
        opened.push(far);
        reader = new Ef01FingerprintReader(() -> SerialLink.open(pair.near(), 57_600));
        opened.push(reader);
    }

    @AfterEach
    void disconnect() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
        Ef01Rig.assertOnlyAllowed(simulator);
    }

    @Override
    protected FingerprintReader reader() {
        return reader;
    }

    @Override
    protected Ef01Model model() {
        return Ef01Model.ZFM_20;
    }

    @Override
    protected void touch(SpecimenFinger finger) {
        simulator.touch(finger);
    }

    @Override
    protected void lift() {
        simulator.lift();
    }

    @Override
    protected void unplug() throws InterruptedException {
        pair.cut();
    }
}
