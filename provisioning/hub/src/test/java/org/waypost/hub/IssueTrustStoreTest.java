package org.waypost.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.Codec;
import org.waypost.contract.SignedTrustStore;
import org.waypost.contract.TrustStoreIssue;
import org.waypost.contract.TrustStoreIssue.CountrySigner;
import org.waypost.contract.Verifier;
import org.waypost.hub.trust.Country;
import picocli.CommandLine;

/** The command as an operator calls it. */
class IssueTrustStoreTest {
    @TempDir
    Path directory;

    private TestSite site;
    private Path settings;
    private Country utopia;
    private Country other;
    private final StringWriter said = new StringWriter();

    @BeforeEach
    void site() throws Exception {
        site = new TestSite(directory);
        settings = site.write(TestSite.settings());
        utopia = Country.named("C=UT,CN=CSCA Utopia");
        other = Country.named("C=xx,CN=CSCA Other");
        Country nameless = Country.named("O=Nobody,CN=CSCA");
        file("ut.ml", utopia.masterListBySigner(utopia, other, nameless));
        file("xx.ml", other.masterList(other, utopia));
        file("ut.cer", utopia.certificate());
        file("xx.cer", other.certificate());
        file("ut.crl", utopia.revocationList(1));
    }

    private void file(String name, byte[] content) throws Exception {
        Files.write(directory.resolve(name), content);
    }

    private int issue(String... more) {
        CommandLine line = Hub.commandLine();
        line.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
        List<String> all = new java.util.ArrayList<>(List.of("issue-trust-store", "--settings", settings.toString()));
        all.addAll(List.of("--out", directory.resolve("trust.json").toString()));
        for (String argument : more) {
            all.add(
                    argument.startsWith("--")
                            ? argument
                            : directory.resolve(argument).toString());
        }
        return line.execute(all.toArray(String[]::new));
    }

    private TrustStoreIssue issued() throws Exception {
        byte[] text = Files.readAllBytes(directory.resolve("trust.json"));
        Verifier hub = new Verifier(site.list.getPublicKeysetHandle());
        return switch (Codec.read(text, SignedTrustStore.class, Codec.FILE_MAX)) {
            case Codec.Decoded<SignedTrustStore> decoded ->
                decoded.value().opened(hub).orElseThrow();
            case Codec.Malformed<SignedTrustStore> malformed -> throw new AssertionError(malformed.reason());
        };
    }

    @Test
    void joinsTheListsOfTwoIssuersAndNumbersTheStores() throws Exception {
        int code = issue(
                "--master-list",
                "ut.ml",
                "--issuer",
                "ut.cer",
                "--master-list",
                "xx.ml",
                "--issuer",
                "xx.cer",
                "--revocation-list",
                "ut.crl");
        assertEquals(0, code, said.toString());
        TrustStoreIssue first = issued();
        assertEquals(1, first.number());
        assertEquals(
                List.of("UT from UT", "XX from UT"),
                first.signers().stream()
                        .map(signer -> signer.country() + " from " + signer.source())
                        .sorted()
                        .toList(),
                "each once");
        String certificate = Base64.getEncoder().encodeToString(utopia.certificate());
        assertTrue(first.signers().stream().map(CountrySigner::certificate).anyMatch(certificate::equals));
        assertEquals(1, first.revocationLists().size());
        assertTrue(
                said.toString().contains("2 country signers") && said.toString().contains("1 entries left out"));
        assertEquals(0, issue("--master-list", "xx.ml", "--issuer", "xx.cer"));
        assertEquals(2, issued().number());
    }

    @Test
    void makesNothingOfAListThatItsIssuerDidNotSignAndSaysWhichFile() {
        assertEquals(1, issue("--master-list", "ut.ml", "--issuer", "xx.cer"));
        assertTrue(said.toString().contains("ut.ml: not signed by xx.cer"), said.toString());
        assertFalse(Files.exists(directory.resolve("trust.json")));
    }

    /** A single list beyond its limit, and lists that only together are longer than a terminal reads. */
    @Test
    void makesNoStoreThatATerminalWouldNotRead() throws Exception {
        file("huge.crl", utopia.revocationList(40_000));
        assertEquals(1, issue("--master-list", "ut.ml", "--issuer", "ut.cer", "--revocation-list", "huge.crl"));
        file("long.crl", utopia.revocationList(18_000));
        List<String> many = new java.util.ArrayList<>(List.of("--master-list", "ut.ml", "--issuer", "ut.cer"));
        for (int i = 0; i < 25; i++) {
            many.addAll(List.of("--revocation-list", "long.crl"));
        }
        assertEquals(1, issue(many.toArray(String[]::new)));
        assertEquals(2, said.toString().split("give fewer or smaller lists", -1).length - 1, said.toString());
        assertFalse(Files.exists(directory.resolve("trust.json")));
        assertEquals(0, issue("--master-list", "ut.ml", "--issuer", "ut.cer", "--revocation-list", "long.crl"));
        assertEquals(1, issued().number(), "a refused store takes no number");
    }

    @Test
    void refusesFilesThatAreNotWhatTheyShouldBe() {
        assertEquals(1, issue("--master-list", "ut.cer", "--issuer", "ut.cer", "--revocation-list", "ut.ml"));
        assertTrue(said.toString().contains("ut.cer: not a master list"), said.toString());
        assertTrue(said.toString().contains("ut.ml: not a revocation list"), said.toString());
        assertEquals(1, issue("--master-list", "nowhere", "--issuer", "ut.cer"));
        assertTrue(said.toString().contains("nowhere cannot be read"), said.toString());
        assertEquals(2, issue("--master-list", "ut.ml"), "a list without its issuer's certificate");
        assertFalse(Files.exists(directory.resolve("trust.json")));
        assertFalse(new String(said.toString().getBytes(UTF_8), UTF_8).contains("Exception"));
    }
}
