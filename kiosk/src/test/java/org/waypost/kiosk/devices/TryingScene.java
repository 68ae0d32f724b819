package org.waypost.kiosk.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.kiosk.devices.DevicesRig.Prepared;
import org.waypost.kiosk.devices.DevicesRig.Said;

/** One device of a kind is tried; what that shows, and what it must not show. */
abstract class TryingScene {
    static Said read(DeviceKind kind, Device device, String typed) {
        return new DevicesRig(new Prepared(kind, () -> device))
                .typing(typed)
                .run("read", KindWords.word(kind), "simulated:", "--seconds", "2");
    }

    static void assertShows(Said said, int code, String... parts) {
        assertEquals(code, said.code(), said::toString);
        for (String part : parts) {
            assertTrue(said.out().contains(part), said.out());
        }
        assertTrue(said.out().lines().toList().getLast().startsWith("to do"), said.out());
    }

    /** Nothing of these texts, nor any part of six characters of them. */
    static void assertHides(Said said, Iterable<String> texts) {
        for (String text : texts) {
            for (int i = 0; i + 6 <= text.length(); i++) {
                assertFalse((said.out() + said.err()).contains(text.substring(i, i + 6)), said.out());
            }
            assertFalse((said.out() + said.err()).contains(text), said.out());
        }
    }
}
