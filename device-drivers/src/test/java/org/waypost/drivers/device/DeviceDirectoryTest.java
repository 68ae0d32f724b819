package org.waypost.drivers.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceDirectoryTest {
    @TempDir
    private Path dev;

    @BeforeEach
    void makeDirectories() throws IOException {
        Files.createDirectories(dev.resolve("serial/by-id"));
        Files.createDirectories(dev.resolve("v4l/by-id"));
    }

    private void plug(String node, String... names) throws IOException {
        Files.createFile(dev.resolve(node));
        for (String name : names) {
            Files.createSymbolicLink(dev.resolve(name), dev.resolve(node));
        }
    }

    private List<String> candidates(String... cardTerminals) {
        return new DeviceDirectory(dev, () -> List.of(cardTerminals))
                .candidates().stream()
                        .map(address -> address.toString().replace(dev.toString(), "/dev"))
                        .toList();
    }

    @Test
    void listsStableNamesOnlyEachDeviceOnce() throws IOException {
        plug("ttyUSB0", "serial/by-id/usb-1a86_Serial-if00-port0", "waypost-card");
        plug("ttyUSB1", "serial/by-id/usb-FTDI_B-if00-port0");
        plug("ttyACM0");
        plug("video0", "v4l/by-id/usb-Cam-video-index0");
        plug("video1", "v4l/by-id/usb-Cam-video-index1");
        plug("video2", "waypost-camera", "v4l/by-id/usb-Other-video-index0");
        assertEquals(
                List.of(
                        "video:/dev/waypost-camera",
                        "serial:/dev/waypost-card",
                        "serial:/dev/serial/by-id/usb-FTDI_B-if00-port0",
                        "video:/dev/v4l/by-id/usb-Cam-video-index0",
                        "pcsc:ACS ACR1252",
                        "pcsc:Virtual PCD"),
                candidates("Virtual PCD", "ACS ACR1252"));
    }

    @Test
    void aLinkToADeviceThatIsGoneIsNoCandidate() throws IOException {
        plug("ttyUSB0", "serial/by-id/usb-A", "waypost-card");
        Files.delete(dev.resolve("ttyUSB0"));
        assertEquals(List.of(), candidates());
    }

    @Test
    void aFileThatIsNoLinkIsNoCandidate() throws IOException {
        Files.createFile(dev.resolve("waypost-card"));
        assertEquals(List.of(), candidates());
    }

    @Test
    void theSameNameLeadsToTheDeviceWhereverItWasPlugged() throws IOException {
        plug("ttyUSB0", "waypost-card");
        List<String> before = candidates();
        Files.delete(dev.resolve("waypost-card"));
        Files.delete(dev.resolve("ttyUSB0"));
        plug("ttyUSB7", "waypost-card");
        assertEquals(before, candidates());
    }

    @Test
    void asystemWithoutAnyDeviceHasNoCandidates() {
        assertEquals(List.of(), new DeviceDirectory(dev.resolve("none"), List::of).candidates());
    }

    @Test
    void listsAtMostSixtyFour() throws IOException {
        for (int i = 0; i < DeviceDirectory.MOST + 5; i++) {
            plug("node" + i, "serial/by-id/usb-" + i);
        }
        assertEquals(DeviceDirectory.MOST, candidates("one more").size());
    }

    @Test
    void theRulesGiveTheNamesThatAreLookedFor() throws IOException {
        try (InputStream rules = DeviceDirectory.class.getResourceAsStream("60-waypost.rules")) {
            assertTrue(rules != null);
            String text = new String(rules.readAllBytes(), StandardCharsets.UTF_8);
            for (String name : List.of("waypost-card", "waypost-mrz", "waypost-code", "waypost-camera")) {
                assertTrue(text.contains(name), name);
            }
            assertTrue(text.lines().noneMatch(line -> line.contains("NAME=")), "names are added, never replaced");
        }
    }
}
