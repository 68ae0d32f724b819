package org.waypost.hub.tip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waypost.contract.TerminalId;

/** A station that floods is stopped for the rest of its hour, alone, and nothing of it is known in the next. */
class TipFloodTest {
    private static final TerminalId STATION = new TerminalId("station-1");
    private static final TerminalId OTHER = new TerminalId("station-2");

    private Instant now = Instant.parse("2026-11-29T08:10:00Z");
    private final TipFlood flood = new TipFlood(() -> now);

    private static long admitted(int tries, BooleanSupplier one) {
        return IntStream.range(0, tries).filter(i -> one.getAsBoolean()).count();
    }

    @Test
    void stopsAStationAtItsLimitsAndNoOther() {
        assertEquals(TipFlood.TIPS_MAX, admitted(1_000, () -> flood.admitsTip(STATION)));
        assertEquals(TipFlood.ASKINGS_MAX, admitted(1_000, () -> flood.admitsAsking(STATION)), "counted apart");
        assertTrue(flood.admitsTip(OTHER) && flood.admitsAsking(OTHER));
    }

    @Test
    void beginsAnewWithTheHourOfTheClock() {
        admitted(TipFlood.TIPS_MAX, () -> flood.admitsTip(STATION));
        admitted(TipFlood.ASKINGS_MAX, () -> flood.admitsAsking(STATION));
        now = Instant.parse("2026-11-29T08:59:59.999Z");
        assertFalse(flood.admitsTip(STATION) || flood.admitsAsking(STATION));
        now = Instant.parse("2026-11-29T09:00:00Z");
        assertTrue(flood.admitsTip(STATION) && flood.admitsAsking(STATION));
    }

    /** Else it would be stopped until that hour comes. */
    @Test
    void aClockThatIsSetBackDoesNotStopAnybody() {
        admitted(1_000, () -> flood.admitsTip(STATION));
        now = now.minus(Duration.ofDays(400));
        assertTrue(flood.admitsTip(STATION));
    }
}
