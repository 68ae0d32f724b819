package org.waypost.agent.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
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

class SettingsTest extends SettingsFile {
    private static final DeviceAddress USB =
            DeviceAddress.parse("serial:/dev/ttyUSB0").orElseThrow();

    @Test
    void readsEveryKey() throws IOException {
        Settings settings = read(EXAMPLE);
        assertEquals(
                new Settings.Office(
                        new TerminalId("counter-1"),
                        "Registry of Example City",
                        ZoneId.of("Asia/Shanghai"),
                        Settings.Office.USUAL_FAREWELL,
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
    void saysFarewellForAsLongAsIsSet() throws IOException {
        assertEquals(
                Duration.ofSeconds(5),
                read(EXAMPLE + "office.farewell-seconds=5\n").office().farewell());
        for (String wrong : List.of("0", "301", "long")) {
            assertTrue(refusal(EXAMPLE + "office.farewell-seconds=" + wrong + "\n")
                    .contains("key office.farewell-seconds is not a whole number from 1 to 300"));
        }
    }

    @Test
    void servesTheScreensOnLoopbackOnly() throws IOException {
        Settings.Web web = read(EXAMPLE).web();
        assertEquals(0, web.port());
        assertTrue(web.address().isLoopbackAddress());
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_NONE,
            names = {"STATION_PHONE", "OFFICE_FAREWELL_SECONDS", "PANEL_.*"})
    void refusesAMissingKey(Key key) {
        String text = EXAMPLE.lines()
                .filter(line -> !line.startsWith(key.text() + "="))
                .collect(Collectors.joining("\n"));
        assertTrue(refusal(text).contains("key " + key.text() + " is missing: add it"));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_NONE,
            names = {"STATION_PHONE", "OFFICE_FAREWELL_SECONDS", "PANEL_.*"})
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
}
