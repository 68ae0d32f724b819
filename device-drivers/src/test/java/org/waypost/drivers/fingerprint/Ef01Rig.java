package org.waypost.drivers.fingerprint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;
import org.waypost.drivers.simulated.Ef01LockstepLink;
import org.waypost.drivers.simulated.Ef01Model;
import org.waypost.drivers.simulated.Ef01Simulator;
import org.waypost.drivers.simulated.SpecimenFinger;

/** A driver and a simulator in one thread under a clock of their own; counts how often the link was opened. */
final class Ef01Rig implements AutoCloseable {
    static final SpecimenFinger FINGER = SpecimenFinger.of(7);
    private static final Set<String> ALLOWED = Set.of("01", "0a", "0d", "0e", "0f", "13", "1d", "28", "35", "36");

    final Clock ticker = new Clock();
    final Ef01Simulator simulator;
    final Ef01Model model;
    final Ef01FingerprintReader reader;
    final List<CaptureProgress.Stage> stages = new ArrayList<>();
    int opened;
    boolean absent;
    Optional<Ef01LockstepLink> link = Optional.empty();

    Ef01Rig(Ef01Model model, boolean paced, int password) {
        this(model, paced, new Ef01Settings(password, LampColour.BLUE));
    }

    Ef01Rig(Ef01Model model, boolean paced, Ef01Settings settings) {
        this.model = model;
        simulator = new Ef01Simulator(model, paced);
        reader = new Ef01FingerprintReader(this::open, settings, ticker);
    }

    Ef01Rig(Ef01Model model) {
        this(model, true, Ef01Settings.usual());
    }

    /** A clock that moves only when somebody waits. */
    static final class Clock implements Ticker {
        private long now = Long.MAX_VALUE - 1_000_000_000L;
        private Runnable incident = () -> {};

        /** Lets something happen whenever somebody waits. */
        void whenever(Runnable happening) {
            incident = happening;
        }

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void pause(Duration time) {
            now += Math.max(0, time.toNanos());
            incident.run();
        }
    }

    private Link open() throws LinkLost {
        if (absent) {
            throw new LinkLost("absent");
        }
        opened++;
        link = Optional.of(new Ef01LockstepLink(simulator, ticker));
        return link.get();
    }

    Reading<Fingerprint> capture() {
        return reader.capture(Duration.ofSeconds(1), stages::add);
    }

    Reading<Fingerprint> capture(SpecimenFinger finger) {
        simulator.touch(finger);
        return capture();
    }

    /** Captures and demands exactly the pixels of the finger. */
    void assertTaken(SpecimenFinger finger) {
        assertExact(capture(finger), finger, model);
    }

    static void assertExact(Reading<Fingerprint> reading, SpecimenFinger finger, Ef01Model model) {
        try (Fingerprint print = taken(reading)) {
            assertEquals(model.width(), print.width());
            assertEquals(model.height(), print.height());
            assertArrayEquals(grey(finger, model), print.pixels().toArray(ValueLayout.JAVA_BYTE));
        }
    }

    /** The pixels that the driver must make of what the module packs; written apart from the driver's. */
    static byte[] grey(SpecimenFinger finger, Ef01Model model) {
        byte[] packed = finger.packed(model.width(), model.height());
        byte[] grey = new byte[2 * packed.length];
        for (int i = 0; i < grey.length; i++) {
            int nibble = i % 2 == 0 ? packed[i / 2] >> 4 & 0xF : packed[i / 2] & 0xF;
            grey[i] = (byte) (nibble << 4 | nibble);
        }
        return grey;
    }

    static Fingerprint taken(Reading<Fingerprint> reading) {
        return switch (reading) {
            case Reading.Taken<Fingerprint> taken -> taken.value();
            case Reading.Nobody<Fingerprint> nobody -> fail("expected a fingerprint, was " + nobody);
            case Reading.Faulty<Fingerprint> faulty -> fail("expected a fingerprint, was " + faulty);
        };
    }

    static void assertFault(Fault expected, Reading<Fingerprint> reading) {
        assertEquals(new Reading.Faulty<Fingerprint>(expected), reading);
    }

    static void assertNobody(Reading<Fingerprint> reading) {
        assertEquals(new Reading.Nobody<Fingerprint>(), reading);
    }

    /** How often the module was told this, in hex. */
    int told(String content) {
        return (int) simulator.commands().stream()
                .filter(command -> command.startsWith(content))
                .count();
    }

    /** Closes the driver and makes sure that it never told the module more than it may. */
    @Override
    public void close() {
        reader.close();
        assertOnlyAllowed(simulator);
    }

    static void assertOnlyAllowed(Ef01Simulator simulator) {
        for (String command : simulator.commands()) {
            if (!ALLOWED.contains(command.substring(0, 2))) {
                fail("the driver told the module " + command);
            }
        }
    }
}
