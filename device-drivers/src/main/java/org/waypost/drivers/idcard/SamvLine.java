package org.waypost.drivers.idcard;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waypost.drivers.device.Backoff;
import org.waypost.drivers.device.Device.Identity;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.idcard.SamvReply.GiveUp;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;

/**
 * The line to one SAM_V module and its repair: one repetition of a request that failed; after two silences in a row, or
 * a lost link, close, reopen and greet; a growing pause when that does not help. Used by one thread; {@link #close()}
 * may come from another.
 */
final class SamvLine implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SamvLine.class.getName());
    private static final Duration STATUS_EVERY = Duration.ofSeconds(3);

    private final Link.Opener opener;
    private final Ticker ticker;
    private final SamvExchange exchange;
    private final SamvGreeting greeting;
    private final Backoff backoff;
    private volatile @Nullable Link link;
    private volatile boolean closed;
    private Fault lastFault = Fault.DEVICE_ABSENT;
    private long statusAt;

    SamvLine(Link.Opener opener, SamvSettings settings, Ticker ticker) {
        this.opener = opener;
        this.ticker = ticker;
        this.exchange = new SamvExchange(ticker);
        this.greeting = new SamvGreeting(exchange, settings);
        this.backoff = new Backoff(ticker);
    }

    /**
     * Makes sure that the module is there and willing: opens the link, or asks for the status once 3 s have passed.
     *
     * @param patience longest wait for the pause after a failure to end; the fault is repeated if it does not
     * @return what stands in the way
     */
    Optional<Fault> ready(Duration patience) {
        if (link != null) {
            return statusIsFresh()
                    ? Optional.empty()
                    : noted(ask(SamvRequest.STATUS).obstacle());
        }
        return backoff.await(patience) ? open() : Optional.of(lastFault);
    }

    /** Asks, and repairs the line once if there is no answer. */
    SamvReply ask(SamvRequest request) {
        SamvReply reply = twice(request);
        if (!reopeningMayHelp(reply)) {
            return reply;
        }
        hangUp();
        return open().<SamvReply>map(GiveUp::new).orElseGet(() -> twice(request));
    }

    /** Closes the link, unless that is done, and lets some time pass before it is opened again. */
    void backOff(Fault fault) {
        if (link != null) {
            hangUp();
            failed(fault);
        }
    }

    /** Whether a frame was damaged or missing lately: XOR would let the next one pass that is damaged twice. */
    boolean isDoubtful() {
        return exchange.isDoubtful();
    }

    /** Whether the module is the provisioned one; from any thread. */
    Identity identity() {
        return greeting.identity();
    }

    /** Overwrites the last reply with zero. */
    void wipe() {
        exchange.wipe();
    }

    /** Ends the link; what is in the receive buffer is wiped by the thread that reads. */
    @Override
    public void close() {
        closed = true;
        Link open = link;
        if (open != null) {
            open.close();
        }
    }

    private Optional<Fault> open() {
        if (closed) {
            return Optional.of(Fault.DEVICE_ABSENT);
        }
        try {
            Link open = opener.open();
            link = open;
            return noted(greeting.greet(open));
        } catch (LinkLost absent) {
            hangUp();
            failed(Fault.DEVICE_ABSENT);
            return Optional.of(Fault.DEVICE_ABSENT);
        }
    }

    private Optional<Fault> noted(Optional<Fault> obstacle) {
        obstacle.ifPresentOrElse(this::backOff, this::answered);
        return obstacle;
    }

    private void failed(Fault fault) {
        LOG.log(backoff.isPausing() ? INFO : WARNING, "card reader: {0}", fault);
        lastFault = fault;
        backoff.failed();
    }

    private void answered() {
        if (backoff.isPausing()) {
            LOG.log(INFO, "card reader: answers again");
        }
        backoff.succeeded();
        statusAt = ticker.nanos();
    }

    private boolean statusIsFresh() {
        return ticker.nanos() - statusAt < STATUS_EVERY.toNanos();
    }

    private static boolean repetitionMayHelp(SamvReply reply) {
        return reply instanceof GiveUp giveUp
                && (giveUp.fault() == Fault.NO_ANSWER || giveUp.fault() == Fault.LINK_UNRELIABLE);
    }

    private static boolean reopeningMayHelp(SamvReply reply) {
        return reply instanceof GiveUp giveUp
                && (giveUp.fault() == Fault.NO_ANSWER || giveUp.fault() == Fault.DEVICE_ABSENT);
    }

    private SamvReply twice(SamvRequest request) {
        SamvReply first = once(request);
        return repetitionMayHelp(first) ? blaming(first, once(request)) : first;
    }

    /** A module that has moved on after a failed reply asks to start over: the reason is the reply, not the card. */
    private static SamvReply blaming(SamvReply first, SamvReply second) {
        return first instanceof GiveUp giveUp && second instanceof SamvReply.StartOver
                ? new SamvReply.StartOver(giveUp.fault())
                : second;
    }

    private SamvReply once(SamvRequest request) {
        Link open = link;
        if (open == null) {
            return new GiveUp(Fault.DEVICE_ABSENT);
        }
        try {
            return exchange.ask(request, open);
        } catch (LinkLost lost) {
            hangUp();
            return new GiveUp(Fault.DEVICE_ABSENT);
        }
    }

    private void hangUp() {
        wipe();
        Link open = link;
        link = null;
        if (open != null) {
            open.close();
        }
    }
}
