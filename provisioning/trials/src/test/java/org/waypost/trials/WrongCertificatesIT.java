package org.waypost.trials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.report.BrokerLink.Attempt;
import org.waypost.agent.report.Mailbox;
import org.waypost.agent.report.PahoLink;
import org.waypost.agent.report.TimelyTls;
import org.waypost.agent.report.TlsFiles;
import org.waypost.contract.KeyFile;
import org.waypost.contract.TerminalId;
import org.waypost.hub.HubServer;
import org.waypost.hub.HubSettings;
import org.waypost.hub.Interposed;
import org.waypost.servers.Mosquitto;
import org.waypost.testing.BareMqtt;
import org.waypost.trials.Certifier.Flaw;

/**
 * Certificates wrong in one point each: of clients at both brokers, of brokers at the terminal and at the hub. Nobody
 * gets through, and one line says why. Not among them: revoked ones. There are no revocation lists; a certificate lives
 * for days, and a terminal whose key file is removed is dropped at once (HubServerTest).
 */
class WrongCertificatesIT {
    private static final String TERMINAL = "counter-1";
    private static final Set<Flaw> OF_A_CLIENT = EnumSet.complementOf(EnumSet.of(Flaw.NONE, Flaw.OTHER_HOST));
    private static final Set<Flaw> OF_A_BROKER = EnumSet.complementOf(
            EnumSet.of(Flaw.NONE, Flaw.NO_COMMON_NAME, Flaw.TWO_COMMON_NAMES, Flaw.NAME_OF_NO_TERMINAL));

    @TempDir
    Path directory;

    private final Certifier certifier;
    private final Lines lines = new Lines();

    WrongCertificatesIT() throws GeneralSecurityException, IOException {
        certifier = new Certifier();
    }

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(lines);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(lines);
    }

    @Test
    void theHubsOwnBrokerTakesNoneOfThem() throws Exception {
        assertTrue(OF_A_CLIENT.size() >= 12);
        try (HubServer hub = HubServer.start(
                hub("broker-embedded = on\nmqtt-port = 0"), InstantSource.system(), Interposed.NOTHING)) {
            int port = hub.mqttPort().orElseThrow();
            assertEquals(0, connect(port, Flaw.NONE), "control");
            for (Flaw flaw : OF_A_CLIENT) {
                lines.clear();
                assertTrue(refused(connect(port, flaw)), flaw.name());
                Waiting.until(
                        "a line about " + flaw,
                        () -> lines.any("SSL handshake failed", "is turned away", "Unable to validate user"));
            }
            assertTrue(refused(nobody(port)), "no certificate");
        }
    }

    /** Apart from names, which say nothing to it: it takes any, and the first of two. */
    @Test
    void mosquittoTakesNoneOfThem() throws Exception {
        assumeTrue(Mosquitto.installed(), Mosquitto.NEEDED);
        Certifier.Issued own = certifier.server(Flaw.NONE);
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
        Set<Flaw> flaws = EnumSet.copyOf(OF_A_CLIENT);
        flaws.removeAll(List.of(Flaw.TWO_COMMON_NAMES, Flaw.NAME_OF_NO_TERMINAL));
        try (Mosquitto broker = new Mosquitto(directory)) {
            int port = broker.address().getPort();
            assertEquals(0, connect(port, Flaw.NONE), "control");
            for (Flaw flaw : flaws) {
                String before = broker.log();
                assertTrue(refused(connect(port, flaw)), flaw.name());
                assertTrue(broker.log().length() > before.length(), flaw.name());
            }
            assertTrue(refused(nobody(port)), "no certificate");
        }
    }

    private int connect(int port, Flaw flaw) throws GeneralSecurityException, IOException {
        SSLContext tls = Shown.context(certifier.client(TERMINAL, flaw), certifier.authority());
        try (BareMqtt client = new BareMqtt(port, tls)) {
            return client.connect(flaw == Flaw.NAME_OF_NO_TERMINAL ? "Not A Name" : TERMINAL);
        }
    }

    private int nobody(int port) throws GeneralSecurityException, IOException {
        try (BareMqtt client = new BareMqtt(port, Shown.nothing(certifier.authority()))) {
            return client.connect(TERMINAL);
        }
    }

    private static boolean refused(int code) {
        return code == BareMqtt.HUNG_UP || code >= BareMqtt.REFUSED;
    }

    @Test
    void aTerminalSpeaksToNoneOfThem() throws Exception {
        assertTrue(OF_A_BROKER.size() >= 11, "and one more is an older TLS");
        SSLContext own = terminal().context();
        Supplier<SSLContext> tls = () -> own;
        assertEquals(1, spoken(tls, Flaw.NONE, "TLSv1.3"), "control");
        for (Flaw flaw : OF_A_BROKER) {
            assertEquals(0, spoken(tls, flaw, "TLSv1.3"), flaw.name());
        }
        assertEquals(0, spoken(tls, Flaw.NONE, "TLSv1.2"), "an older TLS");
    }

    /** As one without a battery wakes up: no certificate is in force by its clock. An old one is not taken for that. */
    @Test
    void aTerminalWhoseClockIsBehindWhatTheHubSignedSpeaksToTheBrokerOfToday() throws Exception {
        Instant now = Instant.now();
        TlsFiles files = terminal();
        assertEquals(1, spoken(timely(files, now.plus(Duration.ofHours(25))), Flaw.NOT_YET_VALID, "TLSv1.3"));
        assertEquals(0, spoken(timely(files, now.minusSeconds(1)), Flaw.NOT_YET_VALID, "TLSv1.3"), "control");
        assertEquals(0, spoken(timely(files, now.minus(Duration.ofHours(36))), Flaw.EXPIRED, "TLSv1.3"));
        assertEquals(0, spoken(timely(files, now.plus(Duration.ofHours(25))), Flaw.OTHER_AUTHORITY, "TLSv1.3"));
    }

    private static TimelyTls timely(TlsFiles files, Instant signed) {
        return TimelyTls.of(files, () -> Optional.of(signed), InstantSource.system());
    }

    private int spoken(Supplier<SSLContext> tls, Flaw flaw, String protocol) throws Exception {
        try (BadServer server = server(flaw, protocol)) {
            PahoLink link = new PahoLink(new TerminalId(TERMINAL), List.of(URI.create(server.url())), tls);
            Attempt.Failed failed = assertInstanceOf(Attempt.Failed.class, link.connect(new Mailbox()));
            assertEquals(1, server.came());
            assertEquals(server.spoke() == 0, failed.reason().startsWith("no trusted connection ("), failed.reason());
            assertFalse(failed.reason().contains("\n"));
            return server.spoke();
        }
    }

    private BadServer server(Flaw flaw, String protocol) throws Exception {
        return new BadServer(Shown.context(certifier.server(flaw), certifier.authority()), protocol);
    }

    @Test
    void aHubSpeaksToNoneOfThem() throws Exception {
        assertEquals(1, hubSpoke(Flaw.NONE, "TLSv1.3"), "control");
        for (Flaw flaw : OF_A_BROKER) {
            assertEquals(0, hubSpoke(flaw, "TLSv1.3"), flaw.name());
        }
        assertEquals(0, hubSpoke(Flaw.NONE, "TLSv1.2"), "an older TLS");
    }

    private int hubSpoke(Flaw flaw, String protocol) throws Exception {
        lines.clear();
        try (BadServer server = server(flaw, protocol)) {
            HubSettings settings = hub("broker-embedded = off\nbroker-url = " + server.url());
            try (HubServer hub = HubServer.start(settings, InstantSource.system(), Interposed.NOTHING)) {
                Waiting.until("a line about " + flaw, () -> lines.any("no connection to " + server.url()));
                assertEquals(server.spoke() == 0, lines.any("no trusted connection ("), lines::toString);
                assertTrue(hub.counts().isEmpty());
            }
            return Math.min(1, server.spoke());
        }
    }

    private TlsFiles terminal() throws Exception {
        Certifier.write(certifier.client(TERMINAL, Flaw.NONE), directory.resolve("terminal.p12"));
        return new TlsFiles(
                directory.resolve("terminal.p12"),
                certifier.writeAuthority(directory.resolve("trust.p12")),
                password());
    }

    private Path password() throws IOException {
        Path file = Files.writeString(directory.resolve("password"), new String(Certifier.PASSWORD));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /** Settings of a hub with fresh keys and a good certificate. */
    private HubSettings hub(String broker) throws Exception {
        Path hub = Files.createTempDirectory(directory, "hub");
        Certifier.write(certifier.hub(), hub.resolve("tls.p12"));
        certifier.writeAuthority(hub.resolve("trust.p12"));
        Files.createDirectory(hub.resolve("terminals"));
        new KeyFile(hub.resolve("desk.json")).writePrivate(KeyFile.newSealingKey());
        new KeyFile(hub.resolve("signing.json")).writePrivate(KeyFile.newSigningKey());
        new KeyFile(hub.resolve("blinding.json")).writePrivate(KeyFile.newBlindingKey());
        Files.writeString(hub.resolve("hub.properties"), """
                data-directory = data
                web-port = 0
                tls-key-store = tls.p12
                tls-trust-store = trust.p12
                tls-password-file = %s
                desk-key = desk.json
                receipt-key = signing.json
                list-key = signing.json
                blinding-key = blinding.json
                terminals-directory = terminals
                %s
                """.formatted(password(), broker), UTF_8);
        return HubSettings.read(hub.resolve("hub.properties"));
    }

    /** What was logged. */
    private static final class Lines extends Handler {
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        void clear() {
            lines.clear();
        }

        boolean any(String... parts) {
            return lines.stream().anyMatch(line -> List.of(parts).stream().anyMatch(line::contains));
        }

        @Override
        public void publish(@Nullable LogRecord entry) {
            if (entry != null) {
                lines.add(new SimpleFormatter().formatMessage(entry));
            }
        }

        @Override
        public String toString() {
            return String.join("\n", lines);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
