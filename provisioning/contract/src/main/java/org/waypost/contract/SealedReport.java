package org.waypost.contract;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * A {@link CaseReport}, or an {@link Amendment} of one, as it travels: sealed to the addressed desk's key and signed by
 * the terminal. Nothing of the report can be read from it, its urgency included.
 *
 * @param version format, now {@value #VERSION}
 * @param id the report's or amendment's id
 * @param terminal who signed
 * @param sequence 1, 2, 3... per terminal without gaps; repeated or forked numbers show a copied terminal
 * @param sealed HPKE ciphertext of the report's JSON, deflated and filled to a multiple of 256 bytes, base64url; bound
 *     to topic, id, terminal and sequence
 * @param signature Ed25519 over all other components and the topic, base64url
 */
public record SealedReport(int version, UUID id, TerminalId terminal, long sequence, String sealed, String signature) {
    /** The format this code writes and reads. */
    public static final int VERSION = 1;

    public SealedReport {
        requireNonNull(id);
        requireNonNull(terminal);
        if (version != VERSION || sequence < 1) {
            throw new IllegalArgumentException("sealed report of version " + version + ", sequence " + sequence);
        }
        sealed = Text.some(Codec.MESSAGE_MAX, "sealed", sealed);
        signature = Text.some(200, "signature", signature);
    }

    /** What the seal is bound to and, with the sealed text, what is signed. */
    static String binding(UUID id, TerminalId terminal, long sequence) {
        return String.join(
                "\n",
                "waypost-report-" + VERSION,
                Topic.report(terminal).text(),
                id.toString(),
                terminal.value(),
                "" + sequence);
    }
}
