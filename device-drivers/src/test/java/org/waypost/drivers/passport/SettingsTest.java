package org.waypost.drivers.passport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @Test
    void aSessionMayTakeTwentySeconds() {
        Duration twenty = Duration.ofSeconds(20);
        assertEquals(twenty, PassportReader.Settings.LONGEST);
        assertEquals(twenty, new PassportReader.Settings(AccessPolicy.PACE_ONLY, twenty).deadline());
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 20_001})
    void andNoLongerNorNone(long milliseconds) {
        Duration deadline = Duration.ofMillis(milliseconds);
        assertThrows(
                IllegalArgumentException.class, () -> new PassportReader.Settings(AccessPolicy.PACE_ONLY, deadline));
    }
}
