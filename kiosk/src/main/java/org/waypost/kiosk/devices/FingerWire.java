package org.waypost.kiosk.devices;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.waypost.drivers.serial.LinkLost;
import org.waypost.drivers.simulated.Ef01Fault;
import org.waypost.drivers.simulated.Ef01Model;
import org.waypost.drivers.simulated.Ef01Order;
import org.waypost.drivers.simulated.Ef01Simulator;
import org.waypost.drivers.simulated.SpecimenFinger;

/** A fingerprint module at the far end of a serial wire. */
final class FingerWire implements WireSimulator {
    private static final Ef01Order SEND = Ef01Order.SEND_IMAGE;
    private static final int IN_THE_PICTURE = 70_000;
    private static final int CAPTURE_FAILED = 0x03;
    private static final int SENSOR_BROKEN = 0x29;

    private final Ef01Simulator module;
    private final SerialWire wire;

    FingerWire(WireWish wish) {
        wish.only("model");
        Ef01Model model = wish.one("model", Ef01Model.ZFM_20, Ef01Model.class);
        module = new Ef01Simulator(model, true);
        wire = new SerialWire(wish.serialPath(), module.baud());
    }

    @Override
    public Map<String, Runnable> faults() {
        return Map.of(
                "no-answer", () -> module.arm(SEND, new Ef01Fault.NoAnswer()),
                "late-answer", () -> module.arm(SEND, new Ef01Fault.LateAnswer(Duration.ofSeconds(3))),
                "cut", () -> module.arm(SEND, new Ef01Fault.CutAfter(9_000)),
                "flipped-bit", () -> module.arm(SEND, new Ef01Fault.FlippedBits(List.of(IN_THE_PICTURE))),
                "lost-packet", () -> module.arm(SEND, new Ef01Fault.LostPacket(20)),
                "wrong-size", () -> module.arm(SEND, new Ef01Fault.ImageOf(5_000)),
                "not-taken", () -> module.arm(Ef01Order.TAKE_IMAGE, new Ef01Fault.Code(CAPTURE_FAILED)),
                "sensor-broken", () -> module.arm(Ef01Order.TAKE_IMAGE, new Ef01Fault.Code(SENSOR_BROKEN)),
                "library-in-use", () -> module.templates(1));
    }

    @Override
    public String specimen() {
        return "a drawn finger";
    }

    @Override
    public void present() {
        module.touch(SpecimenFinger.of(7));
    }

    @Override
    public void remove() {
        module.lift();
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
