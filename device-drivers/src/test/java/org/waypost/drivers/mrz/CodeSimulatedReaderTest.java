package org.waypost.drivers.mrz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.simulated.CodeSimulatedReader;

/** Driver, cable in memory and engine, in real time. */
class CodeSimulatedReaderTest {
    private static final AppointmentCode CODE = AppointmentCode.issued("WP-2026-0042");

    @Test
    void readsACodeThatIsShown() {
        try (CodeSimulatedReader reader = new CodeSimulatedReader()) {
            reader.show(CODE);
            assertEquals(
                    new Reading.Taken<CodeOutcome>(new CodeOutcome.Accepted(CODE)),
                    reader.read(Duration.ofSeconds(20)));
            assertEquals(new Reading.Nobody<CodeOutcome>(), reader.read(Duration.ofMillis(300)));
        }
    }

    @Test
    void aPulledCableIsAnAbsentDevice() {
        CodeSimulatedReader reader = new CodeSimulatedReader();
        reader.simulator().unplug();
        assertEquals(new Reading.Faulty<CodeOutcome>(Fault.DEVICE_ABSENT), reader.read(Duration.ofMillis(300)));
        reader.close();
        assertThrows(IllegalStateException.class, () -> reader.read(Duration.ZERO));
    }
}
