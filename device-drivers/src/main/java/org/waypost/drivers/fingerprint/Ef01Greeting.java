package org.waypost.drivers.fingerprint;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.util.Optional;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.fingerprint.Ef01Answer.Acknowledged;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;

/**
 * What is said to a module before it may take pictures, and when it is left: find its speed, show the password, make
 * sure that it keeps no finger, go to 115200 baud and packets of 256 bytes where it allows that, look for a lamp once.
 */
final class Ef01Greeting {
    private static final System.Logger LOG = System.getLogger(Ef01Greeting.class.getName());
    private static final int USUAL_BAUD = 57_600;
    private static final int FAST_BAUD = 115_200;
    private static final int LARGE_PACKETS = 3;
    private static final int READY = 0x55;
    /** ZFM and R30x need up to 500 ms after power-on, an R503 about 50 ms and says so with the byte 55. */
    private static final Duration POWER_ON = Duration.ofMillis(500);
    /** Time for a module to change its speed; no paper gives one. */
    private static final Duration SWITCHING = Duration.ofMillis(20);

    private static final int ROUNDS = 2;

    private final Ef01Exchange exchange;
    private final Ticker ticker;
    private final Ef01Settings settings;
    private Lamp lamp = Lamp.UNKNOWN;
    private int baud = USUAL_BAUD;

    private enum Lamp {
        UNKNOWN,
        PRESENT,
        ABSENT
    }

    Ef01Greeting(Ef01Exchange exchange, Ticker ticker, Ef01Settings settings) {
        this.exchange = exchange;
        this.ticker = ticker;
        this.settings = settings;
    }

    /** Whether the module has a lamp, and so whatever else came with it. */
    boolean hasLamp() {
        return lamp == Lamp.PRESENT;
    }

    /** Greets a module on a link that was just opened; says what stands in the way. */
    Optional<Fault> greet(Link link) throws LinkLost {
        awaitReady(link);
        Optional<Fault> obstacle = met(link);
        if (obstacle.isEmpty()) {
            obstacle = emptied(link);
        }
        if (obstacle.isEmpty()) {
            obstacle = quickened(link);
        }
        if (obstacle.isEmpty()) {
            obstacle = packetsEnlarged(link);
        }
        return obstacle.isEmpty() ? lampProbed(link) : obstacle;
    }

    /**
     * Leaves the module at its usual speed. Nobody waits for proof: the next greeting finds it at either.
     *
     * @return whether it was told
     */
    boolean leave(Link link) throws LinkLost {
        boolean told = baud != USUAL_BAUD;
        if (told) {
            exchange.once(Ef01Command.setSpeed(USUAL_BAUD), link);
            baud = USUAL_BAUD;
        }
        return told;
    }

    private void awaitReady(Link link) throws LinkLost {
        long begin = ticker.nanos();
        byte[] first = new byte[1];
        long left = POWER_ON.toNanos();
        while (left > 0 && first[0] != READY && !Thread.currentThread().isInterrupted()) {
            link.read(first, 0, Duration.ofNanos(left));
            left = POWER_ON.toNanos() - (ticker.nanos() - begin);
        }
    }

    /**
     * Shows the password at the speed last known, then at the other: a module keeps its speed when the host is gone.
     */
    private Optional<Fault> met(Link link) throws LinkLost {
        int[] speeds = {baud, baud == USUAL_BAUD ? FAST_BAUD : USUAL_BAUD};
        Fault fault = Fault.NO_ANSWER;
        for (int i = 0; i < ROUNDS * speeds.length; i++) {
            link.speed(speeds[i % 2]);
            exchange.begin();
            Ef01Answer answer = exchange.once(Ef01Command.verifyPassword(settings.password()), link);
            if (answer.isDone()) {
                baud = speeds[i % 2];
                return Optional.empty();
            }
            if (answer instanceof Acknowledged refused && !refused.code().wantsRepetition()) {
                return Optional.of(refused.fault());
            }
            fault = answer.fault() == Fault.LINK_UNRELIABLE ? Fault.LINK_UNRELIABLE : fault;
        }
        return Optional.of(fault);
    }

    /** The library must be empty: this terminal keeps no finger, and finds none of another use. */
    private Optional<Fault> emptied(Link link) throws LinkLost {
        Ef01Answer counted = exchange.twice(Ef01Command.of(Ef01Instruction.COUNT_LIBRARY), link);
        if (isZero(counted)) {
            return Optional.empty();
        }
        if (!counted.isDone()) {
            return Optional.of(counted.fault());
        }
        Ef01Answer cleared = exchange.twice(Ef01Command.of(Ef01Instruction.CLEAR_LIBRARY), link);
        Ef01Answer recounted = exchange.twice(Ef01Command.of(Ef01Instruction.COUNT_LIBRARY), link);
        boolean empty = cleared.isDone() && isZero(recounted);
        LOG.log(WARNING, "fingerprint module: its library was not empty; cleared: {0}", empty);
        return empty ? Optional.empty() : Optional.of(Fault.OUT_OF_SERVICE);
    }

    private static boolean isZero(Ef01Answer answer) {
        return answer instanceof Acknowledged counted
                && counted.isDone()
                && counted.data().getShort(0) == 0;
    }

    /** Goes to 115200 baud; the acknowledge may come at either speed, so it is the next answer that tells. */
    private Optional<Fault> quickened(Link link) throws LinkLost {
        if (baud == FAST_BAUD) {
            return Optional.empty();
        }
        Ef01Answer answer = exchange.once(Ef01Command.setSpeed(FAST_BAUD), link);
        if (answer instanceof Acknowledged refused && !refused.isDone()) {
            LOG.log(INFO, "fingerprint module: stays at {0,number,#} baud", baud);
            return Optional.empty();
        }
        return foundAt(FAST_BAUD, link) || foundAt(USUAL_BAUD, link) ? Optional.empty() : Optional.of(Fault.NO_ANSWER);
    }

    private boolean foundAt(int speed, Link link) throws LinkLost {
        link.speed(speed);
        ticker.pause(SWITCHING);
        boolean found = exchange.synchronised(Ef01Instruction.SET_PARAMETER, link);
        baud = found ? speed : baud;
        return found;
    }

    private Optional<Fault> packetsEnlarged(Link link) throws LinkLost {
        Ef01Answer answer = exchange.twice(Ef01Command.of(Ef01Instruction.READ_PARAMETERS), link);
        if (!(answer instanceof Acknowledged parameters) || !parameters.isDone()) {
            return Optional.of(answer.fault());
        }
        if (parameters.data().getShort(12) == LARGE_PACKETS) {
            return Optional.empty();
        }
        return unlessAnswered(exchange.twice(Ef01Command.setPacketSize(LARGE_PACKETS), link));
    }

    /** Modules without a lamp answer with an error or not at all; both are remembered as long as this driver lives. */
    private Optional<Fault> lampProbed(Link link) throws LinkLost {
        if (lamp == Lamp.UNKNOWN) {
            Ef01Answer answer = exchange.once(LampSignal.OFF.command(settings.lamp()), link);
            if (!(answer instanceof Acknowledged) && !exchange.synchronised(Ef01Instruction.LAMP, link)) {
                return Optional.of(answer.fault());
            }
            lamp = answer.isDone() ? Lamp.PRESENT : Lamp.ABSENT;
        }
        return lamp == Lamp.PRESENT ? sensorChecked(link) : Optional.empty();
    }

    private Optional<Fault> sensorChecked(Link link) throws LinkLost {
        Ef01Answer answer = exchange.twice(Ef01Command.of(Ef01Instruction.CHECK_SENSOR), link);
        return answer.fault() == Fault.OUT_OF_SERVICE ? Optional.of(Fault.OUT_OF_SERVICE) : unlessAnswered(answer);
    }

    /** What a module does not do is no obstacle; that it says nothing is one. */
    private static Optional<Fault> unlessAnswered(Ef01Answer answer) {
        return answer instanceof Acknowledged ? Optional.empty() : Optional.of(answer.fault());
    }
}
