package org.waypost.trials;

import java.time.Duration;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;

/**
 * A link that tells when it is listened to.
 *
 * @param reads told before each read
 * @param drained told after each draining
 */
record HeardLink(Link link, Runnable reads, Runnable drained) implements Link {
    @Override
    public void write(byte[] bytes) throws LinkLost {
        link.write(bytes);
    }

    @Override
    public int read(byte[] into, int offset, Duration patience) throws LinkLost {
        reads.run();
        return link.read(into, offset, patience);
    }

    @Override
    public void drain() throws LinkLost {
        link.drain();
        drained.run();
    }

    @Override
    public void speed(int baud) throws LinkLost {
        link.speed(baud);
    }

    @Override
    public void close() {
        link.close();
    }
}
