package org.waypost.drivers.fingerprint;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.fingerprint.Ef01Rig.FINGER;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
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
    private static final Ef01Fault LATE = new Ef01Fault.LateAnswer(Duration.ofMillis(2_500));

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

    @Test
    void theSlowestCaptureThatWasFoundUsesMostOfTheLimit() {
        try (Ef01Rig rig = slow(Ef01Model.ZFM_20)) {
            rig.simulator.arm(Ef01Order.SEND_IMAGE, LATE);
            Duration took = capture(rig);
            assertBelow(took, "a picture sent twice");
            Duration most = FingerprintReader.LONGEST_CAPTURE.multipliedBy(2).dividedBy(3);
            assertTrue(took.compareTo(most) > 0, () -> "only " + took);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"VERIFY_PASSWORD", "COUNT_LIBRARY", "READ_PARAMETERS", "TAKE_IMAGE", "SEND_IMAGE"})
    void aModuleThatIsSilentLateOrTornAtAnyOrder(Ef01Order order) {
        for (Ef01Fault fault : List.of(new Ef01Fault.NoAnswer(), LATE, new Ef01Fault.CutAfter(49_000))) {
            for (int times : new int[] {1, 3, ALWAYS}) {
                try (Ef01Rig rig = slow(Ef01Model.ZFM_20)) {
                    rig.simulator.arm(order, fault, times);
                    assertBelow(capture(rig), order + " " + fault + " x" + times);
                }
            }
        }
    }
}
