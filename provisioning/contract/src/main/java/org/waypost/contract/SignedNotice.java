package org.waypost.contract;

import static java.util.Objects.requireNonNull;

/**
 * A {@link Notice} as it travels.
 *
 * @param version format, now {@value #VERSION}
 * @param terminal to whom it goes
 * @param notice what it says
 * @param signature Ed25519 by the hub's receipt key over all other components, base64url
 */
public record SignedNotice(int version, TerminalId terminal, Notice notice, String signature) {
    /** The format this code writes and reads. */
    public static final int VERSION = 1;

    public SignedNotice {
        if (version != VERSION) {
            throw new IllegalArgumentException("notice of version " + version);
        }
        requireNonNull(terminal);
        requireNonNull(notice);
        signature = Text.some(200, "signature", signature);
    }

    /** Signs a notice; only the hub holds the key. */
    public static SignedNotice sign(TerminalId terminal, Notice notice, Signer hub) {
        return new SignedNotice(VERSION, terminal, notice, hub.sign(text(terminal, notice)));
    }

    /** Whether the hub signed it for this terminal. */
    public boolean signedBy(Verifier hub) {
        return hub.signed(text(terminal, notice), signature);
    }

    private static String text(TerminalId terminal, Notice notice) {
        return String.join(
                "\n",
                "waypost-notice-" + VERSION,
                terminal.value(),
                notice.report().toString(),
                "" + notice.number(),
                notice.progress().name(),
                notice.at().toString());
    }
}
