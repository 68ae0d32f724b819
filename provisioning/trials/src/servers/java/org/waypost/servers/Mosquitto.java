package org.waypost.servers;

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

    /** What to do where it is not. */
    public static final String NEEDED = "needs mosquitto: apt-get install mosquitto";

    private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");
    private static final Path DEBIAN = Path.of("/etc/mosquitto/mosquitto.conf");
    private static final String ACCESS = "waypost.acl";
    private static final int TRIES = 100;
    private static final int SHIPPED_CONNECTIONS = 2_000;

    private final Path directory;
    private final int port;
    private final int connections;
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
        this(directory, port, SHIPPED, Files.readString(SHIPPED.resolve(ACCESS)), SHIPPED_CONNECTIONS);
    }

    /** On any free port, with another access list, as mosquitto.conf(5) has it under acl_file. */
    public Mosquitto(Path directory, String accessList) throws IOException, InterruptedException {
        this(directory, freePort(), SHIPPED, accessList, SHIPPED_CONNECTIONS);
    }

    /** On any free port, with the shipped files of that directory, for so many connections at once. */
    public static Mosquitto forMany(Path directory, Path shipped, int connections)
            throws IOException, InterruptedException {
        return new Mosquitto(directory, freePort(), shipped, Files.readString(shipped.resolve(ACCESS)), connections);
    }

    private Mosquitto(Path directory, int port, Path shipped, String accessList, int connections)
            throws IOException, InterruptedException {
        this.directory = directory;
        this.port = port;
        this.connections = connections;
        Files.writeString(directory.resolve(ACCESS), accessList);
        Path included = Files.createDirectories(directory.resolve("conf.d"));
        Files.writeString(included.resolve("waypost.conf"), settings(shipped));
        // started as root it becomes a user of its own, who may not look into a test's directory
        Files.writeString(directory.resolve("mosquitto.conf"), debian() + "\nuser root\n");
        process = start();
    }

    private String debian() throws IOException {
        return Files.readString(DEBIAN).replaceAll("(?m)( )/(etc|run|var)\\S*/", "$1" + directory + "/");
    }

    private String settings(Path shipped) throws IOException {
        return Files.readString(shipped.resolve("waypost.conf"))
                .replaceFirst("(?m)^listener .*$", "listener " + port)
                .replaceFirst("(?m)^max_connections .*$", "max_connections " + connections)
                .replace("/etc/mosquitto/waypost/broker", directory + "/localhost")
                .replace("/etc/mosquitto/waypost", directory.toString());
    }

    /** Whether it is on this machine. */
    public static boolean installed() {
        return Files.isExecutable(PROGRAM);
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
        if (!started.isAlive()) {
            throw new IOException("mosquitto does not start: " + log().strip());
        }
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
