package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;
import org.waypost.drivers.serial.SerialLink;

/** A serial cable without hardware: two pseudo terminals joined by Debian's socat. */
final class Pty implements AutoCloseable {
    private static final int BAUD = 115_200;

    private final Process socat;
    private final Path near;
    private final Path far;

    private Pty(Process socat, Path near, Path far) {
        this.socat = socat;
        this.near = near;
        this.far = far;
    }

    static Pty lay(Path directory) throws IOException, InterruptedException {
        Path near = directory.resolve("near");
        Path far = directory.resolve("far");
        Process socat = new ProcessBuilder(
                        List.of("socat", "pty,raw,echo=0,link=" + near, "pty,raw,echo=0,link=" + far))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        for (int waited = 0; !(Files.exists(near) && Files.exists(far)); waited += 5) {
            if (waited > 30_000 || !socat.isAlive()) {
                throw new IOException("socat made no pseudo terminals");
            }
            Thread.sleep(5);
        }
        return new Pty(socat, near, far);
    }

    Link near() throws LinkLost {
        return SerialLink.open(near.toString(), BAUD);
    }

    Link far() throws LinkLost {
        return SerialLink.open(far.toString(), BAUD);
    }

    /** A second pull does nothing. */
    void pull() throws IOException {
        socat.destroyForcibly().onExit().join();
        Files.deleteIfExists(near);
        Files.deleteIfExists(far);
    }

    @Override
    public void close() throws IOException {
        pull();
    }
}
