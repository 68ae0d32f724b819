package org.waypost.installer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.waypost.contract.KeyFile;
import org.waypost.contract.TerminalId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code development-site DIRECTORY}: keys, certificates and settings of one hub, one terminal of a counter and one
 * public station on this machine, for demonstrations and tests. Everything is new each time and dies after a week;
 * nothing is overwritten.
 *
 * <pre>
 * DIRECTORY/hub       hub.properties, TLS identity, private keys, terminals/
 * DIRECTORY/terminal  terminal.properties, TLS identity, private signing key, public keys of the hub
 * DIRECTORY/station   station.properties, TLS identity, public keys of the hub
 * </pre>
 */
@Command(
        name = "development-site",
        description =
                "Makes keys, certificates and settings of a hub, a terminal and a station on this machine; for development.",
        mixinStandardHelpOptions = true)
final class DevelopmentSite implements Callable<Integer> {
    private static final Duration LIFE = Duration.ofDays(7);
    private static final String STATION = "station-1";

    @Parameters(paramLabel = "DIRECTORY", description = "Where to make it; must not hold a site.")
    Path directory = Path.of(".");

    @Option(names = "--terminal", defaultValue = "counter-1", description = "Name of the terminal (${DEFAULT-VALUE}).")
    String terminal = "counter-1";

    @Option(names = "--mqtt-port", defaultValue = "8883", description = "Port of the hub's broker (${DEFAULT-VALUE}).")
    int mqttPort = 8883;

    @Option(names = "--hub-port", defaultValue = "8090", description = "Port of the hub's pages (${DEFAULT-VALUE}).")
    int hubPort = 8090;

    @Option(names = "--port", defaultValue = "8080", description = "Port of the terminal's pages (${DEFAULT-VALUE}).")
    int port = 8080;

    @Option(
            names = "--station-port",
            defaultValue = "8070",
            description = "Port of the station's page (${DEFAULT-VALUE}).")
    int stationPort = 8070;

    private final Clock clock;

    DevelopmentSite(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws GeneralSecurityException, IOException {
        TerminalId name = new TerminalId(terminal);
        refuseAnotherSite();
        Path hub = privateDirectory(directory.resolve("hub"));
        Path own = privateDirectory(directory.resolve("terminal"));
        Path station = privateDirectory(directory.resolve("station"));
        privateDirectory(own.resolve("store"));
        privateDirectory(station.resolve("store"));
        identities(hub, own, station);
        keys(name, hub, own);
        stationKeys(own, station);
        settings(hub, own, station);
        return 0;
    }

    private void refuseAnotherSite() throws FileAlreadyExistsException {
        for (String machine : List.of("hub", "terminal", "station")) {
            if (Files.exists(directory.resolve(machine))) {
                throw new FileAlreadyExistsException(
                        directory + " holds a site already: name a directory that does not exist");
            }
        }
    }

    private void identities(Path hub, Path own, Path station) throws GeneralSecurityException, IOException {
        CertificateAuthority authority = new CertificateAuthority(clock.instant(), LIFE);
        authority.hub().write(hub, password(hub));
        authority.terminal(terminal).write(own, password(own));
        authority.terminal(STATION).write(station, password(station));
    }

    /** Those that seal what is told and check what comes back; a station signs nothing. */
    private static void stationKeys(Path own, Path station) throws IOException {
        for (String key : List.of("desk-sealing-public.json", "receipt-signing-public.json")) {
            Files.copy(own.resolve(key), station.resolve(key));
        }
    }

    private static void keys(TerminalId name, Path hub, Path own) throws GeneralSecurityException, IOException {
        KeysetHandle desk = KeyFile.newSealingKey();
        in(hub, "desk-sealing.json").writePrivate(desk);
        in(own, "desk-sealing-public.json").writePublic(desk);
        KeysetHandle receipts = KeyFile.newSigningKey();
        in(hub, "receipt-signing.json").writePrivate(receipts);
        in(own, "receipt-signing-public.json").writePublic(receipts);
        KeysetHandle list = KeyFile.newSigningKey();
        in(hub, "list-signing.json").writePrivate(list);
        in(own, "list-signing-public.json").writePublic(list);
        KeysetHandle blinding = KeyFile.newBlindingKey();
        in(hub, "blinding.json").writePrivate(blinding);
        in(own, "blinding.json").writePrivate(blinding);
        KeysetHandle signing = KeyFile.newSigningKey();
        in(own, "signing.json").writePrivate(signing);
        in(privateDirectory(hub.resolve("terminals")), name + ".json").writePublic(signing);
    }

    private void settings(Path hub, Path own, Path station) throws IOException {
        write(hub.resolve("hub.properties"), text("hub.properties"));
        write(own.resolve("terminal.properties"), text("terminal.properties"));
        write(station.resolve("station.properties"), text("station.properties"));
    }

    private String text(String resource) throws IOException {
        try (var in = DevelopmentSite.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("this installer is incomplete: " + resource + " is missing; install it again");
            }
            return new String(in.readAllBytes(), UTF_8)
                    .replace("@terminal@", terminal)
                    .replace("@mqtt-port@", Integer.toString(mqttPort))
                    .replace("@hub-port@", Integer.toString(hubPort))
                    .replace("@port@", Integer.toString(port))
                    .replace("@station@", STATION)
                    .replace("@station-port@", Integer.toString(stationPort));
        }
    }

    private static KeyFile in(Path directory, String name) {
        return new KeyFile(directory.resolve(name));
    }

    private static char[] password(Path directory) throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        write(directory.resolve("tls.password"), password);
        return password.toCharArray();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    private static Path privateDirectory(Path directory) throws IOException {
        return Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
}
