package org.waypost.contract;

/**
 * The hub's side of a receipt.
 *
 * @param signer with the hub's receipt key
 */
public record ReceiptSigner(Signer signer) {

    /** The receipt for a message as it was received. */
    public SignedReceipt sign(SealedReport message, Receipt receipt) {
        String digest = Digest.of(message);
        String text = SignedReceipt.text(message.terminal(), message.id(), digest, receipt);
        return new SignedReceipt(
                SignedReceipt.VERSION, message.terminal(), message.id(), digest, receipt, signer.sign(text));
    }
}
