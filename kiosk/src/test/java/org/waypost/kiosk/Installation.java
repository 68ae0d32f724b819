package org.waypost.kiosk;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import org.waypost.contract.Codec;
import org.waypost.contract.DocumentBlinder;
import org.waypost.contract.DocumentType;
import org.waypost.contract.KeyFile;
import org.waypost.contract.Notice;
import org.waypost.contract.Receipt;
import org.waypost.contract.ReceiptSigner;
import org.waypost.contract.SealedReport;
import org.waypost.contract.SignedNotice;
import org.waypost.contract.SignedReceipt;
import org.waypost.contract.SignedTrustStore;
import org.waypost.contract.SignedWatchlist;
import org.waypost.contract.Signer;
import org.waypost.contract.TerminalId;
import org.waypost.contract.TrustStoreIssue;
import org.waypost.contract.TrustStoreIssue.CountrySigner;
import org.waypost.contract.WatchlistEntry;
import org.waypost.contract.WatchlistEntry.Category;
import org.waypost.contract.WatchlistIssue;

/** The files of one terminal, in a directory of its own: settings, keys, certificate, list. */
final class Installation {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String PASSWORD = "of-this-test";

    private final Path directory;
    private final KeysetHandle listKey = KeyFile.newSigningKey();
    private final KeysetHandle blindingKey = KeyFile.newBlindingKey();
    private final KeysetHandle receiptKey = KeyFile.newSigningKey();
    private String text = SETTINGS;

    private Installation(Path directory) throws GeneralSecurityException {
        this.directory = directory;
    }

    /** A terminal with the simulated reader, no list, and a broker that does not answer. */
    static Installation in(Path directory) throws Exception {
        Installation made = new Installation(Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))));
        new KeyFile(made.file("signing.json")).writePrivate(KeyFile.newSigningKey());
        new KeyFile(made.file("desk.json")).writePublic(KeyFile.newSealingKey());
        new KeyFile(made.file("receipt.json")).writePublic(made.receiptKey);
        new KeyFile(made.file("list-key.json")).writePublic(made.listKey);
        new KeyFile(made.file("blinding.json")).writePrivate(made.blindingKey);
        made.certificate();
        made.set("web.port", "0");
        return made;
    }

    /** What the hub answers to a report. */
    SignedReceipt receipt(SealedReport report, Receipt answer) {
        return new ReceiptSigner(new Signer(receiptKey)).sign(report, answer);
    }

    /** What the desk says of a report. */
    SignedNotice notice(Notice notice) {
        return SignedNotice.sign(new TerminalId("counter-1"), notice, new Signer(receiptKey));
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    Path settings() {
        return file("kiosk.properties");
    }

    /** Writes the settings with one more of them changed. */
    void set(String key, String value) throws IOException {
        text = text.lines()
                .map(line -> line.startsWith(key + "=") ? key + "=" + value : line)
                .reduce("", (all, line) -> all + line + "\n");
        Files.writeString(settings(), text);
    }

    /** Writes the settings without one of them. */
    void drop(String key) throws IOException {
        text = text.lines().filter(line -> !line.startsWith(key + "=")).reduce("", (all, line) -> all + line + "\n");
        Files.writeString(settings(), text);
    }

    /** Lets it ask for fingers, at a simulated module. */
    void fingers() throws IOException {
        set("fingerprint.driver", "simulated");
        set("fingerprint.device", "simulated:");
        set("finger.mode", "on");
        set("finger.impact-assessment", "PIA-2026-8");
        set("finger.notice", "posted");
    }

    /** Gives it a simulated panel. */
    void panel() throws IOException {
        add("panel.driver=simulated\npanel.device=simulated:\n");
    }

    /** Writes the settings with these lines more. */
    void add(String lines) throws IOException {
        text += lines;
        Files.writeString(settings(), text);
    }

    /** Lets it read passports, at simulated readers. */
    void passports() throws IOException {
        set("zone.driver", "simulated");
        set("zone.device", "simulated:");
        set("passport.driver", "simulated");
        set("passport.device", "simulated:");
    }

    /** Puts a signed list in place, with entries for resident cards. */
    void list(WatchlistEntry... entries) throws IOException {
        Instant now = Instant.now();
        String issue = Codec.write(
                new WatchlistIssue(1, now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(6)), List.of(entries)));
        String signature = new Signer(listKey).sign(SignedWatchlist.FORMAT + "\n" + issue);
        Files.writeString(
                file("list.json"), Codec.write(new SignedWatchlist(SignedWatchlist.FORMAT, issue, signature)));
    }

    /** Lays a trust store of one country where the terminal takes it. */
    void trust(long number, byte[] certificate) throws IOException {
        Instant now = Instant.now();
        CountrySigner signer = new CountrySigner("UT", Base64.getEncoder().encodeToString(certificate), now, "UT");
        TrustStoreIssue issue = new TrustStoreIssue(number, now, List.of(signer), List.of());
        Files.writeString(file("offered-trust.json"), Codec.write(SignedTrustStore.sign(issue, new Signer(listKey))));
    }

    WatchlistEntry entry(String number, Category category, String authority) {
        LocalDate today = LocalDate.now(ZONE);
        return new WatchlistEntry(
                new DocumentBlinder(blindingKey).blind(DocumentType.RESIDENT_CARD, "CHN", number),
                category,
                "示例法第一条",
                authority,
                "示例（2026）第1号",
                today.minusDays(1),
                today.plusDays(2),
                "author",
                "reviewer");
    }

    /** Bytes of the terminal's file and its log. */
    String stored() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : List.of("terminal.db", "terminal.db-wal")) {
            if (Files.exists(file(name))) {
                all.append(new String(Files.readAllBytes(file(name)), java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    private void certificate() throws IOException, InterruptedException {
        Files.writeString(file("password"), PASSWORD + "\n");
        Files.setPosixFilePermissions(file("password"), PosixFilePermissions.fromString("rw-------"));
        Path made = KeyStores.made(PASSWORD);
        for (String store : KeyStores.NAMES) {
            Files.copy(made.resolve(store), file(store));
        }
    }

    private static final String SETTINGS = """
            terminal.id=counter-1
            office.name=示例市婚姻登记处
            office.time-zone=Asia/Shanghai
            office.farewell-seconds=4
            duty.title=婚姻登记条例
            duty.article=第六条
            duty.danger-minutes=15
            duty.child-minutes=15
            duty.other-minutes=1440
            duty.supervisor=主管，电话 5551
            store.file=terminal.db
            outbox.bytes=67108864
            retention.confirmed-days=90
            retention.refused-days=30
            retention.audit-days=365
            watchlist.file=list.json
            watchlist.offered=offered-list.json
            trust.file=trust.json
            trust.offered=offered-trust.json
            keys.terminal-signing=signing.json
            keys.desk-sealing=desk.json
            keys.hub-receipt=receipt.json
            keys.watchlist=list-key.json
            keys.blinding=blinding.json
            brokers=ssl://127.0.0.1:1
            tls.key-store=key.p12
            tls.trust-store=trust.p12
            tls.password-file=password
            web.port=0
            card-reader.driver=simulated
            card-reader.device=simulated:
            card-reader.poll-millis=50
            zone.driver=none
            zone.device=none
            passport.driver=none
            passport.device=none
            camera.driver=none
            camera.device=none
            face.mode=off
            face.models=models
            face.impact-assessment=none
            face.notice=none
            face.retention-minutes=10
            fingerprint.driver=none
            fingerprint.device=none
            finger.mode=off
            finger.impact-assessment=none
            finger.notice=none
            finger.retention-minutes=60
            """;
}
