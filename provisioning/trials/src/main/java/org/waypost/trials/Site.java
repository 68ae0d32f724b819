package org.waypost.trials;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.waypost.installer.Installer;

/**
 * One hub, one terminal and one station of this machine, made anew in a directory by the shipped commands: keys,
 * certificates, settings and a signed list. The installer runs within this process, the programs of the site do not.
 *
 * @param directory holds {@code hub}, {@code terminal} and {@code station}
 * @param project the checkout whose packaged jars are run
 */
record Site(Path directory, Path project) {
    /** The checkout this process was started from. */
    static Path checkout() {
        return Path.of(System.getProperty("waypost.project", "")).toAbsolutePath();
    }

    /** Makes the keys and settings, with free ports. */
    static Site make(Path directory) throws IOException {
        Site site = new Site(Files.createDirectories(directory), checkout());
        String[] command = {
            "development-site",
            directory.toString(),
            "--mqtt-port",
            Integer.toString(freePort()),
            "--hub-port",
            "0",
            "--port",
            "0",
            "--station-port",
            "0"
        };
        StringWriter said = new StringWriter();
        if (Installer.run(new PrintWriter(said, true), command) != 0) {
            throw new IOException("failed: " + said.toString().strip());
        }
        return site;
    }

    /** Has the hub issue a list from a draft and lays it where the terminal looks for it. */
    void issueList(Path draft) throws IOException, InterruptedException {
        run(
                directory.resolve("list.log"),
                Program.java(
                        hubJar(),
                        List.of(cached(hubJar())),
                        "issue-list",
                        "--draft",
                        draft.toString(),
                        "--settings",
                        hubSettings().toString(),
                        "--out",
                        directory.resolve("terminal/offered-list.json").toString()));
    }

    /** Lets an officer sign in at the hub's desk. */
    void enrol(String officer, String role, String password) throws IOException, InterruptedException {
        Path given = directory.resolve("given-password");
        Files.writeString(given, password + "\n");
        run(
                directory.resolve("enrol.log"),
                given,
                Program.java(
                        hubJar(),
                        List.of(cached(hubJar())),
                        "enrol-officer",
                        "--officer",
                        officer,
                        "--role",
                        role,
                        "--settings",
                        hubSettings().toString()));
        Files.delete(given);
    }

    Program hub(String... flags) throws IOException {
        return new Program(
                Program.java(
                        hubJar(),
                        List.of(flags),
                        "serve",
                        "--settings",
                        hubSettings().toString()),
                directory.resolve("hub.log"),
                "hub ready");
    }

    Program terminal(String... flags) throws IOException {
        return new Program(
                Program.java(
                        terminalJar(),
                        List.of(flags),
                        "serve",
                        "--settings",
                        terminalSettings().toString()),
                directory.resolve("terminal.log"),
                "terminal ready");
    }

    Program station(String... flags) throws IOException {
        return new Program(
                Program.java(
                        terminalJar(),
                        List.of(flags),
                        "station",
                        "--settings",
                        stationSettings().toString()),
                directory.resolve("station.log"),
                "station ready");
    }

    /** The ahead-of-time cache the package step left beside a jar, as a flag; none if it was not made. */
    static String[] cached(Path jar) {
        Path cache = cacheOf(jar);
        return Files.exists(cache) ? new String[] {"-Xlog:aot*=off", "-XX:AOTCache=" + cache} : new String[0];
    }

    static Path cacheOf(Path jar) {
        return jar.resolveSibling(jar.getFileName().toString().replace(".jar", ".aot"));
    }

    /** Lets the terminal look for its broker at another port of this machine. */
    void useBrokerPort(int port) throws IOException {
        String text = Files.readString(terminalSettings());
        String changed = text.replaceFirst("(?m)^(brokers *= *ssl://localhost:)\\d+$", "$1" + port);
        Files.writeString(terminalSettings(), changed);
    }

    /** Gives the terminal a simulated panel. */
    void panel() throws IOException {
        Files.writeString(
                terminalSettings(), "panel.driver = simulated\npanel.device = simulated:\n", StandardOpenOption.APPEND);
    }

    /** Gives the terminal simulated readers of passports. */
    void passports() throws IOException {
        String text = Files.readString(terminalSettings());
        String changed = text.replaceAll("(?m)^((?:zone|passport)\\.driver) *=.*$", "$1 = simulated")
                .replaceAll("(?m)^((?:zone|passport)\\.device) *=.*$", "$1 = simulated:");
        Files.writeString(terminalSettings(), changed);
    }

    Path hubJar() {
        return jar("provisioning/hub", "hub");
    }

    Path terminalJar() {
        return jar("kiosk", "kiosk");
    }

    Path hubSettings() {
        return directory.resolve("hub/hub.properties");
    }

    Path stationSettings() {
        return directory.resolve("station/station.properties");
    }

    Path terminalSettings() {
        return directory.resolve("terminal/terminal.properties");
    }

    Path hubStore() {
        return directory.resolve("hub/data/hub.db");
    }

    Path terminalStore() {
        return directory.resolve("terminal/store/terminal.db");
    }

    /** The jar of these trials, from which they start what is no program of a site. */
    static Path trialsJar() {
        return jar(checkout(), "provisioning/trials", "trials");
    }

    private Path jar(String module, String name) {
        return jar(project, module, name);
    }

    private static Path jar(Path project, String module, String name) {
        return project.resolve(module).resolve("target").resolve(name + ".jar");
    }

    /** Runs one of our commands to its end. */
    static void run(Path log, List<String> command) throws IOException, InterruptedException {
        run(log, Path.of("/dev/null"), command);
    }

    private static void run(Path log, Path input, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(new ArrayList<>(command))
                .redirectErrorStream(true)
                .redirectInput(input.toFile())
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("failed: " + Files.readString(log).strip());
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
