package org.waypost.contract;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * A {@link Receipt} as it travels.
 *
 * @param version format, now {@value #VERSION}
 * @param terminal whom it answers
 * @param report id of the report it answers
 * @param digest SHA-256 of the {@link SealedReport} as the hub received it, base64url
 * @param receipt the answer
 * @param signature Ed25519 over all other components, base64url
 */
public record SignedReceipt(
        int version, TerminalId terminal, UUID report, String digest, Receipt receipt, String signature) {
    /** The format this code writes and reads. */
    public static final int VERSION = 1;

    public SignedReceipt {
        if (version != VERSION) {
            throw new IllegalArgumentException("receipt of version " + version);
        }
        requireNonNull(terminal);
        requireNonNull(report);
        digest = Text.some(43, "digest", digest);
        requireNonNull(receipt);
        signature = Text.some(200, "signature", signature);
    }

    /** What is signed. */
    static String text(TerminalId terminal, UUID report, String digest, Receipt receipt) {
        String outcome = switch (receipt) {
            case Receipt.Stored stored -> "STORED\n" + stored.number() + "\n" + stored.at();
            case Receipt.AlreadyStored stored -> "ALREADY_STORED\n" + stored.number() + "\n" + stored.at();
            case Receipt.Refused refused -> "REFUSED\n" + refused.reason();
        };
        return String.join("\n", "waypost-receipt-" + VERSION, terminal.value(), report.toString(), digest, outcome);
    }
}
