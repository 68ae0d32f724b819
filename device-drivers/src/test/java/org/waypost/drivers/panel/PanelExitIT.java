package org.waypost.drivers.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.DeviceDriver.Host;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.simulated.SimulatedPanel;

/** A program that ends without closing its panel or that is told to end, leaves it dark and the gate closed. */
class PanelExitIT {
    private static String outputOf(String ending) throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Careless.class.getName(),
                        ending)
                .redirectErrorStream(true)
                .start();
        try {
            String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(program.waitFor(20, TimeUnit.SECONDS));
            return output;
        } finally {
            program.destroyForcibly();
        }
    }

    @Test
    void theEndOfTheProgramClosesTheGate() throws Exception {
        for (String ending : List.of("exit", "term")) {
            List<String> lines = outputOf(ending).lines().toList();
            assertEquals(List.of("DARK OPENED", "closed OPENED", "GREEN ASKED", "released ASKED"), lines.subList(0, 4));
            assertEquals(List.of("DARK CLOSED", "closed CLOSED"), lines.subList(4, lines.size()), ending);
        }
    }

    /** Lights the lamp, releases the gate and ends. */
    static final class Careless {
        private Careless() {}

        public static void main(String[] ending) throws IOException, InterruptedException {
            var panel = new SimulatedPanel(PanelSettings.usual(), new Host(Clock.systemUTC(), Ticker.SYSTEM));
            panel.tell(entry -> System.out.println(line(entry)));
            panel.show(Lamp.GREEN);
            panel.release(new GatePulse(GatePulse.LONGEST));
            if (ending[0].equals("term")) {
                new ProcessBuilder(
                                "kill",
                                "-TERM",
                                String.valueOf(ProcessHandle.current().pid()))
                        .start()
                        .waitFor();
                Thread.sleep(Duration.ofSeconds(10));
            }
            System.exit(0);
        }

        private static String line(PanelRecord entry) {
            return switch (entry) {
                case PanelRecord.LampSet set -> set.lamp() + " " + set.cause();
                case PanelRecord.GateReleased released -> "released " + released.cause();
                case PanelRecord.GateClosed closed -> "closed " + closed.cause();
                case PanelRecord.Sensed sensed -> "sensed";
                case PanelRecord.TamperCleared cleared -> "cleared";
                case PanelRecord.Lost lost -> "lost";
            };
        }
    }
}
