package org.waypost.kiosk.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.mrz.AppointmentCode;
import org.waypost.drivers.mrz.CodeReader;
import org.waypost.drivers.mrz.MrzReader;
import org.waypost.drivers.passport.ChipTerminal;
import org.waypost.drivers.simulated.ChipQuirk;
import org.waypost.drivers.simulated.ChipRandom;
import org.waypost.drivers.simulated.CodeSimulatedReader;
import org.waypost.drivers.simulated.MrzFault;
import org.waypost.drivers.simulated.MrzSimulatedReader;
import org.waypost.drivers.simulated.MrzSpecimen;
import org.waypost.drivers.simulated.PassportAuthority;
import org.waypost.drivers.simulated.PassportSignature;
import org.waypost.drivers.simulated.PassportSpecimen;
import org.waypost.drivers.simulated.SimulatedChipTerminal;
import org.waypost.kiosk.devices.DevicesRig.Said;

/** A passport's zone and chip, and an appointment code: their checks are shown, and nothing that they say. */
class TryingPapersTest extends TryingScene {
    /** A reader on which somebody does something once it waits. */
    private static <D extends Device> D whileWaiting(D reader, Consumer<D> somebody) {
        Thread.ofVirtual().name("waypost-test-person").start(() -> {
            Ticker.SYSTEM.pause(Duration.ofMillis(500));
            somebody.accept(reader);
        });
        return reader;
    }

    private static MrzSimulatedReader zones() {
        return new MrzSimulatedReader(Clock.fixed(DevicesRig.NOW, ZoneOffset.UTC));
    }

    @Test
    void aZoneIsReadAndOnlyItsChecksAreShown() {
        MrzReader reader = whileWaiting(zones(), one -> one.swipe(MrzSpecimen.PASSPORT));
        Said said = read(DeviceKind.MRZ_READER, reader, "");
        assertShows(said, 0, "read      a machine readable zone", "every check digit: holds");
        assertHides(said, List.of("ERIKSSON", "L898902C3", "740812", "UTOERIKSSON"));
    }

    @Test
    void aZoneThatIsMisreadIsToldByItsFlaws() {
        MrzSimulatedReader reader = zones();
        reader.simulator().arm(MrzFault.MISREAD);
        Said said = read(DeviceKind.MRZ_READER, whileWaiting(reader, one -> one.swipe(MrzSpecimen.PASSPORT)), "");
        assertShows(said, 0, "check ");
        assertFalse(said.out().contains("every check digit: holds"), said.out());
        assertHides(said, List.of("ERIKSSON", "L898902C3", "740812"));
    }

    @Test
    void aCodeIsReadAndNotShown() {
        AppointmentCode code = AppointmentCode.issued("WP-2026-0042");
        CodeReader accepted = whileWaiting(new CodeSimulatedReader(), one -> one.show(code));
        Said said = read(DeviceKind.CODE_READER, accepted, "");
        assertShows(said, 0, "check     check character: holds");
        assertHides(said, List.of(code.characters()));
        CodeReader refused =
                whileWaiting(new CodeSimulatedReader(), one -> one.simulator().show("https://example.org/pay"));
        Said other = read(DeviceKind.CODE_READER, refused, "");
        assertShows(other, 0, "DOES NOT HOLD: character");
        assertHides(other, List.of("example.org"));
    }

    private static ChipTerminal chip(ChipQuirk... quirks) {
        SimulatedChipTerminal terminal = new SimulatedChipTerminal(true, ChipRandom.secure());
        terminal.place(PassportSpecimen.modern()
                .with(quirks)
                .personalised(PassportAuthority.founded("UT", DevicesRig.NOW)
                        .appoint(PassportSignature.ECDSA, DevicesRig.NOW)));
        return terminal;
    }

    @ParameterizedTest
    @ValueSource(strings = {PassportSpecimen.CAN, "L898902C3 740812 330415"})
    void aChipIsReadAndOnlyItsChecksAreShown(String key) {
        Said said = read(DeviceKind.PASSPORT_READER, chip(), key);
        assertShows(
                said,
                0,
                "security object: holds",
                "chip authentication: holds",
                "active authentication: holds",
                "chain: not checked: country unknown",
                "picture   decoded");
        assertHides(said, List.of("ERIKSSON", "L898902C3", "740812", "330415", PassportSpecimen.CAN));
    }

    @Test
    void aCopiedChipDoesNotHold() {
        Said said = read(DeviceKind.PASSPORT_READER, chip(ChipQuirk.WRONG_CHIP_KEY), PassportSpecimen.CAN);
        assertShows(said, 0, "chip authentication: DOES NOT HOLD: key not proven");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "L898902C3 740812", "a b c d"})
    void whatOpensNoChipIsRefusedBeforeAnythingIsRead(String key) {
        Said said = read(DeviceKind.PASSPORT_READER, chip(), key);
        assertEquals(2, said.code(), said::toString);
        assertTrue(said.err().contains("opens no chip"), said.err());
        assertTrue(key.isBlank() || !said.err().contains(key), said.err());
    }

    @Test
    void theWrongKeyIsSaidToBeTheDocumentsTrouble() {
        assertShows(
                read(DeviceKind.PASSPORT_READER, chip(), "000000"), 1, "CARD_NOT_AUTHENTICATED", "nothing of forgery");
    }
}
