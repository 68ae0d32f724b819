package org.waypost.agent.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.waypost.agent.report.DutyWindows;
import org.waypost.agent.report.OutboxSize;
import org.waypost.agent.report.TlsFiles;
import org.waypost.agent.store.Retention;
import org.waypost.contract.CaseReport.LegalDuty;
import org.waypost.contract.KeyFile;
import org.waypost.contract.TerminalId;
import org.waypost.drivers.device.DeviceAddress;

class SettingsTest {
    private static final String EXAMPLE = """
            # where the terminal stands
            terminal.id=counter-1
            office.name=Registry of Example City
            office.time-zone=Asia/Shanghai
            duty.title=Law on the Protection of Minors
            duty.article=article 11
            duty.danger-minutes=15
            duty.child-minutes=15
            duty.other-minutes=1440
            duty.supervisor=Head of registry, telephone 5551
            store.file=terminal.db
            outbox.bytes=67108864
            retention.confirmed-days=90
            retention.refused-days=30
            retention.audit-days=365
            watchlist.file=lists/current.json
            watchlist.offered=lists/offered.json
            trust.file=lists/trust.json
            trust.offered=lists/offered-trust.json
            keys.terminal-signing=keys/signing.json
            keys.desk-sealing=keys/desk.json
            keys.hub-receipt=keys/hub.json
            keys.watchlist=keys/list.json
            keys.blinding=keys/blinding.json
            brokers=ssl://hub-1.example:8883, ssl://hub-2.example:8883
            tls.key-store=tls/terminal.p12
            tls.trust-store=/etc/waypost/brokers.p12
            tls.password-file=tls/password
            web.port=0
            card-reader.driver=samv
            card-reader.device=serial:/dev/ttyUSB0
            card-reader.baud=115200
            card-reader.poll-millis=300
            zone.driver=none
            zone.device=none
            passport.driver=none
            passport.device=none
            camera.driver=none
            camera.device=none
            face.mode=off
            face.models=models
            face.impact-assessment=none
            face.notice=none
            face.retention-minutes=10
            fingerprint.driver=none
            fingerprint.device=none
            finger.mode=off
            finger.impact-assessment=none
            finger.notice=none
            finger.retention-minutes=60
            """;

    private static final DeviceAddress USB =
            DeviceAddress.parse("serial:/dev/ttyUSB0").orElseThrow();

    @TempDir
    Path directory;

    private Settings read(String text) throws IOException {
        return Settings.read(Files.writeString(directory.resolve("terminal.properties"), text));
    }

    private String refusal(String text) {
        String line = String.valueOf(
                assertThrows(SettingsFailure.class, () -> read(text)).getMessage());
        assertFalse(line.contains("\n"), line);
        assertTrue(line.contains(directory.resolve("terminal.properties").toString()), line);
        return line;
    }

    private static String with(String key, String value) {
        return EXAMPLE.lines()
                .map(line -> line.startsWith(key + "=") ? key + "=" + value : line)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void readsEveryKey() throws IOException {
        Settings settings = read(EXAMPLE);
        assertEquals(
                new Settings.Office(
                        new TerminalId("counter-1"),
                        "Registry of Example City",
                        ZoneId.of("Asia/Shanghai"),
                        new Settings.Duty(
                                new LegalDuty("Law on the Protection of Minors", "article 11"),
                                new DutyWindows(Duration.ofMinutes(15), Duration.ofMinutes(15), Duration.ofDays(1)),
                                "Head of registry, telephone 5551")),
                settings.office());
        assertEquals(
                new Settings.Files(
                        directory.resolve("terminal.db"),
                        new OutboxSize(OutboxSize.USUAL),
                        new Settings.Issued(
                                directory.resolve("lists/current.json"), directory.resolve("lists/offered.json")),
                        new Settings.Issued(
                                directory.resolve("lists/trust.json"), directory.resolve("lists/offered-trust.json")),
                        directory.resolve("models"),
                        new Retention(Duration.ofDays(90), Duration.ofDays(30), Duration.ofDays(365))),
                settings.files());
        assertEquals(
                new KeyFile(directory.resolve("keys/signing.json")),
                settings.keys().signing());
        assertEquals(
                new Settings.Uplink(
                        List.of(URI.create("ssl://hub-1.example:8883"), URI.create("ssl://hub-2.example:8883")),
                        new TlsFiles(
                                directory.resolve("tls/terminal.p12"),
                                Path.of("/etc/waypost/brokers.p12"),
                                directory.resolve("tls/password"))),
                settings.uplink());
        assertEquals(
                new Settings.Named("samv", USB, Map.of("baud", "115200", "poll-millis", "300")), settings.reader());
    }

    @Test
    void servesTheScreensOnLoopbackOnly() throws IOException {
        Settings.Web web = read(EXAMPLE).web();
        assertEquals(0, web.port());
        assertTrue(web.address().isLoopbackAddress());
    }

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

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_NONE,
            names = {"STATION_PHONE", "PANEL_.*"})
    void refusesAMissingKey(Key key) {
        String text = EXAMPLE.lines()
                .filter(line -> !line.startsWith(key.text() + "="))
                .collect(Collectors.joining("\n"));
        assertTrue(refusal(text).contains("key " + key.text() + " is missing: add it"));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_NONE,
            names = {"STATION_PHONE", "PANEL_.*"})
    void refusesAnEmptyValue(Key key) {
        assertTrue(refusal(with(key.text(), " ")).contains("key " + key.text() + " is empty: give it"));
    }

    @Test
    void refusesAnUnknownKey() {
        assertTrue(refusal(EXAMPLE + "tls.password=secret\n")
                .endsWith("key tls.password is unknown: remove it or correct its spelling"));
    }

    @Test
    void refusesAKeyThatIsThereTwice() {
        assertTrue(refusal(EXAMPLE + "web.port=8080\n").endsWith("key web.port is there twice: remove one"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "terminal.id|Counter 1",
                "office.time-zone|Mars/Olympus",
                "duty.danger-minutes|0",
                "duty.child-minutes|at once",
                "duty.other-minutes|10081",
                "outbox.bytes|64 MB",
                "retention.confirmed-days|181",
                "retention.refused-days|91",
                "retention.audit-days|1097",
                "retention.audit-days|0",
                "outbox.bytes|1000",
                "brokers|tcp://hub-1.example:1883",
                "brokers|ssl://hub-1.example:8883,",
                "brokers|ssl://hub-1.example",
                "brokers|ssl://name:word@hub-1.example:8883",
                "brokers|hub-1.example:8883",
                "web.port|65536",
                "web.port|-1",
                "web.port|http",
                "card-reader.device|serial",
                "card-reader.device|usb:1",
                "card-reader.device|none",
                "card-reader.driver|SAM_V",
                "camera.driver|Video",
                "camera.device|video:/dev/video0",
                "face.mode|yes",
                "face.notice|later",
                "face.retention-minutes|0",
                "face.retention-minutes|31",
                "fingerprint.driver|EF01",
                "fingerprint.device|serial:/dev/waypost-finger",
                "finger.mode|yes",
                "finger.notice|later",
                "finger.retention-minutes|0",
                "finger.retention-minutes|121",
            })
    void refusesAMalformedValue(String key, String value) {
        assertTrue(refusal(with(key, value)).contains("key " + key + " is not "));
    }

    @Test
    void refusesAnEndlessName() {
        assertTrue(refusal(with("office.name", "n".repeat(121))).contains("key office.name is not "));
        assertTrue(refusal(with("duty.article", "n".repeat(121))).contains("key duty.article is not "));
        assertTrue(refusal(with("duty.supervisor", "n".repeat(121))).contains("key duty.supervisor is not "));
    }

    @Test
    void refusesAFileThatIsNotThereOrNotText() throws IOException {
        Path absent = directory.resolve("absent.properties");
        String line = String.valueOf(
                assertThrows(SettingsFailure.class, () -> Settings.read(absent)).getMessage());
        assertTrue(line.contains(absent + " cannot be read: check"), line);
        Path latin = Files.write(
                directory.resolve("terminal.properties"),
                "office.name=M\u00fcnster".getBytes(StandardCharsets.ISO_8859_1));
        assertThrows(SettingsFailure.class, () -> Settings.read(latin));
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
