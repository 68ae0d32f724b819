package org.waypost.trials;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.waypost.drivers.simulated.ChipVpcdLink;

/** A PC/SC service of our own with the virtual reader vpcd; never one that the host runs itself. */
final class PcscHost implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/pcscd");
    private static final Path DRIVER = Path.of("/etc/reader.conf.d/vpcd");

    private final Process process;

    private PcscHost(Process process) {
        this.process = process;
    }

    /** Why it cannot run here, and what to do; empty if it can. */
    static Optional<String> obstacle() {
        if (!Files.isExecutable(PROGRAM) || !Files.exists(DRIVER)) {
            return Optional.of("no virtual chip reader: apt-get install pcscd vsmartcard-vpcd, on a test host only");
        }
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.of("no virtual chip reader: pcscd needs root on a test host");
        }
        return listens() ? Optional.of("a PC/SC service with vpcd already runs on this host") : Optional.empty();
    }

    static PcscHost started() throws IOException, InterruptedException {
        Optional<String> obstacle = obstacle();
        if (obstacle.isPresent()) {
            throw new IOException(obstacle.get());
        }
        PcscHost host = new PcscHost(new ProcessBuilder(PROGRAM.toString(), "--foreground", "--critical")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
        for (int waited = 0; !listens(); waited += 100) {
            if (waited > 20_000) {
                host.close();
                throw new IOException("pcscd does not offer its virtual reader");
            }
            Thread.sleep(100);
        }
        return host;
    }

    private static boolean listens() {
        try (Socket attempt = new Socket()) {
            attempt.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), ChipVpcdLink.PORT), 500);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
