package org.waypost.drivers.serial;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Two pseudo terminals joined by socat: a serial cable without hardware. */
public final class PtyPair implements AutoCloseable {
    private final Process socat;
    private final Path folder;

    private PtyPair(Process socat, Path folder) {
        this.socat = socat;
        this.folder = folder;
    }

    /** Lays the cable; where socat is missing the test is skipped and says so. */
    public static PtyPair laid() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("waypost-pty");
        PtyPair pair = new PtyPair(started(folder), folder);
        for (int i = 0; i < 250; i++) {
            if (Files.exists(Path.of(pair.near())) && Files.exists(Path.of(pair.far()))) {
                return pair;
            }
            Thread.sleep(20);
        }
        return fail("socat made no pseudo terminals within 5 s");
    }

    private static Process started(Path folder) throws IOException {
        try {
            return new ProcessBuilder(List.of(
                            "socat",
                            "pty,raw,echo=0,link=" + folder.resolve("near"),
                            "pty,raw,echo=0,link=" + folder.resolve("far")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException missing) {
            Files.delete(folder);
            return Assumptions.abort(
                    "socat is not installed: no pair of pseudo terminals (" + missing.getMessage() + ")");
        }
    }

    public String near() {
        return folder.resolve("near").toString();
    }

    public String far() {
        return folder.resolve("far").toString();
    }

    /** Pulls the cable. */
    public void cut() throws InterruptedException {
        socat.destroy();
        socat.waitFor(5, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        socat.destroyForcibly().onExit().join();
        Files.deleteIfExists(folder.resolve("near"));
        Files.deleteIfExists(folder.resolve("far"));
        Files.deleteIfExists(folder);
    }
}
