package org.waypost.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Debian's PostgreSQL as processes on loopback, empty and gone afterwards. It refuses to run as root; then it runs as
 * the user that its package made. Synced as a real one is, so that rates mean something.
 */
public final class PostgresServer implements AutoCloseable {
    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
    private static final String USER = "postgres";
    private static final int SECONDS = 60;

    private final Path directory;
    private final Path passwordFile;
    private final int port;

    /** Makes and starts one. */
    public PostgresServer() throws IOException, InterruptedException {
        directory = Files.createTempDirectory("waypost-postgres-");
        passwordFile = directory.resolve("password");
        Files.createFile(
                passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, UUID.randomUUID() + "\n");
        port = freePort();
        own(directory, passwordFile);
        run(
                "initdb",
                "--pgdata=" + cluster(),
                "--username=" + user(),
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync");
        start();
    }

    /** Whether there is one on this machine: {@code apt-get install postgresql}. */
    public static boolean installed() {
        return Files.isExecutable(PROGRAMS.resolve("initdb"));
    }

    /** Starts it again after {@link #stop}. */
    public void start() throws IOException, InterruptedException {
        run(
                "pg_ctl",
                "--pgdata=" + cluster(),
                "--log=" + directory.resolve("log"),
                "--options=-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''",
                "--wait",
                "start");
    }

    /** Stops it: connections in use break. */
    public void stop() throws IOException, InterruptedException {
        run("pg_ctl", "--pgdata=" + cluster(), "--mode=fast", "--wait", "stop");
    }

    /** Makes an empty database. */
    public void create(String database) throws IOException, SQLException {
        execute("postgres", "create database " + database);
    }

    /** Runs one statement. */
    public void execute(String database, String sql) throws IOException, SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A connection of its own. */
    public Connection connect(String database) throws IOException, SQLException {
        return DriverManager.getConnection(
                url(database), user(), Files.readString(passwordFile).strip());
    }

    /** Where a database is. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Who may do everything there. */
    public String user() {
        return "waypost";
    }

    /** The password of that user. */
    public Path passwordFile() {
        return passwordFile;
    }

    private Path cluster() {
        return directory.resolve("cluster");
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void own(Path... paths) throws IOException {
        if (root()) {
            for (Path path : paths) {
                Files.setOwner(
                        path,
                        path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER));
            }
        }
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (root()) {
            command.addAll(List.of("setpriv", "--reuid=" + USER, "--regid=" + USER, "--init-groups"));
        }
        command.add(PROGRAMS.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = directory.resolve(program + ".out");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(program + " failed: " + Files.readString(output));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (Files.exists(cluster().resolve("postmaster.pid"))) {
                stop();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
