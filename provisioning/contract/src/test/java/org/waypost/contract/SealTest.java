package org.waypost.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealTest {
    private final KeysetHandle terminalKey = KeyFile.newSigningKey();
    private final KeysetHandle deskKey = KeyFile.newSealingKey();
    private final KeysetHandle hubKey = KeyFile.newSigningKey();
    private final Verifier terminal = new Verifier(terminalKey.getPublicKeysetHandle());
    private final ReportOpener desk = new ReportOpener(deskKey);
    private final Topic topic = Topic.report(Specimens.TERMINAL);
    private final SealedReport message =
            new ReportSealer(new Signer(terminalKey), deskKey.getPublicKeysetHandle()).seal(Specimens.report(), 5);

    SealTest() throws GeneralSecurityException {}

    @Test
    void theDeskReadsWhatTheTerminalSealed() {
        assertTrue(ReportOpener.signed(topic, message, terminal));
        assertEquals(new ReportOpener.Opening.Opened(Specimens.report()), desk.open(message));
    }

    @Test
    void theDeskReadsAnAmendmentForWhatItIs() throws GeneralSecurityException {
        ReportSealer sealer = new ReportSealer(new Signer(terminalKey), deskKey.getPublicKeysetHandle());
        for (Amendment amendment : new Amendment[] {Specimens.correction(), Specimens.withdrawal()}) {
            SealedReport sealedAmendment = sealer.seal(amendment, 6);
            assertTrue(ReportOpener.signed(topic, sealedAmendment, terminal));
            assertEquals(new ReportOpener.Opening.Amended(amendment), desk.open(sealedAmendment));
        }
    }

    @Test
    void nothingOfTheReportIsReadableOnTheWay() {
        String wire = Codec.write(message);
        assertFalse(wire.contains("CON-1") || wire.contains("registrar-7") || wire.contains("OTHER"), wire);
    }

    @Test
    void anotherTopicSequenceOrIdIsNotSigned() {
        assertFalse(ReportOpener.signed(Topic.receipt(Specimens.TERMINAL), message, terminal));
        assertFalse(ReportOpener.signed(Topic.report(new TerminalId("counter-2")), message, terminal));
        assertFalse(ReportOpener.signed(topic, altered(message.id(), 6), terminal));
        assertFalse(ReportOpener.signed(topic, altered(new UUID(1, 2), 5), terminal));
    }

    @Test
    void aSealMovedToAnotherEnvelopeStaysClosed() {
        assertEquals(closed(Receipt.Reason.NOT_FOR_THIS_DESK), desk.open(altered(message.id(), 6)));
    }

    @Test
    void anotherDeskCannotOpenIt() throws GeneralSecurityException {
        assertEquals(closed(Receipt.Reason.NOT_FOR_THIS_DESK), new ReportOpener(KeyFile.newSealingKey()).open(message));
    }

    @Test
    void aReceiptCountsOnlyForTheVeryMessageAndFromTheHub() throws GeneralSecurityException {
        ReceiptVerifier verifier = new ReceiptVerifier(new Verifier(hubKey.getPublicKeysetHandle()));
        SignedReceipt receipt =
                new ReceiptSigner(new Signer(hubKey)).sign(message, new Receipt.Stored(1, Specimens.SEEN));
        SignedReceipt forged = new ReceiptSigner(new Signer(KeyFile.newSigningKey()))
                .sign(message, new Receipt.Stored(1, Specimens.SEEN));
        SignedReceipt turned = new SignedReceipt(
                1,
                receipt.terminal(),
                receipt.report(),
                receipt.digest(),
                new Receipt.Refused(Receipt.Reason.CONFLICT),
                receipt.signature());
        assertTrue(verifier.answers(receipt, message));
        assertFalse(verifier.answers(receipt, altered(message.id(), 6)));
        assertFalse(verifier.answers(forged, message));
        assertFalse(verifier.answers(turned, message));
    }

    @Test
    void equalNumbersOfTwoStatesAndTwoKeysHaveDifferentReferences() throws GeneralSecurityException {
        DocumentBlinder blinder = new DocumentBlinder(KeyFile.newBlindingKey());
        String reference = blinder.blind(DocumentType.PASSPORT, "UTO", "AB 12-3<");
        assertEquals(43, reference.length());
        assertEquals(reference, blinder.blind(DocumentType.PASSPORT, "uto", "ab123"));
        assertFalse(reference.equals(blinder.blind(DocumentType.PASSPORT, "XOM", "AB123")));
        assertFalse(reference.equals(
                new DocumentBlinder(KeyFile.newBlindingKey()).blind(DocumentType.PASSPORT, "UTO", "AB123")));
    }

    private static ReportOpener.Opening closed(Receipt.Reason reason) {
        return new ReportOpener.Opening.Closed(reason);
    }

    private SealedReport altered(UUID id, long sequence) {
        return new SealedReport(1, id, message.terminal(), sequence, message.sealed(), message.signature());
    }
}
