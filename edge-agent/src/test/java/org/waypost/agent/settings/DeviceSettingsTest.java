package org.waypost.agent.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waypost.drivers.device.DeviceAddress;

/** Devices in a settings file: which there are, what is their drivers' own, and what they are used for. */
class DeviceSettingsTest extends SettingsFile {
    @Test
    void knowsTheSimulatedReader() throws IOException {
        Settings.Named reader = read(with("card-reader.driver", "simulated")
                        .replace("serial:/dev/ttyUSB0", "simulated:")
                        .replaceAll("card-reader\\.(baud|poll-millis)=\\d+\n", ""))
                .reader();
        assertEquals(
                new Settings.Named(
                        "simulated", DeviceAddress.parse("simulated:").orElseThrow(), Map.of()),
                reader);
    }

    @Test
    void handsTheCardDriverWhatIsItsOwn() throws IOException {
        String number = "05000100250233013930000000b168de3a";
        Settings settings = read(EXAMPLE + "card-reader.sam-number= " + number + " \ncard-reader.of-another-maker=3\n");
        assertEquals(
                Map.of("baud", "115200", "poll-millis", "300", "sam-number", number, "of-another-maker", "3"),
                settings.reader().given());
    }

    @Test
    void refusesWhatNoDriverCanTake() {
        assertTrue(refusal(EXAMPLE + "card-reader.sam-number=\n")
                .endsWith("key card-reader.sam-number is not 1 to 255 characters: correct it, or remove it for the"
                        + " preset"));
        assertTrue(refusal(EXAMPLE + "card-reader.sam-number=" + "0".repeat(256) + "\n")
                .contains("key card-reader.sam-number is not "));
        assertTrue(refusal(EXAMPLE + "card-reader.SAM=1\n").contains("key card-reader.SAM is unknown"));
        assertTrue(refusal(EXAMPLE + "office.baud=1\n").contains("key office.baud is unknown"));
        assertTrue(refusal(EXAMPLE + "panel.baud=1\n").contains("key panel.baud is unknown"));
    }

    @Test
    void handsEachDriverWhatIsItsOwn() throws IOException {
        String passports = EXAMPLE.replace("zone.driver=none", "zone.driver=serial-mrz")
                .replace("zone.device=none", "zone.device=serial:/dev/waypost-zone")
                .replace("passport.driver=none", "passport.driver=pcsc")
                .replace("passport.device=none", "passport.device=pcsc:Reader 00 00");
        Settings.Travel travel = read(passports + "zone.profile=stx\nzone.baud=19200\npassport.extended-length=yes\n")
                .travel()
                .orElseThrow();
        assertEquals(Map.of("profile", "stx", "baud", "19200"), travel.zone().given());
        assertEquals(
                Map.of("extended-length", "yes"), travel.chip().orElseThrow().given());
        String eye = faceMode("PIA-2026-7", "posted", "video", "video:/dev/waypost-camera") + "camera.width=640\n";
        assertEquals(Map.of("width", "640"), read(eye).eye().orElseThrow().given());
        String module = fingerMode("PIA-2026-8", "posted", "ef01", "serial:/dev/waypost-finger");
        Settings.Named finger =
                read(module + "fingerprint.password=0011aaff\n").fingerprint().orElseThrow();
        assertEquals(Map.of("password", "0011aaff"), finger.given());
        assertFalse(finger.toString().contains("0011aaff"), "a value may be a secret");
    }

    @ParameterizedTest
    @CsvSource({
        "zone.baud, zone.driver",
        "passport.extended-length, passport.driver",
        "camera.width, camera.driver",
        "fingerprint.password, fingerprint.driver"
    })
    void refusesWhatIsADriversWhereThereIsNone(String key, String driver) {
        assertTrue(refusal(EXAMPLE + key + "=1\n")
                .endsWith("key " + key + " is there, but " + driver + " is none: name the driver, or remove this key"));
    }

    @Test
    void comparesNoFacesUnlessTold() throws IOException {
        assertEquals(new Settings.Biometrics.Off(), read(EXAMPLE).face());
        assertEquals(Optional.empty(), read(EXAMPLE).eye());
    }

    @ParameterizedTest
    @CsvSource({
        "video, video:/dev/waypost-camera",
        "mjpeg, mjpeg:http://192.168.4.20/stream",
        "rtsp, rtsp://192.168.4.20:554/live?channel=1"
    })
    void knowsCamerasByTheirAddresses(String driver, String device) throws IOException {
        Settings.Named eye =
                read(faceMode("PIA-2026-7", "posted", driver, device)).eye().orElseThrow();
        assertEquals(driver, eye.driver());
        assertEquals(device, eye.address().toString());
    }

    @Test
    void readsPassportsOnlyWithAReaderOfZones() throws IOException {
        assertEquals(Optional.empty(), read(EXAMPLE).travel());
        String zone = EXAMPLE.replace("zone.driver=none", "zone.driver=serial-mrz")
                .replace("zone.device=none", "zone.device=serial:/dev/waypost-zone");
        Settings.Named reader = new Settings.Named(
                "serial-mrz", DeviceAddress.parse("serial:/dev/waypost-zone").orElseThrow(), Map.of());
        assertEquals(
                Optional.of(new Settings.Travel(reader, Optional.empty())),
                read(zone).travel());
        String chip = "passport.driver=pcsc\npassport.device=pcsc:Reader 00 00";
        String both = zone.replace("passport.driver=none\npassport.device=none", chip);
        Settings.Named terminal = new Settings.Named(
                "pcsc", DeviceAddress.parse("pcsc:Reader 00 00").orElseThrow(), Map.of());
        assertEquals(
                Optional.of(new Settings.Travel(reader, Optional.of(terminal))),
                read(both).travel());
        String alone = EXAMPLE.replace("passport.driver=none\npassport.device=none", chip);
        assertTrue(refusal(alone).contains("zone.driver is none, but passport.driver is not"));
    }

    private static String faceMode(String assessment, String notice, String driver, String device) {
        return EXAMPLE.replace("face.mode=off", "face.mode=on")
                .replace("face.impact-assessment=none", "face.impact-assessment=" + assessment)
                .replace("face.notice=none", "face.notice=" + notice)
                .replace("camera.driver=none", "camera.driver=" + driver)
                .replace("camera.device=none", "camera.device=" + device);
    }

    /** Invariant I19. */
    @Test
    void comparesFacesOnlyWithAnAssessmentANoticeAndACamera() throws IOException {
        String device = "video:/dev/waypost-camera";
        Settings settings = read(faceMode("PIA-2026-7", "posted", "video", device));
        assertEquals(new Settings.Biometrics.On("PIA-2026-7", Duration.ofMinutes(10)), settings.face());
        assertEquals(
                Optional.of(
                        new Settings.Named("video", DeviceAddress.parse(device).orElseThrow(), Map.of())),
                settings.eye());
        assertTrue(
                refusal(faceMode("none", "posted", "video", device)).contains("face.impact-assessment is none, but"));
        assertTrue(refusal(faceMode("PIA-2026-7", "none", "video", device)).contains("face.notice is none, but"));
        assertTrue(refusal(faceMode("PIA-2026-7", "posted", "none", "none")).contains("camera.driver is none, but"));
    }

    @Test
    void asksForNoFingersUnlessTold() throws IOException {
        assertEquals(new Settings.Biometrics.Off(), read(EXAMPLE).finger());
        assertEquals(Optional.empty(), read(EXAMPLE).fingerprint());
    }

    private static String fingerMode(String assessment, String notice, String driver, String device) {
        return EXAMPLE.replace("finger.mode=off", "finger.mode=on")
                .replace("finger.impact-assessment=none", "finger.impact-assessment=" + assessment)
                .replace("finger.notice=none", "finger.notice=" + notice)
                .replace("fingerprint.driver=none", "fingerprint.driver=" + driver)
                .replace("fingerprint.device=none", "fingerprint.device=" + device);
    }

    /** Invariant I19: an assessment of faces is none of fingers. */
    @Test
    void asksForFingersOnlyWithAnAssessmentANoticeAndAModule() throws IOException {
        String device = "serial:/dev/waypost-finger";
        Settings settings = read(fingerMode("PIA-2026-8", "posted", "ef01", device));
        assertEquals(new Settings.Biometrics.On("PIA-2026-8", Duration.ofMinutes(60)), settings.finger());
        assertEquals(new Settings.Biometrics.Off(), settings.face());
        assertEquals(
                Optional.of(
                        new Settings.Named("ef01", DeviceAddress.parse(device).orElseThrow(), Map.of())),
                settings.fingerprint());
        assertTrue(refusal(fingerMode("none", "posted", "ef01", device))
                .contains("finger.impact-assessment is none, but"));
        assertTrue(refusal(fingerMode("PIA-2026-8", "none", "ef01", device)).contains("finger.notice is none, but"));
        assertTrue(refusal(fingerMode("PIA-2026-8", "posted", "none", "none"))
                .endsWith("key fingerprint.driver is none, but finger.mode is on: name a device, or set finger.mode to"
                        + " off"));
    }

    @Test
    void knowsTheSimulatedModuleAsAnyOther() throws IOException {
        Settings settings = read(fingerMode("PIA-2026-8", "posted", "simulated", "simulated:"));
        assertEquals(
                Optional.of(new Settings.Named(
                        "simulated", DeviceAddress.parse("simulated:").orElseThrow(), Map.of())),
                settings.fingerprint());
    }

    @Test
    void hasNoPanelUnlessTold() throws IOException {
        assertEquals(Optional.empty(), read(EXAMPLE).panel());
        assertEquals(
                Optional.empty(),
                read(EXAMPLE + "panel.driver=none\npanel.device=none\n").panel());
    }

    @Test
    void takesAPanelWithThePinsThatItsDriverTakes() throws IOException {
        String panel = """
            panel.driver=gpio
            panel.device=gpio:pinctrl-rp1
            panel.pin-help=5
            panel.presence-hold-seconds=10
            """;
        assertEquals(
                Optional.of(new Settings.Panel(
                        "gpio",
                        DeviceAddress.parse("gpio:pinctrl-rp1").orElseThrow(),
                        Map.of("pin-help", "5", "presence-hold-seconds", "10"))),
                read(EXAMPLE + panel).panel());
    }

    /** Nobody is let through a gate here, so nobody can be set to be. */
    @Test
    void knowsNoGate() {
        assertTrue(refusal(EXAMPLE + "panel.driver=gpio\npanel.device=gpio:pinctrl-rp1\npanel.pin-gate=23\n")
                .endsWith("key panel.pin-gate is unknown: remove it or correct its spelling"));
    }

    @Test
    void refusesHalfAPanel() {
        assertTrue(refusal(EXAMPLE + "panel.pin-help=5\n")
                .endsWith("key panel.pin-help is there without panel.driver: name the driver, or remove this key"));
        assertTrue(refusal(EXAMPLE + "panel.driver=gpio\n").contains("key panel.device is missing"));
        assertTrue(refusal(EXAMPLE + "panel.driver=gpio\npanel.device=none\n").contains("key panel.device is not "));
        assertTrue(refusal(EXAMPLE + "panel.driver=gpio\npanel.device=gpio:pinctrl-rp1\npanel.pin-help= \n")
                .contains("key panel.pin-help is empty"));
    }
}
