package org.waypost.drivers.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.waypost.drivers.device.Readings.assertFault;
import static org.waypost.drivers.device.Readings.assertNobody;
import static org.waypost.drivers.device.Readings.taken;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.DeviceDriver.Host;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.panel.PanelEvent.Found;
import org.waypost.drivers.panel.PanelEvent.HelpPressed;
import org.waypost.drivers.panel.PanelEvent.HelpStuck;
import org.waypost.drivers.panel.PanelEvent.LineNoisy;
import org.waypost.drivers.panel.PanelEvent.PresenceBegan;
import org.waypost.drivers.panel.PanelEvent.PresenceEnded;
import org.waypost.drivers.panel.PanelEvent.TamperOpened;
import org.waypost.drivers.panel.PanelRecord.Cause;
import org.waypost.drivers.panel.PanelRecord.GateClosed;
import org.waypost.drivers.panel.PanelRecord.GateReleased;
import org.waypost.drivers.panel.PanelRecord.LampSet;
import org.waypost.drivers.panel.PanelRecord.Lost;
import org.waypost.drivers.panel.PanelRecord.Outputs;
import org.waypost.drivers.panel.PanelWatch.Tamper;
import org.waypost.drivers.panel.PublicSignals.Release;
import org.waypost.drivers.simulated.VirtualTime;

/**
 * What every panel keeps, whatever board it stands on; in virtual time. Over 300 lines, since a contract is one list:
 * whoever writes a driver reads it whole.
 */
public abstract class PanelContract {
    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
    private static final TamperReset RESET = new TamperReset("technician-7");
    private static final GatePulse SHORT = new GatePulse(GatePulse.SHORTEST);

    protected final VirtualTime time = new VirtualTime();
    private final long begin = time.nanos();
    private final List<PanelRecord> journal = Collections.synchronizedList(new ArrayList<>());
    private Panel panel;

    /** The board, with its inputs in the hands of the test. */
    protected abstract Board.Opener board();

    protected abstract void set(PanelInput input);

    protected abstract void clear(PanelInput input);

    /** What the output is driven to. */
    protected abstract Level level(PanelOutput output);

    /** The output reads back this level from now on, whatever it is told. */
    protected abstract void shorten(PanelOutput output, Level level);

    protected abstract void unplug();

    protected abstract void plug();

    private Panel panel() {
        return new BoardPanel(
                (pins, edges) -> board().open(pins, edges), PanelSettings.usual(), time, new Host(clock(), time));
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return START.plusNanos(time.nanos() - begin);
            }
        };
    }

    @BeforeEach
    void openThePanel() {
        panel = panel();
        panel.tell(journal::add);
    }

    @AfterEach
    void closeThePanel() {
        panel.close();
        assertAllLow();
    }

    private void begins() {
        assertNobody(panel.next(Duration.ZERO));
    }

    private static Instant after(double millis) {
        return START.plusNanos(Math.round(millis * 1e6));
    }

    private void passes(double millis) {
        time.pause(Duration.ofNanos(Math.round(millis * 1e6)));
    }

    private void assertAllLow() {
        for (PanelOutput output : PanelOutput.values()) {
            assertEquals(Level.LOW, level(output), output.name());
        }
    }

    private void assertLit(Lamp lamp) {
        Map<Lamp, PanelOutput> lights = new EnumMap<>(Map.of(
                Lamp.RED,
                PanelOutput.LAMP_RED,
                Lamp.AMBER,
                PanelOutput.LAMP_AMBER,
                Lamp.GREEN,
                PanelOutput.LAMP_GREEN));
        lights.forEach(
                (light, output) -> assertEquals(Level.of(light == lamp), level(output), lamp + " and " + output));
    }

    @Test
    void beginsDarkAndClosed() {
        begins();
        assertAllLow();
        assertEquals(
                List.of(new LampSet(START, Lamp.DARK, Cause.OPENED), new GateClosed(START, Cause.OPENED)), journal);
    }

    @Test
    void lightsOneLampOrNone() {
        for (Lamp before : Lamp.values()) {
            for (Lamp lamp : Lamp.values()) {
                assertEquals(before, taken(panel.show(before)));
                assertEquals(lamp, taken(panel.show(lamp)));
                assertLit(lamp);
                assertEquals(new LampSet(START, lamp, Cause.ASKED), journal.getLast());
            }
        }
    }

    @Test
    void endsAPulseByItself() {
        begins();
        passes(123);
        assertEquals(Release.BEGUN, taken(panel.release(SHORT)));
        passes(499);
        assertEquals(Level.HIGH, level(PanelOutput.GATE));
        passes(1);
        assertEquals(Level.LOW, level(PanelOutput.GATE));
        assertEquals(
                List.of(new GateReleased(after(123), SHORT, Cause.ASKED), new GateClosed(after(623), Cause.PULSE_OVER)),
                journal.subList(2, 4));
    }

    @Test
    void refusesASecondPulseAndDoesNotLengthenTheFirst() {
        assertEquals(Release.BEGUN, taken(panel.release(new GatePulse(GatePulse.LONGEST))));
        passes(4_900);
        assertEquals(Release.ALREADY_RUNNING, taken(panel.release(SHORT)));
        passes(99);
        assertEquals(Level.HIGH, level(PanelOutput.GATE));
        passes(1);
        assertEquals(Level.LOW, level(PanelOutput.GATE));
        assertEquals(Release.BEGUN, taken(panel.release(SHORT)));
    }

    @Test
    void closingEndsAPulseAndPutsTheLampOut() {
        taken(panel.show(Lamp.GREEN));
        taken(panel.release(SHORT));
        passes(100);
        panel.close();
        assertAllLow();
        assertEquals(
                List.of(new LampSet(after(100), Lamp.DARK, Cause.CLOSED), new GateClosed(after(100), Cause.CLOSED)),
                journal.subList(journal.size() - 2, journal.size()));
    }

    @Test
    void kicksTheWatchdogOnceASecond() {
        begins();
        int turns = 0;
        Level before = level(PanelOutput.KICK);
        for (int i = 0; i < 100; i++) {
            passes(100);
            Level now = level(PanelOutput.KICK);
            turns += now == before ? 0 : 1;
            before = now;
        }
        assertEquals(20, turns);
    }

    @Test
    void tellsAPressOfTheHelpButton() {
        begins();
        passes(1_000);
        set(PanelInput.HELP);
        passes(99);
        assertNobody(panel.next(Duration.ZERO));
        passes(1);
        assertEquals(new HelpPressed(after(1_100)), taken(panel.next(Duration.ZERO)));
        assertEquals(new PanelRecord.Sensed(new HelpPressed(after(1_100))), journal.getLast());
        passes(29_899);
        assertNobody(panel.next(Duration.ZERO));
        passes(1);
        assertEquals(new HelpStuck(after(31_000)), taken(panel.next(Duration.ZERO)));
        passes(100_000);
        assertNobody(panel.next(Duration.ZERO));
    }

    @Test
    void latchesAnOpenedLoopUntilAPersonResetsIt() {
        begins();
        set(PanelInput.TAMPER);
        passes(50);
        assertEquals(new TamperOpened(after(50), Found.WATCHING), taken(panel.next(Duration.ZERO)));
        assertEquals(Tamper.OPEN, taken(panel.reset(RESET)));
        clear(PanelInput.TAMPER);
        passes(1_000);
        set(PanelInput.TAMPER);
        passes(1_000);
        clear(PanelInput.TAMPER);
        passes(1_000);
        assertNobody(panel.next(Duration.ZERO));
        assertEquals(Tamper.INTACT, taken(panel.reset(RESET)));
        assertEquals(new PanelRecord.TamperCleared(after(3_050), RESET), journal.getLast());
        set(PanelInput.TAMPER);
        passes(50);
        assertEquals(new TamperOpened(after(3_100), Found.WATCHING), taken(panel.next(Duration.ZERO)));
    }

    @Test
    void findsALoopThatWasOpenBefore() {
        set(PanelInput.TAMPER);
        begins();
        passes(50);
        assertEquals(new TamperOpened(after(50), Found.AT_START), taken(panel.next(Duration.ZERO)));
    }

    @Test
    void tellsOfPresenceOnceTheSensorIsWarm() {
        begins();
        passes(10_000);
        set(PanelInput.PRESENCE);
        passes(50_199);
        assertNobody(panel.next(Duration.ZERO));
        passes(1);
        assertEquals(new PresenceBegan(after(60_200)), taken(panel.next(Duration.ZERO)));
        clear(PanelInput.PRESENCE);
        passes(7_999);
        assertNobody(panel.next(Duration.ZERO));
        passes(1);
        assertEquals(new PresenceEnded(after(68_200)), taken(panel.next(Duration.ZERO)));
    }

    @Test
    void tellsOfALineThatMakesTooManyEdges() {
        begins();
        for (int i = 0; i < 20; i++) {
            flick(i % 2 == 0);
        }
        assertNobody(panel.next(Duration.ZERO));
        flick(true);
        assertEquals(new LineNoisy(after(800), PanelInput.HELP, 10), taken(panel.next(Duration.ZERO)));
    }

    private void flick(boolean press) {
        if (press) {
            set(PanelInput.HELP);
        } else {
            clear(PanelInput.HELP);
        }
        passes(40);
    }

    @Test
    void anOutputThatReadsBackOtherwiseEndsEverything() {
        taken(panel.show(Lamp.GREEN));
        taken(panel.release(SHORT));
        shorten(PanelOutput.LAMP_RED, Level.HIGH);
        assertFault(Fault.OUT_OF_SERVICE, panel.show(Lamp.AMBER));
        assertAllLow();
        passes(0);
        assertEquals(new Lost(START, Fault.OUT_OF_SERVICE, Outputs.UNCERTAIN), journal.getLast());
        assertFault(Fault.OUT_OF_SERVICE, panel.next(Duration.ZERO));
        assertFault(Fault.OUT_OF_SERVICE, panel.release(SHORT));
        passes(5_000);
        assertAllLow();
    }

    @Test
    void anOutputThatChangesByItselfIsFoundWithinHalfASecond() {
        taken(panel.show(Lamp.GREEN));
        shorten(PanelOutput.GATE, Level.HIGH);
        passes(500);
        assertAllLow();
        assertFault(Fault.OUT_OF_SERVICE, panel.next(Duration.ZERO));
    }

    @Test
    void aLostBoardIsAbsentAndIsOpenedAgainDark() {
        taken(panel.show(Lamp.GREEN));
        unplug();
        assertFault(Fault.DEVICE_ABSENT, panel.show(Lamp.GREEN));
        passes(600);
        assertFault(Fault.DEVICE_ABSENT, panel.next(Duration.ZERO));
        passes(600);
        assertFault(Fault.DEVICE_ABSENT, panel.next(Duration.ZERO));
        plug();
        passes(20_000);
        assertNobody(panel.next(Duration.ZERO));
        assertAllLow();
        assertEquals(Lamp.GREEN, taken(panel.show(Lamp.GREEN)));
    }

    @Test
    void whatWasSensedBeforeALossIsToldFirstAndTheLatchOutlastsIt() {
        begins();
        set(PanelInput.TAMPER);
        passes(100);
        unplug();
        passes(1_000);
        assertEquals(new TamperOpened(after(50), Found.WATCHING), taken(panel.next(Duration.ZERO)));
        assertFault(Fault.DEVICE_ABSENT, panel.next(Duration.ZERO));
        plug();
        passes(20_000);
        begins();
        passes(1_000);
        assertNobody(panel.next(Duration.ZERO));
    }

    @Test
    void noCallForHelpAndNoTamperingIsSeen() {
        taken(panel.show(Lamp.AMBER));
        for (PanelInput input : PanelInput.values()) {
            set(input);
            for (int i = 0; i < 200; i++) {
                passes(10);
                assertLit(Lamp.AMBER);
                assertEquals(Level.LOW, level(PanelOutput.GATE));
            }
            clear(input);
        }
        assertEquals(new HelpPressed(after(2_100)), taken(secondEvent()));
    }

    private Reading<PanelEvent> secondEvent() {
        taken(panel.next(Duration.ZERO));
        return panel.next(Duration.ZERO);
    }

    @Test
    void closingEndsAWait() throws InterruptedException {
        begins();
        List<Object> answers = Collections.synchronizedList(new ArrayList<>());
        Thread waiting = Thread.ofVirtual().start(() -> answers.add(panel.next(Duration.ofDays(1))));
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        panel.close();
        waiting.join();
        assertEquals(List.of(new Reading.Nobody<PanelEvent>()), answers);
    }

    @Test
    void aClosedPanelIsNotUsed() {
        begins();
        panel.close();
        panel.close();
        assertThrows(IllegalStateException.class, () -> panel.show(Lamp.RED));
        assertThrows(IllegalStateException.class, () -> panel.next(Duration.ZERO));
    }

    @Test
    void aPanelWithoutAJournalIsNotUsed() {
        try (Panel unheard = panel()) {
            assertThrows(IllegalStateException.class, () -> unheard.show(Lamp.RED));
            assertThrows(IllegalStateException.class, () -> unheard.release(SHORT));
            assertThrows(IllegalStateException.class, () -> unheard.next(Duration.ZERO));
        }
    }
}
