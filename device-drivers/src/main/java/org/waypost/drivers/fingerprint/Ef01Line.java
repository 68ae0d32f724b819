package org.waypost.drivers.fingerprint;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.waypost.drivers.device.Backoff;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.fingerprint.Ef01Answer.Acknowledged;
import org.waypost.drivers.fingerprint.Ef01Answer.Failed;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;

/**
 * The line to one module and its repair: one repetition of a command that failed; after two silences in a row, a lost
 * link or a module that has forgotten the password, close, reopen and greet; a growing pause when that does not help.
 * Used by one thread; {@link #cut()} may come from another.
 */
final class Ef01Line {
    private static final System.Logger LOG = System.getLogger(Ef01Line.class.getName());

    private final Link.Opener opener;
    private final Ef01Settings settings;
    private final Backoff backoff;
    private final Ef01Exchange exchange;
    private final Ef01Greeting greeting;
    private final ImageTransfer transfer;
    private volatile @Nullable Link link;
    private volatile boolean closed;
    private Fault lastFault = Fault.DEVICE_ABSENT;

    Ef01Line(Link.Opener opener, Ef01Settings settings, Ticker ticker) {
        this.opener = opener;
        this.settings = settings;
        this.backoff = new Backoff(ticker);
        this.exchange = new Ef01Exchange(ticker);
        this.greeting = new Ef01Greeting(exchange, ticker, settings);
        this.transfer = new ImageTransfer(exchange, ticker);
    }

    /** What is done with an open link. */
    @FunctionalInterface
    private interface Use<T> {
        T with(Link open) throws LinkLost;
    }

    /**
     * Makes sure that a module was greeted.
     *
     * @param patience longest wait for the pause after a failure to end; the fault is repeated if it does not
     * @return what stands in the way
     */
    Optional<Fault> ready(Duration patience) {
        if (link != null) {
            return Optional.empty();
        }
        return backoff.await(patience) ? open() : Optional.of(lastFault);
    }

    boolean hasLamp() {
        return greeting.hasLamp();
    }

    /** Asks, and repairs the line once if there is no answer. */
    Ef01Answer ask(Ef01Instruction instruction) {
        Ef01Command command = Ef01Command.of(instruction);
        Ef01Answer answer = using(open -> exchange.twice(command, open)).orElseGet(this::absent);
        if (!reopeningMayHelp(answer) || Thread.currentThread().isInterrupted()) {
            return answer;
        }
        hangUp();
        return open().<Ef01Answer>map(Failed::new)
                .orElseGet(() -> using(open -> exchange.twice(command, open)).orElseGet(this::absent));
    }

    /**
     * Lets the lamp say something, if there is one, even if the thread is interrupted; silence about it leaves the line
     * synchronised or closed.
     */
    void signal(LampSignal signal) {
        boolean interrupted = Thread.interrupted();
        if (greeting.hasLamp() && !using(open -> shown(signal, open)).orElse(true)) {
            backOff(Fault.NO_ANSWER);
        }
        keep(interrupted);
    }

    /** The picture that the module took last over this very link. */
    Reading<Fingerprint> picture(CaptureProgress progress, BooleanSupplier abandoned) {
        return using(open -> transfer.picture(open, progress, abandoned))
                .orElseGet(() -> new Reading.Faulty<>(lastFault));
    }

    /** Closes the link, unless that is done, and lets some time pass before it is opened again. */
    void backOff(Fault fault) {
        if (link != null) {
            hangUp();
            failed(fault);
        }
    }

    /** Overwrites what was received with zero. */
    void wipe() {
        exchange.wipe();
    }

    /** Takes leave of the module, even if the thread is interrupted, and ends the line. */
    void leave() {
        closed = true;
        boolean interrupted = Thread.interrupted();
        signal(LampSignal.OFF);
        using(greeting::leave);
        hangUp();
        keep(interrupted);
    }

    private static void keep(boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the line without a word. */
    void cut() {
        closed = true;
        Link open = link;
        if (open != null) {
            open.close();
        }
    }

    private boolean shown(LampSignal signal, Link open) throws LinkLost {
        return exchange.once(signal.command(settings.lamp()), open) instanceof Acknowledged
                || exchange.synchronised(Ef01Instruction.LAMP, open);
    }

    private Optional<Fault> open() {
        if (closed) {
            return Optional.of(Fault.DEVICE_ABSENT);
        }
        transfer.forget();
        exchange.begin();
        try {
            link = opener.open();
        } catch (LinkLost absent) {
            failed(Fault.DEVICE_ABSENT);
            return Optional.of(Fault.DEVICE_ABSENT);
        }
        Optional<Fault> obstacle = using(greeting::greet).orElseGet(() -> Optional.of(lastFault));
        obstacle.ifPresentOrElse(this::backOff, this::answered);
        return obstacle;
    }

    /** Uses the link; empty if there is none, or none any more. */
    private <T> Optional<T> using(Use<T> use) {
        Link open = link;
        if (open == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(use.with(open));
        } catch (LinkLost lost) {
            backOff(Fault.DEVICE_ABSENT);
            return Optional.empty();
        }
    }

    private Failed absent() {
        return new Failed(lastFault);
    }

    private static boolean reopeningMayHelp(Ef01Answer answer) {
        return switch (answer) {
            case Acknowledged acknowledged -> acknowledged.code() == Ef01Code.PASSWORD_NEEDED;
            case Failed failed -> failed.fault() != Fault.LINK_UNRELIABLE;
        };
    }

    private void failed(Fault fault) {
        LOG.log(backoff.isPausing() ? INFO : WARNING, "fingerprint module: {0}", fault);
        lastFault = fault;
        backoff.failed();
    }

    private void answered() {
        if (backoff.isPausing()) {
            LOG.log(INFO, "fingerprint module: answers again");
        }
        backoff.succeeded();
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
