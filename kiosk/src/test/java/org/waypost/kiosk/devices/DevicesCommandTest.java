package org.waypost.kiosk.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.drivers.device.DeviceDirectory;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.DriverCatalog;
import org.waypost.drivers.simulated.SimulatedCardReader;
import org.waypost.kiosk.devices.DevicesRig.Prepared;
import org.waypost.kiosk.devices.DevicesRig.Said;
import org.waypost.testing.ExpectFailure;

/** Lists, refusals and exit codes. */
class DevicesCommandTest {
    private static final DriverCatalog INSTALLED = DriverCatalog.installed(DevicesCommandTest.class.getClassLoader());

    private final DevicesRig installed = new DevicesRig(INSTALLED);
    private final Prepared card = new Prepared(DeviceKind.ID_CARD_READER, SimulatedCardReader::new);

    private static void assertRefused(Said said, String because) {
        assertEquals(2, said.code(), said::toString);
        assertEquals("", said.out());
        assertEquals(1, said.err().lines().count(), said.err());
        assertTrue(said.err().startsWith("waypost-devices: ") && said.err().contains(because), said.err());
    }

    @Test
    void listsWhatIsPluggedInAndEveryDriverWithItsSettings(@TempDir Path dev) throws IOException {
        Files.createSymbolicLink(dev.resolve("waypost-card"), Files.createFile(dev.resolve("ttyUSB7")));
        Said said = installed
                .among(new DeviceDirectory(dev, () -> List.of("ACS ACR1252")))
                .run("list");
        assertEquals(0, said.code());
        assertTrue(said.out().contains("serial:" + dev + "/waypost-card  (as card, zone, code, finger)"), said.out());
        assertTrue(said.out().contains("pcsc:ACS ACR1252  (as chip)"), said.out());
        assertTrue(said.out().contains("driver samv reaches serial:"), said.out());
        assertTrue(said.out().contains("lamp-colour      blue | cyan | purple | white, blue unless given"), said.out());
    }

    @Test
    void anEmptyListSaysWhatToDo() {
        assertTrue(installed.run("list").out().contains("to do     plug a device in"));
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasDriversAndCanBeTried(DeviceKind kind) {
        assertFalse(INSTALLED.of(kind).isEmpty(), "no driver for " + kind);
        assertTrue(
                INSTALLED.of(kind).stream().anyMatch(driver -> driver.id().equals("simulated")),
                "no simulated one for " + kind);
        assertFalse(KindCheck.of(kind, () -> DevicesRig.NOW).invitation().isBlank());
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasAWordThatIsUnderstood(DeviceKind kind) {
        assertEquals(kind, new KindWords().convert(KindWords.word(kind)));
    }

    @Test
    void saysWhichDriversThereAre() {
        assertRefused(new DevicesRig().run("probe", "camera", "video:/dev/v4l/by-id/x"), "no driver for a camera");
        assertRefused(installed.run("probe", "card", "serial:/dev/x", "--driver", "zfm"), "no driver 'zfm'");
        assertRefused(installed.run("probe", "card", "gpio:chip"), "gpio:");
        assertRefused(installed.run("probe", "card", "serial:/dev/x", "--driver", "simulated"), "SERIAL");
    }

    @Test
    void saysWhatIsWrongWithASetting() {
        assertRefused(installed.run("probe", "card", "serial:/dev/x", "--set", "bauds=1"), "no setting 'bauds'");
        assertRefused(installed.run("probe", "card", "serial:/dev/x", "--set", "baud=fast"), "'baud' does not take");
    }

    @Test
    void saysThatTwoDriversWouldDo() {
        Prepared other = new Prepared(DeviceKind.ID_CARD_READER, SimulatedCardReader::new);
        DevicesRig both = new DevicesRig(card, other);
        assertRefused(both.run("probe", "card", "simulated:"), "say which with --driver: test, test");
        assertRefused(both.run("probe", "card", "simulated:", "--driver", "test"), "two jars");
    }

    @Test
    @ExpectFailure(IllegalStateException.class)
    void saysThatADriverIsDefective() {
        Prepared broken = new Prepared(DeviceKind.ID_CARD_READER, () -> {
            throw new IllegalStateException("a defect");
        });
        assertRefused(new DevicesRig(broken).run("probe", "card", "simulated:"), "failed when it was opened");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "probe",
                "probe card",
                "probe phone simulated:",
                "probe card nowhere",
                "read card simulated: --settings x",
                "read card simulated: --seconds x",
                "read card simulated: --seconds 0",
                "read card simulated: --seconds 601",
                "read card simulated: --show-names",
                "read card simulated: --verbose",
                "simulate camera video:/dev/x",
                "simulate camera mjpeg:http://10.0.0.1:8080/stream",
                "simulate camera rtsp://10.0.0.1:8554/stream",
                "simulate camera rtsp://127.0.0.1/stream",
                "simulate panel gpio:x",
                "simulate card pcsc:x",
                "simulate card serial:/dev/x --set parity=odd",
                "simulate card serial:/dev/x --set baud=fast",
                "simulate zone serial:/dev/x --set profile=none",
                "simulate finger serial:/dev/x --set model=none",
                "simulate code serial:/dev/x --fault none",
                "simulate card serial:/dev/x --fault cut=0",
                "simulate card serial:/dev/x --fault cut=1001",
                "simulate chip serial:/dev/x"
            })
    void whatCannotBeFollowedEndsWithTwo(String command) {
        Said said = new DevicesRig(card).run(command.split(" "));
        assertEquals(2, said.code(), said::toString);
        assertTrue(!said.err().isBlank() && !said.err().contains("Exception"), said.err());
    }

    @Test
    void aSimulatorWithoutAWireIsAFault() {
        Said said = installed.run("simulate", "card", "serial:/dev/waypost-no-such-device");
        assertEquals(1, said.code());
        assertTrue(said.out().contains("DEVICE_ABSENT") && said.out().contains("to do"), said.out());
    }

    @Test
    void helpIsNoFailure() {
        for (String command : new String[] {"list", "probe", "read", "simulate"}) {
            assertEquals(0, installed.run(command, "--help").code());
        }
    }
}
