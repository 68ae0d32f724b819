package org.waypost.drivers.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.DeviceDriver.Host;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.simulated.SimulatedBoard;
import org.waypost.drivers.simulated.SimulatedBoard.Change;
import org.waypost.drivers.simulated.VirtualTime;

/**
 * A day at a counter is played twice, once with calls for help, tampering and noise, once without: whatever people
 * could see must be the same to the nanosecond.
 */
class PanelSilenceTest {
    /** Everything the outputs did, and how many events were taken. */
    private record Day(List<Change> outputs, int events) {}

    private static void discreet(Panel panel, PanelEvent event) {}

    private static Day played(long seed, Set<PanelInput> troubled, BiConsumer<Panel, PanelEvent> reaction) {
        VirtualTime time = new VirtualTime();
        SimulatedBoard board = new SimulatedBoard(time);
        Host host = new Host(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), time);
        List<PanelEvent> events = new ArrayList<>();
        try (Panel panel = new BoardPanel(board, PanelSettings.usual(), time, host)) {
            panel.tell(entry -> {});
            Random counter = new Random(seed);
            Random trouble = new Random(~seed);
            for (int i = 0; i < 400; i++) {
                work(panel, counter);
                disturb(board, trouble, troubled);
                time.pause(Duration.ofNanos(counter.nextLong(400_000_000L)));
                if (panel.next(Duration.ZERO) instanceof Reading.Taken<PanelEvent> taken) {
                    events.add(taken.value());
                    reaction.accept(panel, taken.value());
                }
            }
        }
        return new Day(board.log(), events.size());
    }

    private static void work(Panel panel, Random counter) {
        switch (counter.nextInt(8)) {
            case 0 -> panel.show(List.of(Lamp.values()).get(counter.nextInt(4)));
            case 1 -> panel.release(new GatePulse(Duration.ofMillis(500 + counter.nextInt(4_500))));
            default -> {}
        }
    }

    /** Draws the same numbers whether or not an input is touched. */
    private static void disturb(SimulatedBoard board, Random trouble, Set<PanelInput> troubled) {
        PanelInput input = List.of(PanelInput.values()).get(trouble.nextInt(3));
        boolean on = trouble.nextBoolean();
        if (!troubled.contains(input)) {
            return;
        }
        if (on) {
            board.set(input);
        } else {
            board.clear(input);
        }
    }

    @Test
    void nothingThatIsSensedChangesWhatIsShown() {
        for (long seed = 0; seed < 10; seed++) {
            Day calm = played(seed, Set.of(), PanelSilenceTest::discreet);
            Day troubled = played(seed, Set.of(PanelInput.values()), PanelSilenceTest::discreet);
            assertEquals(calm.outputs(), troubled.outputs(), "seed " + seed);
            assertEquals(0, calm.events());
            assertTrue(troubled.events() > 5, "events: " + troubled.events());
            assertTrue(calm.outputs().size() > 200);
        }
    }

    /** The control: somebody who answers a call for help with a lamp is found out. */
    @Test
    void aLampThatAnswersACallForHelpIsSeen() {
        BiConsumer<Panel, PanelEvent> careless = (panel, event) -> {
            if (event instanceof PanelEvent.HelpPressed) {
                panel.show(Lamp.AMBER);
            }
        };
        Day calm = played(1, Set.of(), careless);
        Day troubled = played(1, Set.of(PanelInput.values()), careless);
        assertNotEquals(calm.outputs(), troubled.outputs());
    }
}
