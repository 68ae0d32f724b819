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

/**
 * Debian's broker as a process, with Debian's own configuration and the shipped one of a hub; of both, only paths and
 * port are other than installed. Keeps nothing over a restart.
 */
public final class Mosquitto implements AutoCloseable {
    /** The shipped configuration and access list. */
    public static final Path SHIPPED = Path.of(System.getProperty("waypost.mosquitto", ""));

    private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");
    private static final Path DEBIAN = Path.of("/etc/mosquitto/mosquitto.conf");
    private static final int TRIES = 100;

    private final Path directory;
    private final int port;
    private Process process;

    /** On any free port; see the other one. */
    public Mosquitto(Path directory) throws IOException, InterruptedException {
        this(directory, freePort());
    }

    /**
     * Started, with the shipped access list.
     *
     * @param directory holds ca.pem, localhost.pem and localhost.key
     */
    public Mosquitto(Path directory, int port) throws IOException, InterruptedException {
        this(directory, port, Files.readString(SHIPPED.resolve("waypost.acl")));
    }

    /** On any free port, with another access list, as mosquitto.conf(5) has it under acl_file. */
    public Mosquitto(Path directory, String accessList) throws IOException, InterruptedException {
        this(directory, freePort(), accessList);
    }

    private Mosquitto(Path directory, int port, String accessList) throws IOException, InterruptedException {
        this.directory = directory;
        this.port = port;
        Files.writeString(directory.resolve("waypost.acl"), accessList);
        Path included = Files.createDirectories(directory.resolve("conf.d"));
        Files.writeString(included.resolve("waypost.conf"), shipped());
        // started as root it becomes a user of its own, who may not look into a test's directory
        Files.writeString(directory.resolve("mosquitto.conf"), debian() + "\nuser root\n");
        process = start();
    }

    private String debian() throws IOException {
        return Files.readString(DEBIAN).replaceAll("(?m)( )/(etc|run|var)\\S*/", "$1" + directory + "/");
    }

    private String shipped() throws IOException {
        return Files.readString(SHIPPED.resolve("waypost.conf"))
                .replaceFirst("(?m)^listener .*$", "listener " + port)
                .replace("/etc/mosquitto/waypost/broker", directory + "/localhost")
                .replace("/etc/mosquitto/waypost", directory.toString());
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

    /** What it has logged so far. */
    public String log() throws IOException {
        return Files.readString(directory.resolve("mosquitto.log"));
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
