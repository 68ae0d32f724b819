package org.waypost.drivers.simulated;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;
import org.waypost.drivers.serial.MemoryLink;

/** The far end of the cable of a device that talks when it likes and may be asked. Safe for use by several threads. */
final class MrzCable {
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final Device device;
    private Optional<Link> far = Optional.empty();
    private boolean unplugged;

    MrzCable(Device device) {
        this.device = device;
    }

    /** Answers to what the host sends. */
    interface Device {
        /** The pieces to send, in order; none if the bytes mean nothing. */
        List<Emission> receive(byte[] bytes);
    }

    /** Lays a cable in memory, served by a virtual thread until either end closes. */
    Link connect() throws LinkLost {
        MemoryLink.Cable laid = MemoryLink.Cable.laid();
        attach(laid.far());
        Thread.ofVirtual().name("waypost-mrz-simulator").start(() -> listen(laid.far()));
        return laid.near();
    }

    /** Serves a link until it is lost. */
    void serve(Link link) {
        try {
            attach(link);
            listen(link);
        } catch (LinkLost pulled) {
            link.close();
        }
    }

    /** Sends in the caller's thread; does nothing where no cable is laid. */
    void send(List<Emission> pieces) {
        Optional<Link> link = current();
        try {
            for (Emission piece : pieces) {
                Ticker.SYSTEM.pause(Duration.ofNanos(piece.delayNanos()));
                if (link.isPresent()) {
                    link.get().write(piece.bytes());
                }
            }
        } catch (LinkLost pulled) {
            link.ifPresent(Link::close);
        }
    }

    synchronized void unplug() {
        unplugged = true;
        far.ifPresent(Link::close);
    }

    synchronized void plug() {
        unplugged = false;
    }

    private synchronized Optional<Link> current() {
        return far;
    }

    private synchronized void attach(Link link) throws LinkLost {
        if (unplugged) {
            throw new LinkLost("the simulated reader is unplugged");
        }
        far = Optional.of(link);
    }

    private void listen(Link link) {
        byte[] received = new byte[64];
        try {
            while (!Thread.currentThread().isInterrupted()) {
                int count = link.read(received, 0, WAIT);
                send(device.receive(Arrays.copyOf(received, count)));
            }
        } catch (LinkLost ended) {
            Arrays.fill(received, (byte) 0);
        }
    }
}
