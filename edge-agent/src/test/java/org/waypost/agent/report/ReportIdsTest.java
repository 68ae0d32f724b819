package org.waypost.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReportIdsTest {

    @Test
    void idsCarryTheClocksMillisecondsAndNeverRepeat() {
        ReportIds ids = new ReportIds(InstantSource.fixed(Enrolled.NOW));
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            UUID id = ids.next();
            assertEquals(7, id.version());
            assertEquals(2, id.variant());
            assertEquals(Enrolled.NOW.toEpochMilli(), id.getMostSignificantBits() >>> 16);
            seen.add(id);
        }
        assertEquals(1_000, seen.size());
    }
}
