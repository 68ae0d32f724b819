package org.waypost.drivers.mrz;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;

/** The link to one device, opened when it is needed and again after every loss, with a growing pause in between. */
final class Line implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Line.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    private final Link.Opener opener;
    private final Ticker ticker;
    private volatile @Nullable Link link;
    private volatile boolean closed;
    private Duration pause = Duration.ZERO;
    private long failedAt;
    private Fault lastFault = Fault.DEVICE_ABSENT;

    Line(Link.Opener opener, Ticker ticker) {
        this.opener = opener;
        this.ticker = ticker;
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
        Duration left = pause.isZero() ? pause : pause.minusNanos(ticker.nanos() - failedAt);
        ticker.pause(left.compareTo(patience) < 0 ? left : patience);
        return left.compareTo(patience) > 0 || closed ? Optional.empty() : opened();
    }

    /** Notes that the device answers. */
    void answers() {
        pause = Duration.ZERO;
    }

    /** Gives up the link; it is opened again after a pause. */
    void fail(Fault fault) {
        LOG.log(pause.isZero() ? WARNING : INFO, "serial reader: {0}", fault);
        lastFault = fault;
        Link open = link;
        link = null;
        if (open != null) {
            open.close();
        }
        failedAt = ticker.nanos();
        Duration next = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
        pause = next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
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
