package org.waypost.agent.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.KeyFile;
import org.waypost.contract.PublicReport;
import org.waypost.contract.SealedTip;
import org.waypost.contract.SignedAnswer;
import org.waypost.contract.SignedTipReceipt;
import org.waypost.contract.SignedTipReceipt.Outcome;
import org.waypost.contract.Signer;
import org.waypost.contract.TipSealer;
import org.waypost.contract.TipThread;
import org.waypost.contract.Verifier;

/** A station with a box of tips and a shelf of answers, its desk and its hub. */
abstract class TipScene {
    static final Instant TOLD = Instant.parse("2026-11-23T08:17:23.456Z");

    @TempDir
    Path directory;

    final KeysetHandle hub;
    Instant now = TOLD;
    TerminalStore store;
    TipBox box;
    AnswerShelf shelf;
    private final KeysetHandle desk;

    TipScene() throws GeneralSecurityException {
        this.desk = KeyFile.newSealingKey();
        this.hub = KeyFile.newSigningKey();
    }

    @BeforeEach
    void open() throws GeneralSecurityException {
        store = TerminalStore.open(directory.resolve("station.db"), () -> Instant.parse("2026-01-01T00:00:00Z"));
        Verifier verifier = new Verifier(hub.getPublicKeysetHandle());
        box = new SqliteTipBox(store, new TipSealer(desk.getPublicKeysetHandle()), verifier, () -> now);
        shelf = new SqliteAnswerShelf(store, verifier, () -> now);
    }

    @AfterEach
    void close() {
        store.close();
    }

    PublicReport report(UUID id) {
        return new PublicReport(
                id,
                PublicReport.hourOf(now),
                PublicReport.Kind.TRAFFICKING,
                PublicReport.Place.HOME,
                PublicReport.Danger.NOT_KNOWN,
                "words-of-one-person",
                thread(1),
                "");
    }

    static TipThread thread(int number) {
        byte[] handle = new byte[16];
        handle[0] = (byte) number;
        return new TipThread(Base64.getUrlEncoder().withoutPadding().encodeToString(handle), "A".repeat(43));
    }

    void put(int count) {
        for (int i = 0; i < count; i++) {
            assertEquals(TipBox.Put.SAVED, box.put(report(UUID.randomUUID())));
        }
    }

    SignedTipReceipt receipt(SealedTip tip, Outcome outcome) {
        return SignedTipReceipt.sign(tip, outcome, new Signer(hub));
    }

    SignedAnswer answer(long number, long previous, int thread) {
        return SignedAnswer.sign(
                number,
                previous,
                PublicReport.hourOf(now),
                thread(thread).handle(),
                thread(thread).seal("answer " + number),
                new Signer(hub));
    }

    String bytes() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : List.of("station.db", "station.db-wal")) {
            all.append(new String(Files.readAllBytes(directory.resolve(name)), ISO_8859_1));
        }
        return all.toString();
    }
}
