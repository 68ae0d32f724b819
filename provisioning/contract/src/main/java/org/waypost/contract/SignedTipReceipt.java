package org.waypost.contract;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * What became of a tip. Holds no number and no time: the hub keeps neither. Made anew each time a tip comes.
 *
 * @param version format, now {@value #VERSION}
 * @param tip its id
 * @param digest SHA-256 of the {@link SealedTip} as the hub received it, base64url
 * @param outcome what became of it
 * @param signature Ed25519 by the hub's receipt key over all other components, base64url
 */
public record SignedTipReceipt(int version, UUID tip, String digest, Outcome outcome, String signature)
        implements DeskWord {
    /** The format this code writes and reads. */
    public static final int VERSION = 1;

    public SignedTipReceipt {
        if (version != VERSION) {
            throw new IllegalArgumentException("tip receipt of version " + version);
        }
        requireNonNull(tip);
        digest = Text.some(43, "digest", digest);
        requireNonNull(outcome);
        signature = Text.some(200, "signature", signature);
    }

    /** Signs for one tip; only the hub holds the key. */
    public static SignedTipReceipt sign(SealedTip tip, Outcome outcome, Signer receiptKey) {
        String digest = tip.digest();
        return new SignedTipReceipt(
                VERSION, tip.id(), digest, outcome, receiptKey.sign(text(tip.id(), digest, outcome)));
    }

    /** Whether the hub signed this for this very tip. */
    public boolean answers(UUID id, String sent, Verifier hub) {
        return tip.equals(id) && digest.equals(sent) && hub.signed(text(tip, digest, outcome), signature);
    }

    private static String text(UUID tip, String digest, Outcome outcome) {
        return String.join("\n", "waypost-tip-receipt-" + VERSION, tip.toString(), digest, outcome.name());
    }

    /** What became of a tip. */
    public enum Outcome {
        /** On the hub's disk, now or before. */
        STORED,
        /** The hub has no room; it is to be sent again in another hour. */
        LATER,
        /** The desk cannot open it, or it is no public report; sending it again does not help. */
        REFUSED
    }
}
