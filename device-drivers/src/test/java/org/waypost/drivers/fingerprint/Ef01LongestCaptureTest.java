package org.waypost.drivers.fingerprint;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.fingerprint.Ef01Rig.FINGER;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.simulated.Ef01Fault;
import org.waypost.drivers.simulated.Ef01Model;
import org.waypost.drivers.simulated.Ef01Order;

/** The limit of the watchdog lies above whatever a module can draw out, and not far above. */
class Ef01LongestCaptureTest {
    private static final int ALWAYS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** A module that will be neither quick nor brief. */
    private static Ef01Rig slow(Ef01Model model) {
        Ef01Rig rig = new Ef01Rig(model);
        rig.simulator.receive(HexFormat.of().parseHex("EF01FFFFFFFF0100050E060000" + "1A"));
        rig.simulator.arm(Ef01Order.SET_BAUD, new Ef01Fault.Code(0), ALWAYS);
        rig.simulator.arm(Ef01Order.SET_PACKET_SIZE, new Ef01Fault.Code(0x1B), ALWAYS);
        return rig;
    }

    private static Duration capture(Ef01Rig rig) {
        rig.simulator.touch(FINGER);
        long begin = rig.ticker.nanos();
        if (rig.reader.capture(PATIENCE, CaptureProgress.UNHEARD) instanceof Reading.Taken<Fingerprint> taken) {
            taken.value().close();
        }
        return Duration.ofNanos(rig.ticker.nanos() - begin);
    }

    private static void assertBelow(Duration took, Object when) {
        Duration limit = FingerprintReader.LONGEST_CAPTURE.plus(PATIENCE);
        assertTrue(took.compareTo(limit) < 0, () -> when + " took " + took);
    }

    @ParameterizedTest
    @EnumSource
    void theSlowestModuleThatSendsItsPictureTwice(Ef01Model model) {
        try (Ef01Rig rig = slow(model)) {
            rig.simulator.arm(Ef01Order.SEND_IMAGE, new Ef01Fault.WrongSum(1));
            Duration took = capture(rig);
            assertBelow(took, "a picture sent twice");
            Duration half = FingerprintReader.LONGEST_CAPTURE.dividedBy(4);
            assertTrue(model.width() < 256 || took.compareTo(half) > 0, () -> "only " + took);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aModuleThatFallsSilentOrTalksNonsenseAtAnyOrder(Ef01Model model) {
        for (Ef01Order order : Ef01Order.values()) {
            for (Ef01Fault fault :
                    List.of(new Ef01Fault.NoAnswer(), new Ef01Fault.CutAfter(11), new Ef01Fault.WrongSum(0))) {
                for (int times : new int[] {1, 2, 3, ALWAYS}) {
                    try (Ef01Rig rig = slow(model)) {
                        rig.simulator.arm(order, fault, times);
                        assertBelow(capture(rig), model + " " + order + " " + fault + " x" + times);
                    }
                }
            }
        }
    }
}
