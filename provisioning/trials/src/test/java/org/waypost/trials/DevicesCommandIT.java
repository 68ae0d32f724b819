package org.waypost.trials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waypost.drivers.simulated.PassportSpecimen;

/** {@code waypost-devices} as a site has it: a device simulated by one process is tried by another. */
class DevicesCommandIT {
    private static final Path SCRIPT = Site.checkout().resolve("kiosk/src/main/scripts/waypost-devices");

    @TempDir
    private Path directory;

    private Pty laid() throws InterruptedException {
        try {
            return Pty.lay(directory);
        } catch (IOException missing) {
            return Assumptions.abort("socat is not installed: no pseudo terminals (" + missing.getMessage() + ")");
        }
    }

    private static Process started(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.redirectErrorStream(true).start();
    }

    /** A simulator that has said that it serves; ended by {@code end}. */
    private record Simulator(Process process, BufferedReader said, PrintStream typed) {
        static Simulator of(String... arguments) throws IOException {
            Process process = started(arguments);
            BufferedReader said = process.inputReader(UTF_8);
            StringBuilder all = new StringBuilder();
            for (String line = said.readLine(); ; line = said.readLine()) {
                if (line == null) {
                    throw new IOException("the simulator did not begin: " + all);
                }
                all.append(line).append('|');
                if (line.startsWith("device")) {
                    return new Simulator(process, said, new PrintStream(process.getOutputStream(), true, UTF_8));
                }
            }
        }

        void told(String line) throws IOException {
            typed.println(line);
            assertEquals("done      " + line, said.readLine());
        }

        int ended() throws IOException, InterruptedException {
            typed.println("end");
            said.lines().forEach(line -> assertFalse(line.contains("Exception"), line));
            return process.waitFor();
        }
    }

    /** What one run said, and how it ended. */
    private record Said(int code, String text) {
        static Said by(String typed, String... arguments) throws IOException, InterruptedException {
            Process process = started(arguments);
            try (PrintStream in = new PrintStream(process.getOutputStream(), true, UTF_8)) {
                in.println(typed);
            }
            String text = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Said(process.waitFor(), text);
        }

        void shows(int expected, String... parts) {
            assertEquals(expected, code, text);
            for (String part : parts) {
                assertTrue(text.contains(part), text);
            }
        }
    }

    private String near() {
        return "serial:" + directory.resolve("near");
    }

    private String far() {
        return "serial:" + directory.resolve("far");
    }

    @ParameterizedTest
    @CsvSource({
        "card, baud=115200, baud=115200, an ID card",
        "zone, profile=stx-lrc, profile=stx-lrc, a machine readable zone",
        "code, engine=gm65, engine=gm65, an appointment code",
        "finger, model=r503, lamp-colour=white, a picture of 192 x 192 pixels"
    })
    void whatOneProcessSimulatesAnotherReads(String kind, String simulated, String read, String what)
            throws IOException, InterruptedException {
        try (Pty pty = laid()) {
            Simulator simulator = Simulator.of("simulate", kind, far(), "--set", simulated);
            Said said = Said.by("", "read", kind, near(), "--set", read);
            said.shows(0, what, "check ", "to do     nothing");
            assertFalse(
                    said.text().contains("110101199003070011") || said.text().contains("ERIKSSON"), said.text());
            assertEquals(0, simulator.ended());
            pty.pull();
        }
    }

    @ParameterizedTest
    @CsvSource({"mjpeg, mjpeg:http", "rtsp, rtsp"})
    void aCameraOfAnotherProcessIsPhotographed(String driver, String way) throws IOException, InterruptedException {
        String address = way + "://127.0.0.1:" + Site.freePort() + "/stream";
        Simulator simulator = Simulator.of("simulate", "camera", address, "--fault", "torn=2");
        Said.by("", "read", "camera", address, "--driver", driver)
                .shows(0, "a still picture of 1280 x 720 pixels", "exposure: settled", "to do     nothing");
        assertEquals(0, simulator.ended());
    }

    @Test
    void aFaultThatIsArmedIsMetAndTheNextReadingIsGood() throws IOException, InterruptedException {
        try (Pty pty = laid()) {
            Simulator simulator = Simulator.of("simulate", "card", far(), "--fault", "not-authenticated=3");
            Said.by("", "read", "card", near()).shows(1, "CARD_NOT_AUTHENTICATED", "to do     lift it");
            simulator.told("remove");
            Said.by("", "probe", "card", near()).shows(0, "sees no card");
            simulator.told("present");
            Said.by("", "probe", "card", near()).shows(0, "something lies there");
            simulator.told("fault out-of-service 9");
            Said.by("", "probe", "card", near()).shows(1, "OUT_OF_SERVICE", "exchange it");
            assertEquals(0, simulator.ended());
            pty.pull();
        }
    }

    @Test
    void aWireThatIsPulledEndsTheSimulatorWithAFault() throws IOException, InterruptedException {
        try (Pty pty = laid()) {
            Simulator simulator = Simulator.of("simulate", "finger", far(), "--empty");
            pty.pull();
            assertTrue(simulator.said().lines().anyMatch(line -> line.contains("DEVICE_ABSENT")));
            assertEquals(1, simulator.process().waitFor());
        }
    }

    @Test
    void aSilentWireIsSaidToBeSilent() throws IOException, InterruptedException {
        try (Pty pty = laid()) {
            Said.by("", "probe", "finger", near()).shows(1, "NO_ANSWER", "check speed and model");
            pty.pull();
        }
    }

    @Test
    void aChipIsReadThroughTheRealService() throws IOException, InterruptedException {
        Optional<String> obstacle = PcscHost.obstacle();
        Assumptions.assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
        PcscHost host = PcscHost.started();
        try (host) {
            Simulator simulator = Simulator.of("simulate", "chip", "pcsc:vpcd");
            Said said = Said.by(PassportSpecimen.CAN, "read", "chip", "pcsc:Virtual PCD 00 00");
            said.shows(0, "security object: holds", "chip authentication: holds", "active authentication: holds");
            assertFalse(said.text().contains("ERIKSSON") || said.text().contains("L898902C3"), said.text());
            assertEquals(0, simulator.ended());
        }
    }
}
