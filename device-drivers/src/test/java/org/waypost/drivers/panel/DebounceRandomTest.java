package org.waypost.drivers.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Random edges against an oracle that looks back over the whole line instead of keeping a state: no event without a
 * level that held, none that is missed, and none that depends on when somebody asks.
 */
class DebounceRandomTest {
    private static final int RUNS = 1_500;
    private static final int EDGES = 120;

    /** The active stretches of one line, in milliseconds from the beginning; ordered. */
    private record Stretch(double from, double to) {
        double length() {
            return to - from;
        }
    }

    private record Line(List<Double> edges, double end) {
        static Line random(Random random) {
            List<Double> edges = new ArrayList<>();
            double at = 0;
            for (int i = 0; i < EDGES; i++) {
                // from 0.1 ms to 30 s, each size as likely as the other
                at += Math.round(Math.pow(10, random.nextDouble(-1, 4.48)) * 1e3) / 1e3;
                edges.add(at);
            }
            return new Line(edges, at + 60_000);
        }

        /** Begins idle; every edge turns it over. */
        List<Stretch> active() {
            List<Stretch> active = new ArrayList<>();
            for (int i = 0; i < edges.size(); i += 2) {
                active.add(new Stretch(edges.get(i), i + 1 < edges.size() ? edges.get(i + 1) : end));
            }
            return active;
        }

        /** Active stretches that held, and all the short gaps in between filled. */
        List<Stretch> held(double untilActive, double untilIdle) {
            List<Stretch> held = new ArrayList<>();
            for (Stretch stretch : active()) {
                boolean goesOn =
                        !held.isEmpty() && stretch.from() - held.getLast().to() < untilIdle;
                if (goesOn) {
                    held.set(held.size() - 1, new Stretch(held.getLast().from(), stretch.to()));
                } else if (stretch.length() >= untilActive) {
                    held.add(stretch);
                }
            }
            return held;
        }
    }

    private static DebounceBench played(Line line, PanelInput input, Random asking) {
        DebounceBench bench = new DebounceBench();
        double now = 0;
        boolean active = false;
        for (double at : line.edges()) {
            while (asking.nextInt(3) == 0) {
                now += (at - now) * asking.nextDouble();
                bench.until(now);
            }
            active = !active;
            if (active) {
                bench.on(at, input);
            } else {
                bench.off(at, input);
            }
            now = at;
        }
        return bench.until(line.end());
    }

    private static List<Long> times(DebounceBench bench, Predicate<PanelEvent> which) {
        return bench.events.stream()
                .filter(which)
                .map(event -> Duration.between(DebounceBench.at(0), event.at()).toNanos())
                .toList();
    }

    private static long nanos(double millis) {
        return Math.round(millis * 1e6);
    }

    @Test
    void eachHeldPressIsACallUnlessTheButtonIsDeadAllTheWhile() {
        int calls = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            Line line = Line.random(random);
            List<Long> expected = new ArrayList<>();
            double dead = 0;
            for (Stretch press : line.held(100, 100)) {
                double at = Math.max(press.from() + 100, dead);
                // let go for 100 ms ends the press
                if (at <= press.to() + 100 && at <= line.end()) {
                    expected.add(nanos(at));
                    dead = at + 3_000;
                }
            }
            assertEquals(
                    expected,
                    times(played(line, PanelInput.HELP, random), PanelEvent.HelpPressed.class::isInstance),
                    "seed " + seed);
            calls += expected.size();
        }
        assertTrue(calls > RUNS);
    }

    @Test
    void theFirstOpeningThatHeldIsLatchedAndNoOther() {
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            Line line = Line.random(random);
            List<Long> expected = line.held(50, 50).stream()
                    .limit(1)
                    .map(stretch -> nanos(stretch.from() + 50))
                    .toList();
            assertEquals(
                    expected,
                    times(played(line, PanelInput.TAMPER, random), PanelEvent.TamperOpened.class::isInstance),
                    "seed " + seed);
        }
    }

    @Test
    void presenceBeginsAndEndsWithWhatHeld() {
        int ends = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            Line later = Line.random(random);
            Line line = new Line(later.edges().stream().map(at -> at + 60_000).toList(), later.end() + 60_000);
            DebounceBench bench = played(line, PanelInput.PRESENCE, random);
            List<Stretch> held = line.held(200, 8_000);
            assertEquals(
                    held.stream().map(stretch -> nanos(stretch.from() + 200)).toList(),
                    times(bench, PanelEvent.PresenceBegan.class::isInstance),
                    "seed " + seed);
            List<Long> ended = held.stream()
                    .filter(stretch -> stretch.to() + 8_000 <= line.end())
                    .map(stretch -> nanos(stretch.to() + 8_000))
                    .toList();
            assertEquals(ended, times(bench, PanelEvent.PresenceEnded.class::isInstance), "seed " + seed);
            ends += ended.size();
        }
        assertTrue(ends > RUNS);
    }

    @Test
    void noiseIsToldExactlyWhereASecondHasMoreThan20Edges() {
        int noisy = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            Line line = Line.random(random);
            boolean expected = false;
            for (int i = 20; i < line.edges().size(); i++) {
                expected |= line.edges().get(i) - line.edges().get(i - 20) < 1_000;
            }
            List<Long> told = times(played(line, PanelInput.HELP, random), PanelEvent.LineNoisy.class::isInstance);
            assertEquals(expected, !told.isEmpty(), "seed " + seed);
            noisy += told.isEmpty() ? 0 : 1;
        }
        assertTrue(noisy > 0 && noisy < RUNS, "runs with noise: " + noisy);
    }

    @Test
    void edgesThatNeverHoldMeanNothing() {
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            DebounceBench bench = new DebounceBench();
            double at = 70_000;
            bench.until(at);
            for (int i = 0; i < EDGES; i++) {
                bench.on(at += random.nextDouble(0.01, 49), PanelInput.TAMPER)
                        .off(at += random.nextDouble(0.01, 49), PanelInput.TAMPER);
            }
            assertFalse(bench.events.stream().anyMatch(PanelEvent.TamperOpened.class::isInstance), "seed " + seed);
        }
    }
}
