package org.waypost.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.audit.Anchor;
import org.waypost.agent.audit.AuditChain;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.audit.SignedHeads;
import org.waypost.agent.report.Mailbox;
import org.waypost.agent.report.SqliteOutbox;
import org.waypost.agent.settings.Settings;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.CaseReport;
import org.waypost.contract.Codec;
import org.waypost.contract.KeyAnnouncement;
import org.waypost.contract.KeyFile;
import org.waypost.contract.KeyLock;
import org.waypost.contract.Receipt;
import org.waypost.contract.SealedReport;
import org.waypost.contract.Signer;
import org.waypost.contract.Statement;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Verifier;
import picocli.CommandLine;

/** The command as a technician calls it, at a terminal that has something queued. */
class RotateKeyTest {
    private static final TerminalId COUNTER = new TerminalId("counter-1");

    @TempDir
    Path directory;

    private Installation installation;
    private Instant now = Instant.parse("2026-11-29T08:00:00Z");
    private String said = "";

    @BeforeEach
    void terminal() throws Exception {
        installation = Installation.in(directory.resolve("terminal"));
    }

    private int rotate(String... more) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(all, true, StandardCharsets.UTF_8);
        List<String> line =
                new ArrayList<>(List.of("--settings", installation.settings().toString(), "--by", "Technician Wu"));
        line.addAll(List.of(more));
        int code = new CommandLine(new RotateKey(() -> now, out, out)).execute(line.toArray(String[]::new));
        said = all.toString(StandardCharsets.UTF_8);
        return code;
    }

    private KeyFile signing() {
        return new KeyFile(installation.file("signing.json"));
    }

    private KeyAnnouncement announced() throws Exception {
        return switch (KeyAnnouncement.read(Files.readString(installation.file("signing-announced.json")))) {
            case Codec.Decoded<KeyAnnouncement> decoded -> decoded.value();
            case Codec.Malformed<KeyAnnouncement> malformed -> throw new AssertionError(malformed);
        };
    }

    private <T> T withStore(Function<TerminalStore, T> use) {
        try (TerminalStore store = TerminalStore.open(
                Settings.read(installation.settings()).files().store(), () -> now)) {
            return use.apply(store);
        }
    }

    private SqliteOutbox outbox(TerminalStore store) {
        Settings settings = Settings.read(installation.settings());
        return new SqliteOutbox(
                store,
                Credentials.of(settings.keys()).outbox(),
                settings.files().outbox(),
                new Mailbox(),
                () -> now);
    }

    private SealedReport file() {
        CaseReport report = new CaseReport(
                UUID.randomUUID(),
                new CaseReport.Filing(
                        COUNTER,
                        "R-0417",
                        Settings.read(installation.settings()).office().duty().law(),
                        now,
                        now),
                CaseReport.Urgency.OTHER,
                CaseReport.Protected.PARTY_A,
                List.of(new Statement(Statement.Source.OBSERVED, Optional.empty(), "example")),
                List.of(),
                new CaseReport.Handling(
                        CaseReport.Companion.NOT_KNOWN, "", "", "", "", CaseReport.Interpreter.NOT_USED),
                Set.of(CaseReport.Recipient.POLICE));
        return withStore(store -> {
            outbox(store).put(report, new AuditEvent(now, "R", AuditEvent.Action.REPORT_FILED, report.id(), ""));
            return outbox(store).next().orElseThrow();
        });
    }

    private void answer(SealedReport report) {
        withStore(store -> outbox(store).confirm(installation.receipt(report, new Receipt.Stored(1, now))));
    }

    private boolean signed(Verifier key) {
        return key.signed("text", new Signer(signing()).sign("text"));
    }

    @Test
    void theFormerKeyGoesOnceWhatItSignedIsAnswered() throws Exception {
        Verifier old = new Verifier(signing().read().getPublicKeysetHandle());
        SealedReport queued = file();
        assertEquals(0, rotate(), said);
        assertTrue(signed(old), "the new one waits");
        assertTrue(announced().signedBy(old));
        assertEquals(1, rotate("--activate", "00000000"));
        assertTrue(signed(old), "the hub was not heard of");
        assertEquals(0, rotate("--activate", announced().taken()), said);
        assertFalse(signed(old));
        assertTrue(signed(new Verifier(new KeyFile(installation.file("signing-public.json")))));
        assertEquals(1, rotate("--retire"));
        assertTrue(said.contains("1 queued messages"), said);
        assertEquals(2, signing().read().size());
        answer(queued);
        assertEquals(0, rotate("--retire"), said);
        assertEquals(1, signing().read().size());
        assertFalse(announced().signedBy(old));
        assertTrue(announced().signedBy(new Verifier(new KeyFile(installation.file("signing-public.json")))));
        assertEquals(1, rotate("--retire"), "there is none left");
        String stored = installation.stored();
        assertTrue(stored.contains("SIGNING_KEY_ADDED") && stored.contains("SIGNING_KEY_RETIRED"));
        assertTrue(stored.contains("SIGNING_KEY_ACTIVATED") && stored.contains("Technician Wu"));
    }

    /** The hub forgets it at once, the terminal when no end of the audit has its signature any more. */
    @Test
    void theFormerKeyStaysForTheAuditItSigned() throws Exception {
        answer(file());
        withStore(store -> {
            heads(store).look();
            return true;
        });
        rotate();
        rotate("--activate", announced().taken());
        assertEquals(0, rotate("--retire"), said);
        assertTrue(said.contains("1 stay here"), said);
        assertEquals(2, signing().read().size());
        assertFalse(announced().keys().equals(Files.readString(installation.file("signing-public.json"))));
        Verifier all = new Verifier(new KeyFile(installation.file("signing-public.json")));
        assertInstanceOf(
                AuditChain.Verdict.Intact.class,
                withStore(store -> new AuditChain(store).verify(COUNTER, all, List.of())));
        now = now.plus(Duration.ofDays(400));
        withStore(store -> store.transaction(in ->
                new Anchor(COUNTER, () -> new Signer(signing())).purge(in, now.minus(Duration.ofDays(365)), now)));
        assertEquals(0, rotate("--retire"), said);
        assertEquals(1, signing().read().size());
        assertInstanceOf(
                AuditChain.Verdict.Intact.class,
                withStore(store -> new AuditChain(store)
                        .verify(
                                COUNTER,
                                new Verifier(new KeyFile(installation.file("signing-public.json"))),
                                List.of())));
    }

    private SignedHeads heads(TerminalStore store) {
        return new SignedHeads(store, COUNTER, () -> new Signer(signing()), () -> now);
    }

    @Test
    void saysInALineWhatIsNoStep() throws Exception {
        assertEquals(1, rotate("--retire"));
        assertEquals(1, rotate("--activate", "12345678"), "nothing was announced");
        assertEquals(2, rotate("--activate", "12345678", "--retire"));
        KeyLock other = KeyLock.take(signing()).orElseThrow();
        assertEquals(1, rotate());
        assertTrue(said.contains("another rotate-key is at work"), said);
        other.close();
        rotate();
        String first = announced().taken();
        now = now.plusSeconds(1);
        assertEquals(0, rotate(), "announced again");
        assertEquals(1, rotate("--activate", first), "only the last one counts");
        assertEquals(2, signing().read().size());
        assertFalse(installation.stored().contains("SIGNING_KEY_ACTIVATED"));
    }
}
