package org.waypost.agent.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.waypost.contract.Signer;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Verifier;

/**
 * How long a terminal's audit was at a moment, and how it ended.
 *
 * @param number of its last row then, from 1
 * @param hash of that row
 * @param signature Ed25519 by the terminal over its name and all other components, base64url
 */
public record SignedHead(long number, String hash, Instant at, String signature) {
    private static final String DOMAIN = "waypost-audit-head-1";

    public SignedHead {
        requireNonNull(hash);
        requireNonNull(at);
        requireNonNull(signature);
    }

    static SignedHead sign(TerminalId terminal, Link last, Instant at, Signer signer) {
        return new SignedHead(
                last.number(), last.hash(), at, signer.sign(text(terminal, last.number(), last.hash(), at)));
    }

    /** Whether it is this terminal's. */
    public boolean signedBy(TerminalId terminal, Verifier key) {
        return key.signed(text(terminal, number, hash, at), signature);
    }

    private static String text(TerminalId terminal, long number, String hash, Instant at) {
        return String.join("\n", DOMAIN, terminal.value(), "" + number, hash, at.toString());
    }
}
