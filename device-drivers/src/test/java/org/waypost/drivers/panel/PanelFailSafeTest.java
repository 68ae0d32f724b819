package org.waypost.drivers.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.device.Readings.assertFault;
import static org.waypost.drivers.device.Readings.assertNobody;
import static org.waypost.drivers.device.Readings.taken;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.DeviceDriver.Host;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.panel.PanelRecord.Cause;
import org.waypost.drivers.panel.PanelRecord.GateClosed;
import org.waypost.drivers.panel.PanelRecord.LampSet;
import org.waypost.drivers.panel.PanelRecord.Lost;
import org.waypost.drivers.panel.PanelRecord.Outputs;
import org.waypost.drivers.panel.PublicSignals.Release;
import org.waypost.drivers.simulated.SimulatedBoard;
import org.waypost.drivers.simulated.SimulatedBoard.Change;
import org.waypost.drivers.simulated.VirtualTime;
import org.waypost.testing.ExpectFailure;

/** Software stopped, failing or unsure: the gate is closed and the lamp not green. */
class PanelFailSafeTest {
    private static final GatePulse LONG = new GatePulse(GatePulse.LONGEST);
    private static final Set<PanelOutput> LAMPS =
            EnumSet.of(PanelOutput.LAMP_RED, PanelOutput.LAMP_AMBER, PanelOutput.LAMP_GREEN);

    private final VirtualTime time = new VirtualTime();
    private final SimulatedBoard board = new SimulatedBoard(time);

    private Panel panel(Board.Opener opener, PanelJournal journal) {
        Host host = new Host(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), time);
        Panel panel = new BoardPanel(opener, PanelSettings.usual(), time, host);
        panel.tell(journal);
        return panel;
    }

    private void assertAllLow() {
        for (PanelOutput output : PanelOutput.values()) {
            assertEquals(Level.LOW, board.level(output), output.name());
        }
    }

    private void passes(long millis) {
        time.pause(Duration.ofMillis(millis));
    }

    @Test
    void atNoMomentAreTwoLampsLitOrTheGateFreeForLongerThanAPulse() {
        Random random = new Random(11);
        try (Panel panel = panel(board, entry -> {})) {
            for (int i = 0; i < 300; i++) {
                taken(panel.show(List.of(Lamp.values()).get(random.nextInt(4))));
                taken(panel.release(new GatePulse(Duration.ofMillis(500 + random.nextInt(4_501)))));
                passes(random.nextInt(1_000));
            }
        }
        assertAllLow();
        Set<PanelOutput> lit = EnumSet.noneOf(PanelOutput.class);
        long released = 0;
        int pulses = 0;
        for (Change change : board.log()) {
            if (LAMPS.contains(change.output())) {
                boolean news = change.level() == Level.HIGH ? lit.add(change.output()) : lit.remove(change.output());
                assertTrue(news && lit.size() <= 1, lit.toString());
            } else if (change.output() == PanelOutput.GATE && change.level() == Level.HIGH) {
                released = change.nanos();
                pulses++;
            } else if (change.output() == PanelOutput.GATE) {
                assertTrue(change.nanos() - released <= GatePulse.LONGEST.toNanos());
            }
        }
        assertTrue(pulses > 20, "pulses: " + pulses);
    }

    @Test
    void theKickEndsWithTheLoop() {
        try (Panel panel = panel(board, entry -> {})) {
            assertNobody(panel.next(Duration.ZERO));
            passes(10_000);
            int kicks = board.log().size();
            assertEquals(20, kicks);
            board.unplug();
            passes(10_000);
            board.plug();
            passes(10_000);
            assertTrue(board.log().size() <= kicks + 1);
        }
    }

    @Test
    void aJournalThatFailsLeavesNoGateFree() {
        PanelJournal broken = entry -> {
            if (entry instanceof PanelRecord.GateReleased) {
                throw new IllegalStateException("disk full");
            }
        };
        try (Panel panel = panel(board, broken)) {
            taken(panel.show(Lamp.GREEN));
            assertThrows(IllegalStateException.class, () -> panel.release(LONG));
            assertAllLow();
            passes(1_000);
            assertFault(Fault.DRIVER_DEFECT, panel.next(Duration.ZERO));
        }
    }

    @Test
    @ExpectFailure(IllegalStateException.class)
    void aDefectInTheLoopEndsEverything() {
        List<PanelRecord> told = Collections.synchronizedList(new ArrayList<>());
        PanelJournal broken = entry -> {
            told.add(entry);
            if (entry instanceof PanelRecord.Sensed) {
                throw new IllegalStateException("defect");
            }
        };
        try (Panel panel = panel(board, broken)) {
            taken(panel.show(Lamp.GREEN));
            taken(panel.release(LONG));
            board.set(PanelInput.HELP);
            passes(200);
            assertAllLow();
            assertFault(Fault.DRIVER_DEFECT, panel.next(Duration.ZERO));
        }
        assertEquals(
                List.of(
                        new Lost(Instant.EPOCH, Fault.DRIVER_DEFECT, Outputs.SAFE),
                        new LampSet(Instant.EPOCH, Lamp.DARK, Cause.FAILED),
                        new GateClosed(Instant.EPOCH, Cause.FAILED)),
                told.subList(told.size() - 3, told.size()));
    }

    @Test
    void closingDoesNotWaitForAThreadThatHangsInTheBoard() throws InterruptedException {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        Board.Opener opener = (pins, edges) -> new HangingBoard(board.open(pins, edges), hanging, free);
        Panel panel = panel(opener, entry -> {});
        assertEquals(Release.BEGUN, taken(panel.release(LONG)));
        Thread caller = Thread.ofVirtual().start(() -> panel.show(Lamp.GREEN));
        hanging.await();
        panel.close();
        assertAllLow();
        free.countDown();
        caller.join();
        assertAllLow();
    }

    /** Whoever lights the green lamp does not come back for a while. */
    private record HangingBoard(Board lines, CountDownLatch hanging, CountDownLatch free) implements Board {
        @Override
        public OutputLines outputs() {
            OutputLines driven = lines.outputs();
            return new OutputLines() {
                @Override
                public void drive(PanelOutput output, Level level) throws BoardLost {
                    if (output == PanelOutput.LAMP_GREEN && level == Level.HIGH) {
                        hanging.countDown();
                        awaitFree();
                    }
                    driven.drive(output, level);
                }

                @Override
                public Level level(PanelOutput output) throws BoardLost {
                    return driven.level(output);
                }
            };
        }

        private void awaitFree() {
            try {
                free.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public InputLines inputs() {
            return lines.inputs();
        }

        @Override
        public void close() {
            lines.close();
        }
    }

    @Test
    void aPanelThatIsClosedWhileItsBoardIsOpenedLeavesNothingOn() throws BoardLost {
        AtomicReference<Panel> opening = new AtomicReference<>();
        Board.Opener opener = (pins, edges) -> {
            opening.get().close();
            return board.open(pins, edges);
        };
        opening.set(panel(opener, entry -> {}));
        assertFault(Fault.DEVICE_ABSENT, opening.get().show(Lamp.GREEN));
        assertAllLow();
        board.open(PanelPins.usual(), time).close();
    }

    @Test
    void aBoardThatDoesNotGoLowIsNotUsed() {
        board.shorten(PanelOutput.GATE, Level.HIGH);
        try (Panel panel = panel(board, entry -> {})) {
            assertFault(Fault.OUT_OF_SERVICE, panel.show(Lamp.GREEN));
            assertAllLow();
            board.repair(PanelOutput.GATE);
            assertFault(Fault.OUT_OF_SERVICE, panel.show(Lamp.GREEN));
            passes(500);
            assertEquals(Lamp.GREEN, taken(panel.show(Lamp.GREEN)));
        }
    }

    @Test
    void aStuckInputAndABouncingContactAreThoseOfARealBoard() {
        try (Panel panel = panel(board, entry -> {})) {
            assertNobody(panel.next(Duration.ZERO));
            board.jam(PanelInput.HELP);
            board.set(PanelInput.HELP);
            passes(5_000);
            assertNobody(panel.next(Duration.ZERO));
            board.loosen(PanelInput.HELP);
            board.setBouncing(PanelInput.HELP);
            passes(99);
            assertNobody(panel.next(Duration.ZERO));
            passes(1);
            assertTrue(taken(panel.next(Duration.ZERO)) instanceof PanelEvent.HelpPressed);
            board.clearBouncing(PanelInput.HELP);
            passes(10_000);
            assertNobody(panel.next(Duration.ZERO));
        }
    }
}
