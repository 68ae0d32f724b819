package org.waypost.hub.tip;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.waypost.contract.PublicReport;
import org.waypost.contract.TerminalId;

/**
 * How much one station may say in an hour; in memory, forgotten with the hour. An honest station stays below: it keeps
 * no more tips than this. Safe for use by several threads.
 */
final class TipFlood {
    /** Most tips of one station in an hour: all that it may hold after days without a hub. */
    static final int TIPS_MAX = 300;

    /** Most askings of one station in an hour. */
    static final int ASKINGS_MAX = 60;

    private final InstantSource clock;
    private final Map<TerminalId, Integer> tips = new HashMap<>();
    private final Map<TerminalId, Integer> askings = new HashMap<>();
    private Instant hour = Instant.EPOCH;

    TipFlood(InstantSource clock) {
        this.clock = clock;
    }

    synchronized boolean admitsTip(TerminalId station) {
        return admits(tips, station, TIPS_MAX);
    }

    synchronized boolean admitsAsking(TerminalId station) {
        return admits(askings, station, ASKINGS_MAX);
    }

    private boolean admits(Map<TerminalId, Integer> counts, TerminalId station, int most) {
        Instant now = PublicReport.hourOf(clock.instant());
        if (!now.equals(hour)) {
            hour = now;
            tips.clear();
            askings.clear();
        }
        return counts.merge(station, 1, Integer::sum) <= most;
    }
}
