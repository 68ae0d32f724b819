package org.waypost.kiosk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own. */
class StartTest {
    private static final Pattern READY = Pattern.compile("terminal ready after \\d+ ms:"
            + " clerk http://127\\.0\\.0\\.1:\\d+/clerk\\?token=[\\w-]{43}"
            + " party http://127\\.0\\.0\\.1:\\d+/party\\?token=[\\w-]{43}"
            + " technician http://127\\.0\\.0\\.1:\\d+/technician\\?token=[\\w-]{43}");

    @TempDir
    Path directory;

    private Installation installation;

    @BeforeEach
    void installed() throws Exception {
        installation = Installation.in(directory.resolve("terminal"));
    }

    @Test
    void saysOneLineWhenReadyAndEndsWhenTold() throws IOException, InterruptedException {
        Process process = started(installation.settings());
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            String line = String.valueOf(out.readLine());
            assertTrue(READY.matcher(line).matches(), line);
            // by its handle: Process.destroy would close the pipe that is read below
            process.toHandle().destroy();
            assertTrue(process.waitFor(10, TimeUnit.SECONDS));
            assertEquals(null, out.readLine());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void saysInOneLineWhatABrokenInstallationNeeds() throws IOException, InterruptedException {
        assertTrue(refusal(directory.resolve("absent")).contains("absent"));
        installation.set("web.port", "high");
        assertTrue(refusal(installation.settings()).contains("web.port"));
        Files.delete(installation.file("desk.json"));
        installation.set("web.port", "0");
        assertTrue(refusal(installation.settings()).contains("desk.json"));
    }

    @Test
    void saysThatThePortIsTaken() throws IOException, InterruptedException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            installation.set("web.port", String.valueOf(other.getLocalPort()));
            assertTrue(refusal(installation.settings()).contains("port " + other.getLocalPort() + " is taken"));
        }
    }

    private static String refusal(Path settings) throws IOException, InterruptedException {
        Process process = started(settings);
        List<String> said = new String(process.getErrorStream().readAllBytes(), UTF_8)
                .lines()
                .filter(line -> !line.contains(" WARNING no list is in use"))
                .toList();
        assertEquals(2, process.waitFor());
        assertEquals(1, said.size(), said.toString());
        return said.getFirst();
    }

    private static Process started(Path settings) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Kiosk.class.getName(),
                        "serve",
                        "--settings",
                        settings.toString())
                .start();
    }
}
