package org.waypost.kiosk.devices;

import java.util.Optional;
import java.util.function.Consumer;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;
import org.waypost.drivers.serial.SerialLink;

/** The device's end of a serial wire. */
final class SerialWire {
    private final String path;
    private final int baud;
    private Optional<Link> link = Optional.empty();
    private boolean closed;

    SerialWire(String path, int baud) {
        this.path = path;
        this.baud = baud;
    }

    /** Lets a device serve it until the wire is lost or closed. */
    void serve(Consumer<Link> device) throws LinkLost {
        Link open = SerialLink.open(path, baud);
        if (!kept(open)) {
            open.close();
            return;
        }
        device.accept(open);
        close();
    }

    private synchronized boolean kept(Link open) {
        link = Optional.of(open);
        return !closed;
    }

    synchronized void close() {
        closed = true;
        link.ifPresent(Link::close);
        link = Optional.empty();
    }
}
