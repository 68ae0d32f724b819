package org.waypost.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Debian's broker as a process, with mutual TLS and the access list of a hub; keeps nothing over a restart. */
public final class Mosquitto implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");
    private static final int TRIES = 100;

    private final Path directory;
    private final int port;
    private Process process;

    /** On any free port; see the other one. */
    public Mosquitto(Path directory, String accessList) throws IOException, InterruptedException {
        this(directory, freePort(), accessList);
    }

    /**
     * Started.
     *
     * @param directory holds ca.pem, localhost.pem and localhost.key
     * @param accessList as mosquitto.conf(5) has it under acl_file
     */
    public Mosquitto(Path directory, int port, String accessList) throws IOException, InterruptedException {
        this.directory = directory;
        this.port = port;
        Files.writeString(directory.resolve("access"), accessList);
        Files.writeString(directory.resolve("mosquitto.conf"), """
                user root
                listener %d
                cafile %2$s/ca.pem
                certfile %2$s/localhost.pem
                keyfile %2$s/localhost.key
                require_certificate true
                use_identity_as_username true
                tls_version tlsv1.3
                acl_file %2$s/access
                persistence false
                set_tcp_nodelay true
                log_type all
                """.formatted(port, directory));
        process = start();
    }

    /** Skips the test, with the reason, where the broker is not installed. */
    public static void assumeInstalled() {
        assumeTrue(Files.isExecutable(PROGRAM), "needs mosquitto: apt-get install mosquitto");
    }

    /** By the name in its certificate. */
    public URI address() {
        return address("localhost");
    }

    /** By another name or number of this machine. */
    public URI address(String host) {
        return URI.create("ssl://" + host + ":" + port);
    }

    /** Starts it anew after a kill: empty. */
    public void restart() throws IOException, InterruptedException {
        process = start();
    }

    /** SIGKILL. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    private Process start() throws IOException, InterruptedException {
        Process started = new ProcessBuilder(
                        PROGRAM.toString(),
                        "-c",
                        directory.resolve("mosquitto.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("mosquitto.log").toFile()))
                .start();
        for (int i = 0; i < TRIES && !listens(); i++) {
            Thread.sleep(50);
        }
        assertTrue(started.isAlive(), "see " + directory.resolve("mosquitto.log"));
        return started;
    }

    private boolean listens() {
        try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** A port that nobody listens at. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
