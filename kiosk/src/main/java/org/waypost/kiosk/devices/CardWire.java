package org.waypost.kiosk.devices;

import java.time.Duration;
import java.util.Map;
import org.waypost.drivers.serial.LinkLost;
import org.waypost.drivers.simulated.IdleHabit;
import org.waypost.drivers.simulated.SamvCommand;
import org.waypost.drivers.simulated.SamvFault;
import org.waypost.drivers.simulated.SamvSimulator;
import org.waypost.drivers.simulated.SpecimenCard;
import org.waypost.drivers.simulated.WirePace;

/** A card reader at the far end of a serial wire. */
final class CardWire implements WireSimulator {
    private static final SamvCommand READ = SamvCommand.READ_TEXT_PHOTO;
    private static final int NOT_AUTHENTICATED = 0x31;
    private static final int SELF_TEST_FAILED = 0x60;
    private static final int IN_THE_TEXT = 400;

    private final SamvSimulator module;
    private final SerialWire wire;

    CardWire(WireWish wish) {
        int baud = wish.only("baud").baud(115_200);
        wire = new SerialWire(wish.serialPath(), baud);
        module = new SamvSimulator(IdleHabit.KEEPS_REPORTING, WirePace.ofBaud(baud));
    }

    @Override
    public Map<String, Runnable> faults() {
        return Map.of(
                "no-answer", () -> module.arm(READ, new SamvFault.NoAnswer()),
                "late-answer", () -> module.arm(READ, new SamvFault.LateAnswer(Duration.ofSeconds(3))),
                "cut", () -> module.arm(READ, new SamvFault.CutAfter(700)),
                "flipped-bit", () -> module.arm(READ, new SamvFault.FlippedBit(IN_THE_TEXT)),
                "lifted", () -> module.arm(READ, new SamvFault.CardLifted()),
                "lengths-swapped", () -> module.arm(READ, new SamvFault.LengthsSwapped()),
                "not-authenticated", () -> module.arm(READ, new SamvFault.Status(NOT_AUTHENTICATED)),
                "out-of-service", () -> module.arm(SamvCommand.STATUS, new SamvFault.Status(SELF_TEST_FAILED)));
    }

    @Override
    public String specimen() {
        return "the card of an invented person";
    }

    @Override
    public void present() {
        module.place(SpecimenCard.TEST_JIA.image());
    }

    @Override
    public void remove() {
        module.remove();
    }

    @Override
    public boolean isFleeting() {
        return false;
    }

    @Override
    public void serve() throws LinkLost {
        wire.serve(module::serve);
    }

    @Override
    public void close() {
        wire.close();
    }
}
