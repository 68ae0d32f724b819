package org.waypost.drivers.passport;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.simulated.ChipVpcdLink;

/** The PC/SC service of the test host, started and ended by the test. It is never one that the host runs itself. */
final class PcscService {
    private static final Path PROGRAM = Path.of("/usr/sbin/pcscd");
    private static final Path DRIVER = Path.of("/etc/reader.conf.d/vpcd");

    private @Nullable Process process;

    /** Skips the tests, with the reason, on a host where they cannot run. */
    void assumeInstalled() {
        assumeTrue(Files.isExecutable(PROGRAM), "pcscd is not installed: apt-get install pcscd");
        assumeTrue(Files.exists(DRIVER), "vpcd is not installed: apt-get install vsmartcard-vpcd");
        assumeTrue("root".equals(System.getProperty("user.name")), "pcscd needs root on a test host");
        assumeTrue(!listens(), "a PC/SC service with vpcd already runs on this host");
    }

    /** Does nothing if it runs. */
    void start() throws IOException {
        if (process != null) {
            return;
        }
        process = new ProcessBuilder(PROGRAM.toString(), "--foreground", "--critical")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        for (int i = 0; i < 100 && !listens(); i++) {
            Ticker.SYSTEM.pause(Duration.ofMillis(100));
        }
    }

    /** A try is seen by vpcd as a card laid down and lifted at once. */
    private static boolean listens() {
        try (Socket attempt = new Socket()) {
            attempt.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), ChipVpcdLink.PORT), 500);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    void stop() {
        Process running = process;
        process = null;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(5, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
