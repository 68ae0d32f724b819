package org.waypost.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.KeyFile;
import org.waypost.contract.Signer;
import org.waypost.contract.Verifier;

class DevelopmentSiteTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @TempDir
    Path directory;

    @Test
    void makesKeysThatFitEachOther() throws IOException {
        assertEquals("", run(0, "development-site", site().toString()));
        Signer terminal = new Signer(new KeyFile(site().resolve("terminal/signing.json")).read());
        Verifier known = new Verifier(new KeyFile(site().resolve("hub/terminals/counter-1.json")).read());
        assertTrue(known.signed("text", terminal.sign("text")));
    }

    @Test
    void aStationHasACertificateOfItsOwnAndNoKeyToSignWith() throws Exception {
        run(0, "development-site", site().toString());
        assertEquals(
                "CN=station-1", certificate("station").getSubjectX500Principal().getName());
        try (Stream<Path> files = Files.list(site().resolve("station"))) {
            assertEquals(
                    List.of(
                            "desk-sealing-public.json",
                            "receipt-signing-public.json",
                            "station.properties",
                            "store",
                            "tls.p12",
                            "tls.password",
                            "trust.p12"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void everyFileIsItsOwnersAlone() throws IOException {
        run(0, "development-site", site().toString());
        try (Stream<Path> files = Files.walk(site())) {
            List<String> open = files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().matches(".*(-public|terminals/counter-1)\\.json"))
                    .filter(file -> !modes(file).equals("rw-------"))
                    .map(Path::toString)
                    .toList();
            assertEquals(List.of(), open);
        }
    }

    @Test
    void certificatesNameTheirHolderAndDieAfterAWeek() throws IOException, GeneralSecurityException {
        run(0, "development-site", site().toString(), "--terminal", "harbour-2");
        X509Certificate terminal = certificate("terminal");
        terminal.checkValidity(Date.from(NOW.plus(Duration.ofDays(6))));
        assertEquals("CN=harbour-2", terminal.getSubjectX500Principal().getName());
        assertTrue(terminal.getNotAfter().toInstant().isBefore(NOW.plus(Duration.ofDays(8))));
        assertEquals(List.of("1.3.6.1.5.5.7.3.2"), terminal.getExtendedKeyUsage());
        assertEquals(2, certificate("hub").getSubjectAlternativeNames().size());
    }

    @Test
    void overwritesNothingAndSaysSoInOneLine() throws IOException {
        run(0, "development-site", site().toString());
        String before = Files.readString(site().resolve("terminal/signing.json"));
        String line = run(1, "development-site", site().toString());
        assertEquals(1, line.lines().count(), line);
        assertTrue(line.contains("name a directory that does not exist"), line);
        assertEquals(before, Files.readString(site().resolve("terminal/signing.json")));
    }

    @Test
    void refusesANameThatNoTopicCanCarry() {
        String line = run(1, "development-site", site().toString(), "--terminal", "Counter/1");
        assertTrue(line.contains("a terminal id is"), line);
        assertFalse(Files.exists(site()));
    }

    private Path site() {
        return directory.resolve("site");
    }

    private X509Certificate certificate(String machine) throws IOException, GeneralSecurityException {
        Path own = site().resolve(machine);
        KeyStore store = KeyStore.getInstance(
                own.resolve("tls.p12").toFile(),
                Files.readString(own.resolve("tls.password")).toCharArray());
        return (X509Certificate) store.getCertificate("tls");
    }

    private static String modes(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static String run(int expected, String... arguments) {
        StringWriter said = new StringWriter();
        var line = Installer.commandLine(Clock.fixed(NOW, ZoneOffset.UTC)).setErr(new PrintWriter(said));
        assertEquals(expected, line.execute(arguments), said::toString);
        return said.toString();
    }
}
