package org.waypost.contract;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * That a terminal has a {@link Notice} on its disk: only then the hub stops to send it.
 *
 * @param version format, now {@value #VERSION}
 * @param terminal who signed
 * @param report the notice's report
 * @param number the notice's number
 * @param signature Ed25519 by the terminal over all other components, base64url
 */
public record SignedAcknowledgement(int version, TerminalId terminal, UUID report, long number, String signature) {
    /** The format this code writes and reads. */
    public static final int VERSION = 1;

    public SignedAcknowledgement {
        requireNonNull(terminal);
        requireNonNull(report);
        if (version != VERSION || number < 1) {
            throw new IllegalArgumentException("acknowledgement of version " + version + ", number " + number);
        }
        signature = Text.some(200, "signature", signature);
    }

    /** Acknowledges a notice that came. */
    public static SignedAcknowledgement sign(SignedNotice stored, Signer terminalKey) {
        TerminalId terminal = stored.terminal();
        UUID report = stored.notice().report();
        long number = stored.notice().number();
        return new SignedAcknowledgement(
                VERSION, terminal, report, number, terminalKey.sign(text(terminal, report, number)));
    }

    /** Whether the terminal signed it. */
    public boolean signedBy(Verifier terminalKey) {
        return terminalKey.signed(text(terminal, report, number), signature);
    }

    private static String text(TerminalId terminal, UUID report, long number) {
        return String.join(
                "\n", "waypost-acknowledgement-" + VERSION, terminal.value(), report.toString(), "" + number);
    }
}
