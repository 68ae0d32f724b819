package org.waypost.trials;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.waypost.servers.Mosquitto;

/** Faults one after the other, drawn from a pack that is shuffled anew when it is empty. For one thread. */
final class Onslaught {
    private static final List<Duration> JUMPS =
            List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(3_650));
    private static final Duration DELAY = Duration.ofMillis(200);

    private final KillableSite site;
    private final List<CounterProcess> counters;
    private final List<Fault> pack;
    private final int longestMillis;
    private final Random random;
    private final Deque<Fault> left = new ArrayDeque<>();
    private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);

    /**
     * Nothing has happened yet.
     *
     * @param counters each with as many terminals as the first, in the order of the site's
     * @param longest that a line is bad, and at least half of it
     */
    Onslaught(KillableSite site, List<CounterProcess> counters, List<Fault> pack, Duration longest, long seed) {
        this.site = site;
        this.counters = List.copyOf(counters);
        this.pack = List.copyOf(pack);
        this.longestMillis = Math.toIntExact(longest.toMillis());
        this.random = new Random(seed);
    }

    /** The next fault; returns when it is over, or what was killed is back. */
    void next() throws IOException, InterruptedException {
        if (left.isEmpty()) {
            List<Fault> shuffled = new ArrayList<>(pack);
            Collections.shuffle(shuffled, random);
            left.addAll(shuffled);
        }
        Fault fault = left.remove();
        if (happened(fault)) {
            counts.merge(fault, 1, Integer::sum);
        }
    }

    int count(Fault fault) {
        return counts.getOrDefault(fault, 0);
    }

    private boolean happened(Fault fault) throws IOException, InterruptedException {
        FaultProxy line = site.line(random.nextInt(site.terminals()));
        CounterProcess some = counters.get(random.nextInt(counters.size()));
        return switch (fault) {
            case RESET -> reset(line);
            case SLICED -> under(new LineFault.Sliced(), line);
            case DELAYED -> under(new LineFault.Delayed(DELAY), line);
            case SILENCE -> under(new LineFault.Silent(), line) && reset(line);
            case HALF_OPEN -> under(new LineFault.Silent(), line);
            case CLOCK_JUMP -> some.jumped(random.nextInt(some.terminals()), jump());
            case TERMINALS_KILLED -> some.killed();
            case HUB_KILLED -> hubKilled();
            case BROKER_KILLED -> brokerKilled();
        };
    }

    private static boolean reset(FaultProxy line) {
        line.cut();
        return true;
    }

    private boolean under(LineFault fault, FaultProxy line) throws InterruptedException {
        line.set(fault);
        Thread.sleep(longestMillis / 2 + random.nextInt(longestMillis / 2));
        line.set(new LineFault.Clear());
        return true;
    }

    private Duration jump() {
        Duration length = JUMPS.get(random.nextInt(JUMPS.size()));
        return random.nextBoolean() ? length : length.negated();
    }

    private boolean hubKilled() throws IOException, InterruptedException {
        site.killHub();
        site.startHub();
        return true;
    }

    /** The hub's own dies with the hub. */
    private boolean brokerKilled() throws IOException, InterruptedException {
        if (site.broker().isEmpty()) {
            return hubKilled();
        }
        Mosquitto broker = site.broker().get();
        broker.kill();
        Thread.sleep(random.nextInt(1_000));
        broker.restart();
        return true;
    }
}
