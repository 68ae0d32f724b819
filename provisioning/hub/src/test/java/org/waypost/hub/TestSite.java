package org.waypost.hub;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.waypost.contract.Amendment;
import org.waypost.contract.CaseReport;
import org.waypost.contract.Health;
import org.waypost.contract.KeyFile;
import org.waypost.contract.ReceiptVerifier;
import org.waypost.contract.ReportSealer;
import org.waypost.contract.SealedReport;
import org.waypost.contract.SignedAcknowledgement;
import org.waypost.contract.SignedHealth;
import org.waypost.contract.SignedNotice;
import org.waypost.contract.Signer;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Verifier;

/** One installation in one directory: keys, certificates and settings of a hub, and its enrolled terminals. */
final class TestSite {
    final Path directory;
    final TestAuthority authority = new TestAuthority();
    final KeysetHandle desk;
    final KeysetHandle receipts;
    final KeysetHandle list;
    final KeysetHandle blinding;
    private final Map<TerminalId, KeysetHandle> terminals = new ConcurrentHashMap<>();
    private final AtomicLong sequence = new AtomicLong();

    TestSite(Path directory) throws IOException, GeneralSecurityException {
        this.directory = directory;
        this.desk = KeyFile.newSealingKey();
        this.receipts = KeyFile.newSigningKey();
        this.list = KeyFile.newSigningKey();
        this.blinding = KeyFile.newBlindingKey();
        file("desk.json").writePrivate(desk);
        file("receipt.json").writePrivate(receipts);
        file("list.json").writePrivate(list);
        file("blinding.json").writePrivate(blinding);
        Files.createDirectory(directory.resolve("terminals"));
        TestAuthority.write(authority.identity("hub"), directory.resolve("hub.p12"));
        TestAuthority.write(authority.trust(), directory.resolve("trust.p12"));
        Files.writeString(directory.resolve("password"), TestAuthority.PASSWORD + "\n");
    }

    private KeyFile file(String name) {
        return new KeyFile(directory.resolve(name));
    }

    /** Every key a settings file needs; tests take some away or spoil them. */
    static Map<String, String> settings() {
        return new TreeMap<>(Map.ofEntries(
                Map.entry("data-directory", "data"),
                Map.entry("web-port", "0"),
                Map.entry("broker-embedded", "on"),
                Map.entry("mqtt-port", "0"),
                Map.entry("tls-key-store", "hub.p12"),
                Map.entry("tls-trust-store", "trust.p12"),
                Map.entry("tls-password-file", "password"),
                Map.entry("desk-key", "desk.json"),
                Map.entry("receipt-key", "receipt.json"),
                Map.entry("list-key", "list.json"),
                Map.entry("blinding-key", "blinding.json"),
                Map.entry("terminals-directory", "terminals")));
    }

    Path write(Map<String, String> settings) throws IOException {
        StringBuilder text = new StringBuilder();
        settings.forEach(
                (key, value) -> text.append(key).append(" = ").append(value).append('\n'));
        return Files.writeString(directory.resolve("hub.properties"), text);
    }

    HubServer start() throws IOException {
        return start(Interposed.NOTHING);
    }

    HubServer start(Interposed interposed) throws IOException {
        return start(InstantSource.system(), interposed);
    }

    /** One that reads the time here. */
    HubServer start(InstantSource clock, Interposed interposed) throws IOException {
        return HubServer.start(HubSettings.read(write(settings())), clock, interposed);
    }

    /** Enrols a terminal. */
    TerminalId enrol(String name) throws GeneralSecurityException, IOException {
        TerminalId terminal = new TerminalId(name);
        terminals.put(terminal, KeyFile.newSigningKey());
        file("terminals/" + name + ".json").writePublic(key(terminal));
        return terminal;
    }

    private KeysetHandle key(TerminalId terminal) {
        return Optional.ofNullable(terminals.get(terminal)).orElseThrow();
    }

    SealedReport seal(CaseReport report) throws GeneralSecurityException {
        return seal(report, sequence.incrementAndGet());
    }

    SealedReport seal(CaseReport report, long number) throws GeneralSecurityException {
        Signer signer = new Signer(key(report.filing().terminal()));
        return new ReportSealer(signer, desk.getPublicKeysetHandle()).seal(report, number);
    }

    SealedReport seal(Amendment amendment) throws GeneralSecurityException {
        Signer signer = new Signer(key(amendment.by().terminal()));
        return new ReportSealer(signer, desk.getPublicKeysetHandle()).seal(amendment, sequence.incrementAndGet());
    }

    SignedAcknowledgement acknowledge(SignedNotice notice) throws GeneralSecurityException {
        return SignedAcknowledgement.sign(notice, new Signer(key(notice.terminal())));
    }

    SignedHealth say(Health health) throws GeneralSecurityException {
        return SignedHealth.sign(health, new Signer(key(health.terminal())));
    }

    /** A health text that no code of ours would write, signed as SignedHealth says. */
    SignedHealth sayText(TerminalId terminal, String text) {
        String signature =
                new Signer(key(terminal)).sign(String.join("\n", "waypost-health-1", terminal.value(), text));
        return new SignedHealth(1, terminal, text, signature);
    }

    /** Connects as a terminal does, whatever the name. */
    TestTerminal connect(HubServer hub, String name) throws Exception {
        return new TestTerminal(hub.mqttPort().orElseThrow(), name, authority.context(name));
    }

    ReceiptVerifier receiptVerifier() throws GeneralSecurityException {
        return new ReceiptVerifier(new Verifier(receipts.getPublicKeysetHandle()));
    }
}
