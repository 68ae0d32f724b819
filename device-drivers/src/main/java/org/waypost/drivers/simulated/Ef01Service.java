package org.waypost.drivers.simulated;

import java.time.Duration;
import java.util.Arrays;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;

/** Carries bytes between a simulated fingerprint module and a link, at the module's speed, until the link is lost. */
final class Ef01Service {
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final Link link;
    private final Ticker ticker;
    private int baud;

    Ef01Service(Link link, Ticker ticker) {
        this.link = link;
        this.ticker = ticker;
    }

    /** Returns when the link is lost: the usual end of a simulator. */
    void run(Ef01Simulator simulator) {
        byte[] received = new byte[512];
        try {
            send(simulator.powerOn());
            while (!Thread.currentThread().isInterrupted()) {
                runAt(simulator.baud());
                int count = link.read(received, 0, WAIT);
                send(simulator.receive(Arrays.copyOf(received, count)));
            }
        } catch (LinkLost ended) {
            Arrays.fill(received, (byte) 0);
        }
    }

    private void send(Iterable<Ef01Sending> sendings) throws LinkLost {
        long due = ticker.nanos();
        for (Ef01Sending sending : sendings) {
            runAt(sending.baud());
            due += sending.emission().delayNanos();
            ticker.pause(Duration.ofNanos(due - ticker.nanos()));
            link.write(sending.emission().bytes());
        }
    }

    private void runAt(int wanted) throws LinkLost {
        if (baud != wanted) {
            link.speed(wanted);
            baud = wanted;
        }
    }
}
