package org.waypost.contract;

/**
 * The terminal's side of a receipt: only a receipt that is signed by the hub for the very message sent lets a report
 * go.
 *
 * @param hub public receipt key of the hub
 */
public record ReceiptVerifier(Verifier hub) {

    /** Whether the hub signed this receipt for this message. */
    public boolean answers(SignedReceipt receipt, SealedReport sent) {
        return receipt.terminal().equals(sent.terminal())
                && receipt.report().equals(sent.id())
                && receipt.digest().equals(Digest.of(sent))
                && hub.signed(
                        SignedReceipt.text(receipt.terminal(), receipt.report(), receipt.digest(), receipt.receipt()),
                        receipt.signature());
    }
}
