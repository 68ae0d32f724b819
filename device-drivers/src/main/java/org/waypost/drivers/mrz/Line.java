package org.waypost.drivers.mrz;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waypost.drivers.device.Backoff;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;

/** The link to one device, opened when it is needed and again after every loss, with a growing pause in between. */
final class Line implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Line.class.getName());

    private final Link.Opener opener;
    private final Backoff backoff;
    private volatile @Nullable Link link;
    private volatile boolean closed;
    private Fault lastFault = Fault.DEVICE_ABSENT;

    Line(Link.Opener opener, Ticker ticker) {
        this.opener = opener;
        this.backoff = new Backoff(ticker);
    }

    /** Why there is no link. */
    Fault lastFault() {
        return lastFault;
    }

    boolean isClosed() {
        return closed;
    }

    /**
     * The open link.
     *
     * @param patience longest wait for the pause after a failure to end
     * @return nothing if there is no device, or no time to look for it
     */
    Optional<Link> open(Duration patience) {
        Link open = link;
        if (open != null) {
            return Optional.of(open);
        }
        return backoff.await(patience) && !closed ? opened() : Optional.empty();
    }

    /** Notes that the device answers. */
    void answers() {
        backoff.succeeded();
    }

    /** Gives up the link; it is opened again after a pause. */
    void fail(Fault fault) {
        LOG.log(backoff.isPausing() ? INFO : WARNING, "serial reader: {0}", fault);
        lastFault = fault;
        Link open = link;
        link = null;
        if (open != null) {
            open.close();
        }
        backoff.failed();
    }

    @Override
    public void close() {
        closed = true;
        Link open = link;
        if (open != null) {
            open.close();
        }
    }

    private Optional<Link> opened() {
        try {
            Link open = opener.open();
            link = open;
            if (closed) {
                open.close();
            }
            return Optional.of(open);
        } catch (LinkLost absent) {
            fail(Fault.DEVICE_ABSENT);
            return Optional.empty();
        }
    }
}
