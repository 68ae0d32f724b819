package org.waypost.hub.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.waypost.contract.TerminalId;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.casebook.Reason;
import org.waypost.hub.fleet.Conduct.Treatment;
import org.waypost.hub.fleet.Quarantines.Cause;
import org.waypost.hub.fleet.Quarantines.Quarantine;

class ConductTest {
    private static final TerminalId BAD = new TerminalId("counter-1");
    private static final TerminalId HONEST = new TerminalId("counter-2");

    private Instant now = Instant.parse("2026-11-24T08:20:00Z");
    private final Kept kept = new Kept();
    private final Conduct conduct = new Conduct(() -> now, kept);

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
        now = now.plus(Faults.FORGIVEN_EVERY).minusMillis(1);
        assertEquals(Treatment.SLOWED, conduct.treatment(BAD));
        now = now.plusMillis(1);
        assertEquals(Treatment.READ, conduct.treatment(BAD));
        conduct.fault(BAD);
        assertEquals(Treatment.SLOWED, conduct.treatment(BAD));
    }

    @Test
    void readsSlowlyInQuarantineHoweverLongUntilItIsReleased() {
        faults(Conduct.QUARANTINED_AT);
        assertEquals(Treatment.QUARANTINED, conduct.treatment(BAD));
        assertEquals(Optional.of(new Quarantine(BAD, now, Cause.FAULTS)), conduct.quarantine(BAD));
        now = now.plus(Duration.ofDays(30));
        assertEquals(Treatment.QUARANTINED, conduct.treatment(BAD));
        assertTrue(conduct.admits(BAD));
        assertFalse(conduct.admits(BAD));
        assertTrue(conduct.admits(HONEST));
        conduct.released(BAD);
        assertEquals(Treatment.READ, conduct.treatment(BAD));
        faults(Conduct.SLOWED_AT - 1);
        assertEquals(Treatment.READ, conduct.treatment(BAD), "what was before counts no more");
    }

    @Test
    void slowsAFloodAndThenQuarantinesIt() {
        come(Conduct.FLOOD_SLOWED_AT - 1);
        assertEquals(Treatment.READ, conduct.treatment(BAD));
        come(1);
        assertEquals(Treatment.SLOWED, conduct.treatment(BAD));
        come(Conduct.FLOOD_QUARANTINED_AT - Conduct.FLOOD_SLOWED_AT - 1);
        assertEquals(Treatment.SLOWED, conduct.treatment(BAD));
        come(1);
        assertEquals(Optional.of(new Quarantine(BAD, now, Cause.FLOOD)), conduct.quarantine(BAD));
        assertEquals(Treatment.READ, conduct.treatment(HONEST));
    }

    @Test
    void countsAFloodInSpansOfTenMinutes() {
        assertEquals(Duration.ofMinutes(10), Conduct.SPAN);
        come(Conduct.FLOOD_SLOWED_AT);
        now = now.plus(Conduct.SPAN).minusMillis(1);
        assertEquals(Treatment.SLOWED, conduct.treatment(BAD));
        now = now.plusMillis(1);
        assertEquals(Treatment.READ, conduct.treatment(BAD));
        come(Conduct.FLOOD_SLOWED_AT - 1);
        assertEquals(Treatment.READ, conduct.treatment(BAD));
    }

    private void come(int messages) {
        for (int i = 0; i < messages; i++) {
            conduct.came(BAD);
        }
    }

    @Test
    void knowsWhatAnotherHubOfTheStoreBeganAndEnded() {
        Conduct other = new Conduct(() -> now, kept);
        faults(Conduct.QUARANTINED_AT);
        conduct.settle();
        other.settle();
        assertEquals(Treatment.QUARANTINED, other.treatment(BAD));
        kept.end(BAD, new Officer("Li"), new Reason("looked at"));
        conduct.settle();
        assertEquals(Treatment.QUARANTINED, conduct.treatment(BAD), "not asked again within a second");
        now = now.plusSeconds(1);
        conduct.settle();
        assertEquals(Treatment.READ, conduct.treatment(BAD));
        conduct.fault(BAD);
        assertEquals(Treatment.READ, conduct.treatment(BAD), "what was before counts no more");
    }

    /** The store of a test. */
    private static final class Kept implements Quarantines {
        private final Map<TerminalId, Quarantine> all = new LinkedHashMap<>();

        @Override
        public List<Quarantine> all() {
            return List.copyOf(all.values());
        }

        @Override
        public void begin(List<Quarantine> begun) {
            begun.forEach(one -> all.putIfAbsent(one.terminal(), one));
        }

        @Override
        public boolean end(TerminalId terminal, Officer officer, Reason reason) {
            return all.remove(terminal) != null;
        }
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
        faults(Conduct.SLOWED_AT);
        for (int i = 0; i < Faults.REMEMBERED_MAX; i++) {
            assertEquals(Treatment.SLOWED, conduct.treatment(BAD));
            conduct.fault(new TerminalId("stranger-" + i));
        }
        for (int i = 0; i < Faults.REMEMBERED_MAX; i++) {
            conduct.fault(new TerminalId("more-" + i));
        }
        assertEquals(Treatment.READ, conduct.treatment(BAD));
    }
}
