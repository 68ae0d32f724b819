package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waypost.agent.settings.Settings;
import org.waypost.servers.Mosquitto;

/**
 * A broker and a hub as processes that can be killed and started again, and enrolled terminals, each with a line of its
 * own. The broker is Mosquitto, or the hub's own where that is not installed.
 */
final class KillableSite implements AutoCloseable {
    private final Site site;
    private final Optional<Mosquitto> broker;
    private final Optional<FaultProxy> hubLine;
    private final List<FaultProxy> lines = new ArrayList<>();
    private final List<Path> hubLogs = new ArrayList<>();
    private List<String> hubCommand;
    private Program hub;

    private KillableSite(Site site, Enrolment enrolment, Optional<Mosquitto> broker, int terminals)
            throws IOException, InterruptedException, GeneralSecurityException {
        this.site = site;
        this.broker = broker;
        this.hubLine = broker.isPresent() ? Optional.of(laid(site, broker.get())) : Optional.empty();
        for (int i = 0; i < terminals; i++) {
            lines.add(new FaultProxy(brokerPort()));
            enrolment.enrol(name(i), lines.get(i).port());
        }
        this.hubCommand = Program.java(
                site.hubJar(),
                List.of(Site.cached(site.hubJar())),
                "serve",
                "--settings",
                site.hubSettings().toString());
        this.hub = started();
    }

    /** With the shipped configuration of Mosquitto. */
    static KillableSite made(Path directory, int terminals) throws IOException, InterruptedException {
        return made(directory, FleetSite.shipped(), terminals);
    }

    /** Makes it, with that configuration of Mosquitto, and starts broker and hub. */
    static KillableSite made(Path directory, Path configuration, int terminals)
            throws IOException, InterruptedException {
        Site site = Site.make(directory.resolve("site"));
        try {
            Certifier certifier = new Certifier();
            Enrolment enrolment = new Enrolment(site, certifier);
            enrolment.identifyHub(!Mosquitto.installed());
            Optional<Mosquitto> broker = Optional.empty();
            if (Mosquitto.installed()) {
                Path files = Files.createDirectories(directory.resolve("broker"));
                broker = Optional.of(FleetSite.broker(files, certifier, configuration, terminals + 10));
            }
            return started(site, enrolment, broker, terminals);
        } catch (GeneralSecurityException e) {
            throw new IOException("no keys or certificates could be made", e);
        }
    }

    /** A broker does not outlive a hub that did not start. */
    private static KillableSite started(Site site, Enrolment enrolment, Optional<Mosquitto> broker, int terminals)
            throws IOException, InterruptedException, GeneralSecurityException {
        boolean started = false;
        try {
            KillableSite made = new KillableSite(site, enrolment, broker, terminals);
            started = true;
            return made;
        } finally {
            if (!started) {
                broker.ifPresent(Mosquitto::close);
            }
        }
    }

    /** A line from the hub to that broker. */
    private static FaultProxy laid(Site site, Mosquitto broker) throws IOException {
        FaultProxy line = new FaultProxy(broker.address().getPort());
        Path settings = site.hubSettings();
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replaceFirst("(?m)^broker-embedded = on$", "broker-embedded = off")
                        .replaceFirst("(?m)^mqtt-port = .*$", "broker-url = ssl://localhost:" + line.port()));
        return line;
    }

    private int brokerPort() {
        return broker.map(Mosquitto::address)
                .orElseGet(() -> Settings.read(site.terminalSettings())
                        .uplink()
                        .brokers()
                        .getFirst())
                .getPort();
    }

    private Program started() throws IOException, InterruptedException {
        Path log = site.directory().resolve("hub-" + hubLogs.size() + ".log");
        hubLogs.add(log);
        Program program = new Program(hubCommand, log, "the intake is connected");
        program.readyLine();
        return program;
    }

    /** Kill -9 of the hub; a broker of its own goes with it. */
    void killHub() {
        hub.handle().destroyForcibly();
        hub.handle().onExit().join();
    }

    void startHub() throws IOException, InterruptedException {
        hub = started();
    }

    /** From the next start on, another program with the hub's settings. */
    void useHub(List<String> command) {
        hubCommand = command;
    }

    /** SIGSTOP: it keeps its connection and reads nothing; only a kill ends that here. */
    void stopHub() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-STOP", Long.toString(hub.handle().pid()))
                .start()
                .waitFor();
    }

    /** Mosquitto, if that is the broker. */
    Optional<Mosquitto> broker() {
        return broker;
    }

    /** From the hub to Mosquitto, if that is the broker. */
    Optional<FaultProxy> hubLine() {
        return hubLine;
    }

    /** Of a terminal. */
    FaultProxy line(int which) {
        return lines.get(which);
    }

    int terminals() {
        return lines.size();
    }

    static String name(int which) {
        return "terminal-" + (which + 1);
    }

    Path settings(int which) {
        return site.directory().resolve(name(which)).resolve("terminal.properties");
    }

    Path store(int which) {
        return settings(which).resolveSibling("store").resolve("terminal.db");
    }

    Site site() {
        return site;
    }

    /** One for each start. */
    List<Path> hubLogs() {
        return List.copyOf(hubLogs);
    }

    @Override
    public void close() throws IOException {
        // one that is stopped hears no request to end
        hub.handle().destroyForcibly();
        hub.close();
        broker.ifPresent(Mosquitto::close);
        if (hubLine.isPresent()) {
            hubLine.get().close();
        }
        for (FaultProxy line : lines) {
            line.close();
        }
    }
}
