package org.waypost.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.sql.SQLException;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.audit.AuditChain;
import org.waypost.agent.settings.Settings;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.servers.Mosquitto;

/** A broker of its own dies, and its store with it, after it took a report and before a hub stored it. */
class BrokerKilledIT {
    private static final String REPORTS = "select count(*) from report";
    private static final String CONFIRMATIONS = "select count(*) from audit where action = 'REPORT_CONFIRMED'";

    @TempDir
    Path directory;

    @BeforeAll
    static void installed() {
        assumeTrue(Mosquitto.installed(), Mosquitto.NEEDED);
    }

    @Test
    void theReportIsThereOnceAndItsReceiptToo()
            throws IOException, InterruptedException, SQLException, GeneralSecurityException {
        Site site = Site.make(directory.resolve("site"));
        Settings settings = Settings.read(site.terminalSettings());
        URI address = settings.uplink().brokers().getFirst();
        useBrokerOfItsOwn(site.hubSettings(), address);
        Path certificates = Files.createDirectories(directory.resolve("broker"));
        pem(site.hubSettings().resolveSibling("."), certificates);
        try (Mosquitto broker = new Mosquitto(certificates, address.getPort())) {
            UUID report = takenAndNotStored(site, settings);
            broker.kill();
            broker.restart();
            try (Program hub = site.hub(Site.cached(site.hubJar()))) {
                hub.readyLine();
                Waiting.until(
                        "the hub's intake is connected",
                        () -> logged(site.directory().resolve("hub.log")));
                assertEquals(0, Rows.count(site.hubStore(), REPORTS), "control: who trusts the broker has lost it");
                arrives(site, settings, report);
            }
        }
    }

    private static boolean logged(Path log) {
        try {
            return Files.readString(log).contains("the intake is connected");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void arrives(Site site, Settings settings, UUID report) throws InterruptedException, SQLException {
        try (Dispatch terminal = new Dispatch(settings)) {
            assertFalse(terminal.confirmed(report), "nobody signed for it");
            terminal.start();
            Waiting.until("the receipt comes once the broker is back", () -> terminal.confirmed(report));
            assertEquals(1, Rows.count(site.hubStore(), REPORTS));
            assertEquals(1, Rows.count(site.hubStore(), "select count(distinct digest) from receipt"));
            assertEquals(1, Rows.count(site.terminalStore(), CONFIRMATIONS));
            assertInstanceOf(AuditChain.Verdict.Intact.class, new AuditChain(terminal.store()).verify());
        }
    }

    /** The hub halts when it has the report in hand: the broker has acknowledged it, nobody has stored it. */
    private UUID takenAndNotStored(Site site, Settings settings) throws IOException, InterruptedException {
        try (Program dying = HaltingHub.program(
                        site, HaltingHub.Point.PUBLISHED_NOT_STORED, directory.resolve("dying.log"));
                Dispatch terminal = new Dispatch(settings)) {
            dying.readyLine();
            terminal.start();
            UUID report = terminal.file(Urgency.OTHER);
            Waiting.until("the hub halts", () -> !dying.handle().isAlive());
            Waiting.until(
                    "the broker has taken it",
                    () -> terminal.outbox().rows().stream()
                            .allMatch(row -> row.published().isPresent()));
            return report;
        }
    }

    private static void useBrokerOfItsOwn(Path settings, URI address) throws IOException {
        String text = Files.readString(settings);
        String changed = text.replaceFirst("(?m)^broker-embedded = on$", "broker-embedded = off")
                .replaceFirst("(?m)^mqtt-port = .*$", "broker-url = " + address);
        assertTrue(changed.contains("broker-embedded = off") && changed.contains("broker-url"), changed);
        Files.writeString(settings, changed);
    }

    /** The hub's own certificate, which names localhost, in the form that this broker reads. */
    private static void pem(Path hub, Path into) throws IOException, GeneralSecurityException {
        char[] password = Files.readString(hub.resolve("tls.password")).strip().toCharArray();
        KeyStore own = store(hub.resolve("tls.p12"), password);
        KeyStore trusted = store(hub.resolve("trust.p12"), password);
        String name = own.aliases().nextElement();
        Key key = own.getKey(name, password);
        write(into.resolve("localhost.key"), "PRIVATE KEY", key.getEncoded());
        write(
                into.resolve("localhost.pem"),
                "CERTIFICATE",
                own.getCertificate(name).getEncoded());
        Certificate authority = trusted.getCertificate(trusted.aliases().nextElement());
        write(into.resolve("ca.pem"), "CERTIFICATE", authority.getEncoded());
    }

    private static KeyStore store(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        return store;
    }

    /** RFC 7468. */
    private static void write(Path file, String label, byte[] der) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Files.writeString(file, "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
    }
}
