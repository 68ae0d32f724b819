package org.waypost.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each driver has its own settings in the terminal's file, and says itself which it takes. */
class DriverSettingsTest {
    @TempDir
    Path directory;

    private Installation installation;

    @BeforeEach
    void installed() throws Exception {
        installation = Installation.in(directory.resolve("terminal"));
        installation.list();
    }

    private void device(String part, String driver, String address) throws IOException {
        installation.set(part + ".driver", driver);
        installation.set(part + ".device", address);
    }

    private void all() throws IOException {
        device("zone", "serial-mrz", "serial:/dev/waypost-zone");
        device("passport", "simulated", "simulated:");
        device("camera", "rtsp", "rtsp://127.0.0.1:9/live");
        device("fingerprint", "simulated", "simulated:");
    }

    @Test
    void eachTakesItsOwn() throws Exception {
        all();
        installation.add("""
                zone.profile=stx
                zone.baud=19200
                passport.extended-length=yes
                fingerprint.model=r503
                camera.user=terminal
                camera.password=of-the-camera
                """);
        try (Counter counter = Counter.at(installation)) {
            assertFalse(counter.hands.page("/technician").contains("of-the-camera"));
        }
        assertFalse(installation.stored().contains("of-the-camera"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zone.profile=of-mine|zone.profile for the driver serial-mrz: VALUE_REFUSED (profile)",
                "zone.speed=9600|zone.speed for the driver serial-mrz: KEY_UNKNOWN (speed)",
                "passport.extended-length=maybe|passport.extended-length for the driver simulated: VALUE_REFUSED"
                        + " (extended-length)",
                "fingerprint.model=zfm|fingerprint.model for the driver simulated: VALUE_REFUSED (model)",
                "camera.width=640|camera.width for the driver rtsp: KEY_UNKNOWN (width)",
                "camera.basic-in-clear=secret|camera.basic-in-clear for the driver rtsp: VALUE_REFUSED (basic-in-clear)"
            })
    void whatADriverDoesNotTakeRefusesTheStartAndShowsNoValue(String line, String refusal) throws IOException {
        all();
        installation.add(line + "\n");
        assertEquals(
                refusal + ": see waypost-devices list",
                assertThrows(StartFailure.class, () -> Counter.at(installation)).getMessage());
    }
}
