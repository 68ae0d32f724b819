package org.waypost.agent.report;

import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.contract.Amendment;
import org.waypost.contract.CaseReport;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.contract.Health;
import org.waypost.contract.KeyFile;
import org.waypost.contract.Notice;
import org.waypost.contract.Receipt;
import org.waypost.contract.ReceiptSigner;
import org.waypost.contract.ReceiptVerifier;
import org.waypost.contract.ReportSealer;
import org.waypost.contract.SealedReport;
import org.waypost.contract.SignedHealth;
import org.waypost.contract.SignedNotice;
import org.waypost.contract.SignedReceipt;
import org.waypost.contract.Signer;
import org.waypost.contract.Statement;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Verifier;

/** A terminal and its hub with fresh keys, and reports to send. */
record Enrolled(TerminalId terminal, KeysetHandle signing, KeysetHandle desk, KeysetHandle receipts) {
    static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    static Enrolled afresh() {
        try {
            return new Enrolled(
                    new TerminalId("counter-1"),
                    KeyFile.newSigningKey(),
                    KeyFile.newSealingKey(),
                    KeyFile.newSigningKey());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    OutboxKeys keys() {
        try {
            return new OutboxKeys(
                    new ReportSealer(new Signer(signing), desk.getPublicKeysetHandle()),
                    new ReceiptVerifier(new Verifier(receipts.getPublicKeysetHandle())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    NoticeKeys noticeKeys() {
        return new NoticeKeys(new Signer(signing), verifier(receipts));
    }

    Verifier terminalVerifier() {
        return verifier(signing);
    }

    private static Verifier verifier(KeysetHandle key) {
        try {
            return new Verifier(key.getPublicKeysetHandle());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    SignedNotice said(Notice notice) {
        return said(terminal, notice);
    }

    SignedNotice said(TerminalId to, Notice notice) {
        return SignedNotice.sign(to, notice, new Signer(receipts));
    }

    SignedReceipt stored(SealedReport message, long number) {
        return answer(message, new Receipt.Stored(number, NOW));
    }

    SignedReceipt answer(SealedReport message, Receipt receipt) {
        return new ReceiptSigner(new Signer(receipts)).sign(message, receipt);
    }

    CaseReport report(Urgency urgency, String... words) {
        return report(UUID.randomUUID(), urgency, List.of(words));
    }

    private CaseReport report(UUID id, Urgency urgency, List<String> words) {
        return new CaseReport(
                id,
                new CaseReport.Filing(terminal, "reg-7", new CaseReport.LegalDuty("A law", "article 1"), NOW, NOW),
                urgency,
                CaseReport.Protected.PARTY_A,
                words.stream()
                        .map(text -> new Statement(Statement.Source.OBSERVED, Optional.empty(), text))
                        .toList(),
                List.of(),
                new CaseReport.Handling(
                        CaseReport.Companion.NOT_KNOWN, "", "", "", "", CaseReport.Interpreter.NOT_USED),
                Set.of(CaseReport.Recipient.POLICE));
    }

    Amendment withdrawal(UUID report) {
        return amendment(report, new Amendment.Withdrawal(Amendment.Cause.EXPLAINED), "spoke with both");
    }

    Amendment correction(UUID report, String... words) {
        List<Statement> statements = Arrays.stream(words)
                .map(text -> new Statement(Statement.Source.OBSERVED, Optional.empty(), text))
                .toList();
        return amendment(report, new Amendment.Correction(statements), "read it again");
    }

    private Amendment amendment(UUID report, Amendment.Change change, String reason) {
        return new Amendment(UUID.randomUUID(), report, new Amendment.Author(terminal, "reg-8", NOW), reason, change);
    }

    /** A report close to the longest, of words that cannot be compressed much. */
    CaseReport longReport(Urgency urgency) {
        String[] words = new String[50];
        Random random = new Random(20_261_124);
        java.util.Arrays.setAll(words, i -> words(random));
        return report(urgency, words);
    }

    private static String words(Random random) {
        return random.ints(500, 'A', '~')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replace('\\', '/');
    }

    SignedHealth health() {
        Health well = new Health(terminal, NOW, Optional.empty(), Optional.empty(), List.of());
        return SignedHealth.sign(well, new Signer(signing));
    }

    static AuditEvent filed() {
        return new AuditEvent(NOW, "reg-7", AuditEvent.Action.REPORT_FILED, UUID.randomUUID(), "");
    }
}
