package org.waypost.drivers.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.waypost.drivers.panel.DebounceBench.at;
import static org.waypost.drivers.panel.DebounceBench.nanos;
import static org.waypost.drivers.panel.PanelInput.HELP;
import static org.waypost.drivers.panel.PanelInput.PRESENCE;
import static org.waypost.drivers.panel.PanelInput.TAMPER;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.panel.PanelEvent.Found;
import org.waypost.drivers.panel.PanelEvent.HelpPressed;
import org.waypost.drivers.panel.PanelEvent.HelpStuck;
import org.waypost.drivers.panel.PanelEvent.LineNoisy;
import org.waypost.drivers.panel.PanelEvent.PresenceBegan;
import org.waypost.drivers.panel.PanelEvent.PresenceEnded;
import org.waypost.drivers.panel.PanelEvent.TamperOpened;

/** Each rule at its edge, to the nanosecond where it has one. */
class DebounceTest {
    private static final double TICK = 1e-6;

    private final DebounceBench bench = new DebounceBench();

    @Test
    void aContactThatBouncesIsOnePressFromItsLastEdgeOn() {
        bench.on(10, HELP).off(12, HELP).on(14, HELP).off(16, HELP).on(18, HELP).until(118 - TICK);
        bench.assertEvents();
        bench.until(118);
        bench.off(500, HELP)
                .on(502, HELP)
                .off(504, HELP)
                .on(506, HELP)
                .off(508, HELP)
                .until(20_000);
        bench.assertEvents(new HelpPressed(at(118)));
        assertEquals(4, bench.debounce.glitches(HELP));
    }

    @Test
    void aTouchOfLessThan100MillisecondsIsNoCall() {
        bench.on(0, HELP).off(100 - TICK, HELP).until(1_000);
        bench.assertEvents();
        bench.on(2_000, HELP).off(2_100, HELP).until(3_000);
        bench.assertEvents(new HelpPressed(at(2_100)));
    }

    @Test
    void afterACallTheButtonIsDeadForThreeSeconds() {
        bench.on(0, HELP).off(200, HELP).on(500, HELP).off(700, HELP).until(3_099);
        bench.assertEvents(new HelpPressed(at(100)));
        bench.on(3_100, HELP).off(3_300, HELP).until(10_000);
        bench.assertEvents(new HelpPressed(at(100)), new HelpPressed(at(3_200)));
    }

    @Test
    void whoStillPressesWhenTheDeadTimeIsOverIsHeard() {
        bench.on(0, HELP).off(200, HELP).on(1_000, HELP).until(3_100 - TICK);
        bench.assertEvents(new HelpPressed(at(100)));
        bench.until(3_100);
        bench.assertEvents(new HelpPressed(at(100)), new HelpPressed(at(3_100)));
    }

    @Test
    void oneLongPressIsOneCallAlsoIfTheContactFluttersMeanwhile() {
        bench.on(0, HELP).off(10_000, HELP).on(10_099, HELP).off(20_000, HELP).until(60_000);
        bench.assertEvents(new HelpPressed(at(100)));
    }

    @Test
    void aButtonThatIsStuckIsToldOnceUntilItComesLoose() {
        bench.on(0, HELP).until(30_000 - TICK);
        bench.assertEvents(new HelpPressed(at(100)));
        bench.until(90_000);
        bench.assertEvents(new HelpPressed(at(100)), new HelpStuck(at(30_000)));
        bench.off(90_000, HELP).on(91_000, HELP).until(92_000);
        assertEquals(new HelpPressed(at(91_100)), bench.events.getLast());
    }

    @Test
    void aButtonThatIsDownFromTheBeginningCalls() {
        DebounceBench down = new DebounceBench(HELP);
        down.until(100);
        down.assertEvents(new HelpPressed(at(100)));
    }

    @Test
    void aLoopThatWasOpenFor50MillisecondsIsLatched() {
        bench.on(0, TAMPER).off(50 - TICK, TAMPER).until(1_000);
        bench.assertEvents();
        bench.on(1_000, TAMPER)
                .off(1_050, TAMPER)
                .on(3_000, TAMPER)
                .off(5_000, TAMPER)
                .until(9_000);
        bench.assertEvents(new TamperOpened(at(1_050), Found.WATCHING));
        bench.latch.clear();
        bench.on(10_000, TAMPER).until(10_050);
        assertEquals(new TamperOpened(at(10_050), Found.WATCHING), bench.events.getLast());
    }

    @Test
    void aLoopThatIsOpenFromTheBeginningIsLatched() {
        DebounceBench open = new DebounceBench(TAMPER);
        open.until(50 - TICK);
        open.assertEvents();
        open.until(50);
        open.assertEvents(new TamperOpened(at(50), Found.AT_START));
    }

    @Test
    void aLoopThatClosesAtOnceAndOpensLaterWasNotOpenFromTheBeginning() {
        DebounceBench flutter = new DebounceBench(TAMPER);
        flutter.off(10, TAMPER).on(20, TAMPER).until(70);
        flutter.assertEvents(new TamperOpened(at(70), Found.WATCHING));
    }

    @Test
    void presenceOfTheFirstMinuteIsNotTold() {
        bench.on(1_000, PRESENCE).off(20_000, PRESENCE).on(59_000, PRESENCE).until(60_200 - TICK);
        bench.assertEvents();
        bench.until(60_200);
        bench.assertEvents(new PresenceBegan(at(60_200)));
        assertEquals(0, bench.debounce.glitches(PRESENCE));
    }

    @Test
    void presenceEndsWhenNobodyWasSeenForTheHoldTime() {
        bench.until(61_000);
        bench.on(70_000, PRESENCE).off(70_200, PRESENCE);
        bench.on(78_200 - TICK, PRESENCE).off(79_000, PRESENCE).until(87_000 - TICK);
        bench.assertEvents(new PresenceBegan(at(70_200)));
        bench.until(87_000);
        bench.assertEvents(new PresenceBegan(at(70_200)), new PresenceEnded(at(87_000)));
    }

    @Test
    void presenceOfLessThan200MillisecondsIsNobody() {
        bench.until(61_000);
        bench.on(70_000, PRESENCE).off(70_200 - TICK, PRESENCE).until(99_000);
        bench.assertEvents();
    }

    @Test
    void moreThan20EdgesInASecondAreAFault() {
        edges(20, 0, 1_000.0 / 20);
        bench.assertEvents();
        bench.on(1_000 - TICK, HELP);
        bench.assertEvents(new LineNoisy(at(1_000 - TICK), HELP, 10));
    }

    @Test
    void twentyEdgesInEverySecondAreNone() {
        edges(400, 0, 50);
        bench.assertEvents();
    }

    @Test
    void noiseIsToldOnceAMinuteAtMost() {
        edges(10_000, 0, 7);
        assertEquals(1, bench.events.size());
        edges(30, 131_000, 7);
        assertEquals(2, bench.events.size());
    }

    @Test
    void noiseOnOneLineDoesNotHideAnother() {
        for (int i = 0; i < 100; i++) {
            bench.on(10 * i, TAMPER).off(10 * i + 5, TAMPER);
            if (i == 10) {
                bench.on(105, HELP);
            }
        }
        assertEquals(
                1, bench.events.stream().filter(HelpPressed.class::isInstance).count());
    }

    @Test
    void anEdgeThatNobodyToldOfIsFoundByLooking() {
        bench.debounce.looked(HELP, HELP.active(), nanos(500));
        bench.debounce.looked(HELP, HELP.active(), nanos(1_000));
        bench.until(1_000);
        bench.assertEvents(new HelpPressed(at(600)));
    }

    @Test
    void aTimeThatRunsBackIsNotBelieved() {
        bench.until(1_000);
        bench.on(900, HELP).until(1_099);
        bench.assertEvents();
        bench.until(1_100);
        bench.assertEvents(new HelpPressed(at(1_100)));
    }

    @Test
    void saysHowLongNothingCanHappen() {
        assertEquals(Duration.ofSeconds(60).toNanos(), bench.debounce.left(nanos(0)));
        bench.on(0, HELP);
        assertEquals(Duration.ofMillis(90).toNanos(), bench.debounce.left(nanos(10)));
        bench.until(100);
        assertEquals(Duration.ofMillis(29_900).toNanos(), bench.debounce.left(nanos(100)));
    }

    private void edges(int count, double from, double every) {
        for (int i = 0; i < count; i++) {
            if (i % 2 == 0) {
                bench.on(from + i * every, HELP);
            } else {
                bench.off(from + i * every, HELP);
            }
        }
    }
}
