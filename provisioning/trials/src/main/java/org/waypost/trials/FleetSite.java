package org.waypost.trials;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waypost.contract.KeyFile;
import org.waypost.contract.Signer;
import org.waypost.contract.TerminalId;
import org.waypost.servers.Mosquitto;

/** A broker and a hub as processes, with as many enrolled terminals as asked for. */
final class FleetSite implements AutoCloseable {
    private static final String READY = "the intake is connected";

    private final Path directory;
    private final Certifier certifier;
    private final List<Enrolled> terminals;
    private final KeysetHandle desk;
    private final Optional<Mosquitto> broker;
    private final Program hub;
    private final int port;

    private FleetSite(
            Path directory,
            Certifier certifier,
            List<Enrolled> terminals,
            KeysetHandle desk,
            Optional<Mosquitto> broker)
            throws IOException, InterruptedException, GeneralSecurityException {
        this.directory = directory;
        this.certifier = certifier;
        this.terminals = terminals;
        this.desk = desk;
        this.broker = broker;
        this.port = broker.isPresent() ? broker.get().address().getPort() : Site.freePort();
        settings();
        this.hub = started();
    }

    /** A terminal with a certificate and a key of its own. */
    record Enrolled(TerminalId id, Certifier.Issued certificate, Signer signer) {}

    /** Makes and starts it; some seconds for each thousand terminals. */
    static FleetSite made(Path directory, FleetTrial.Load load)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path hub = Files.createDirectories(directory.resolve("hub"));
        Files.createDirectory(hub.resolve("terminals"));
        Certifier certifier = new Certifier();
        List<Enrolled> terminals = new ArrayList<>();
        for (int i = 1; i <= load.terminals(); i++) {
            terminals.add(enrolled("terminal-" + i, hub.resolve("terminals"), certifier));
        }
        Optional<Mosquitto> broker = Optional.empty();
        if (load.broker().equals("mosquitto")) {
            broker = Optional.of(broker(
                    Files.createDirectories(directory.resolve("broker")), certifier, shipped(), load.terminals() + 10));
        }
        return new FleetSite(hub, certifier, terminals, KeyFile.newSealingKey(), broker);
    }

    private static Enrolled enrolled(String name, Path keys, Certifier certifier)
            throws GeneralSecurityException, IOException {
        KeysetHandle key = KeyFile.newSigningKey();
        new KeyFile(keys.resolve(name + ".json")).writePublic(key);
        return new Enrolled(new TerminalId(name), certifier.client(name, Certifier.Flaw.NONE), new Signer(key));
    }

    /** Where a checkout has the configuration of Mosquitto that is shipped. */
    static Path shipped() {
        return Site.checkout().resolve("provisioning/hub/src/main/mosquitto");
    }

    /** Mosquitto with that configuration, for so many connections; its files are in the directory. */
    static Mosquitto broker(Path directory, Certifier certifier, Path shipped, int connections)
            throws GeneralSecurityException, IOException, InterruptedException {
        Certifier.Issued own = certifier.server(Certifier.Flaw.NONE);
        Certifier.pem(
                directory.resolve("ca.pem"),
                "CERTIFICATE",
                certifier.authority().getEncoded());
        Certifier.pem(
                directory.resolve("localhost.pem"),
                "CERTIFICATE",
                own.certificate().getEncoded());
        Certifier.pem(
                directory.resolve("localhost.key"), "PRIVATE KEY", own.key().getEncoded());
        return Mosquitto.forMany(directory, shipped, connections);
    }

    private void settings() throws IOException, GeneralSecurityException {
        // a server's certificate for its own broker; Mosquitto asks for a client's
        Certifier.Issued own = broker.isPresent() ? certifier.client("hub", Certifier.Flaw.NONE) : certifier.hub();
        Certifier.write(own, directory.resolve("tls.p12"));
        certifier.writeAuthority(directory.resolve("trust.p12"));
        Path password = Files.writeString(directory.resolve("password"), new String(Certifier.PASSWORD));
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        new KeyFile(directory.resolve("desk.json")).writePrivate(desk);
        new KeyFile(directory.resolve("signing.json")).writePrivate(KeyFile.newSigningKey());
        new KeyFile(directory.resolve("blinding.json")).writePrivate(KeyFile.newBlindingKey());
        Files.writeString(
                directory.resolve("hub.properties"),
                """
                data-directory = data
                web-port = 0
                tls-key-store = tls.p12
                tls-trust-store = trust.p12
                tls-password-file = password
                desk-key = desk.json
                receipt-key = signing.json
                list-key = signing.json
                blinding-key = blinding.json
                terminals-directory = terminals
                %s
                """.formatted(broker.map(server -> "broker-embedded = off\nbroker-url = " + server.address())
                        .orElse("broker-embedded = on\nmqtt-port = " + port)),
                UTF_8);
    }

    private Program started() throws IOException, InterruptedException {
        Path jar = Site.checkout().resolve("provisioning/hub/target/hub.jar");
        String settings = directory.resolve("hub.properties").toString();
        Program program = new Program(
                Program.java(jar, List.of(Site.cached(jar)), "serve", "--settings", settings),
                directory.resolve("hub.log"),
                READY);
        program.readyLine();
        return program;
    }

    Certifier certifier() {
        return certifier;
    }

    List<Enrolled> terminals() {
        return terminals;
    }

    KeysetHandle desk() throws GeneralSecurityException {
        return desk.getPublicKeysetHandle();
    }

    Program hub() {
        return hub;
    }

    int port() {
        return port;
    }

    /** How many different reports the hub has stored. */
    double stored() throws IOException {
        return Double.parseDouble(Table.read(directory.resolve("data/hub.db"), "select count(distinct id) from report")
                .getFirst()
                .getFirst());
    }

    /** How often the hub has connected to its broker: once, unless the connection was lost. */
    double hubConnections() throws IOException {
        return lines(directory.resolve("hub.log"), READY);
    }

    /** How often the broker has said that a queue is full; once for each time that it begins to drop. */
    double dropped() throws IOException {
        return broker.isPresent()
                ? broker.get()
                        .log()
                        .lines()
                        .filter(line -> line.contains("being dropped"))
                        .count()
                : 0;
    }

    private static double lines(Path log, String holding) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(holding)).count();
        }
    }

    @Override
    public void close() {
        hub.close();
        broker.ifPresent(Mosquitto::close);
    }
}
