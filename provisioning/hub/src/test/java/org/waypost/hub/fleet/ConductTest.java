package org.waypost.hub.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.waypost.contract.TerminalId;
import org.waypost.hub.fleet.Conduct.Treatment;

class ConductTest {
    private static final TerminalId BAD = new TerminalId("counter-1");
    private static final TerminalId HONEST = new TerminalId("counter-2");

    private Instant now = Instant.parse("2026-11-24T08:20:00Z");
    private final Conduct conduct = new Conduct(() -> now);

    private void faults(int count) {
        for (int i = 0; i < count; i++) {
            conduct.fault(BAD);
        }
    }

    @Test
    void readsAllOfATerminalWithFewFaults() {
        faults(Conduct.SLOWED_AT - 1);
        for (int i = 0; i < 100; i++) {
            assertTrue(conduct.admits(BAD));
        }
        assertEquals(Treatment.READ, conduct.treatment(BAD));
    }

    @Test
    void readsOneASecondOfATerminalWithMore() {
        faults(Conduct.SLOWED_AT);
        assertEquals(Treatment.SLOWED, conduct.treatment(BAD));
        assertTrue(conduct.admits(BAD));
        assertFalse(conduct.admits(BAD));
        now = now.plus(Conduct.READ_EVERY).minusMillis(1);
        assertFalse(conduct.admits(BAD));
        now = now.plusMillis(1);
        assertTrue(conduct.admits(BAD));
        assertTrue(conduct.admits(HONEST));
    }

    @Test
    void forgivesOneFaultAMinute() {
        faults(Conduct.SLOWED_AT);
        now = now.plus(Conduct.FORGIVEN_EVERY).minusMillis(1);
        assertEquals(Treatment.SLOWED, conduct.treatment(BAD));
        now = now.plusMillis(1);
        assertEquals(Treatment.READ, conduct.treatment(BAD));
        conduct.fault(BAD);
        assertEquals(Treatment.SLOWED, conduct.treatment(BAD));
    }

    @Test
    void readsNothingInQuarantineAndSlowlyAfterIt() {
        faults(Conduct.QUARANTINED_AT);
        assertEquals(Treatment.QUARANTINED, conduct.treatment(BAD));
        now = now.plus(Conduct.QUARANTINE).minusMillis(1);
        assertFalse(conduct.admits(BAD));
        assertTrue(conduct.admits(HONEST));
        now = now.plusMillis(1);
        assertEquals(Treatment.SLOWED, conduct.treatment(BAD));
        assertTrue(conduct.admits(BAD));
        assertFalse(conduct.admits(BAD));
        now = now.plus(Conduct.FORGIVEN_EVERY);
        assertEquals(Treatment.READ, conduct.treatment(BAD));
    }

    @Test
    void quarantinesAgainWhoGoesOnAfterIt() {
        faults(Conduct.QUARANTINED_AT);
        now = now.plus(Conduct.QUARANTINE);
        faults(Conduct.QUARANTINED_AT - Conduct.SLOWED_AT);
        assertEquals(Treatment.QUARANTINED, conduct.treatment(BAD));
    }

    @Test
    void writesALineWhenItSlowsAndOneWhenItStops() {
        List<String> lines = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(@Nullable LogRecord line) {
                if (line != null) {
                    lines.add(line.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(Conduct.class.getName());
        logger.addHandler(handler);
        faults(Conduct.QUARANTINED_AT + 100);
        logger.removeHandler(handler);
        assertEquals(2, lines.size(), lines::toString);
    }

    @Test
    void forgetsWhoWasMetLongestAgoBeyondAThousand() {
        faults(Conduct.QUARANTINED_AT);
        for (int i = 0; i < Conduct.REMEMBERED_MAX; i++) {
            assertEquals(Treatment.QUARANTINED, conduct.treatment(BAD));
            conduct.fault(new TerminalId("stranger-" + i));
        }
        for (int i = 0; i < Conduct.REMEMBERED_MAX; i++) {
            conduct.fault(new TerminalId("more-" + i));
        }
        assertEquals(Treatment.READ, conduct.treatment(BAD));
        assertEquals(Duration.ofMinutes(15), Conduct.QUARANTINE);
    }
}
