package org.waypost.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An answer of the desk, as every station has it: only who holds the code can read it.
 *
 * @param version format, now {@value #VERSION}
 * @param number of the answer, rising with time
 * @param previous number of the answer before it, 0 for none, so that a lost one is noticed
 * @param hour when the desk gave it: a whole hour, UTC
 * @param handle of the thread it belongs to
 * @param sealed as {@link TipThread#seal} makes it
 * @param signature Ed25519 by the hub's receipt key over all other components, base64url
 */
public record SignedAnswer(
        int version, long number, long previous, Instant hour, String handle, String sealed, String signature)
        implements DeskWord {
    /** The format this code writes and reads. */
    public static final int VERSION = 1;

    private static final int SEALED_MAX = 8_192;

    public SignedAnswer {
        if (version != VERSION || previous < 0 || number <= previous) {
            throw new IllegalArgumentException("answer of version " + version + ", number " + number);
        }
        requireNonNull(hour);
        if (!hour.equals(hour.truncatedTo(ChronoUnit.HOURS))) {
            throw new IllegalArgumentException("an answer has a whole hour");
        }
        handle = Text.some(22, "handle", handle);
        sealed = Text.some(SEALED_MAX, "sealed", sealed);
        signature = Text.some(200, "signature", signature);
    }

    /** Signs an answer; only the hub holds the key. */
    public static SignedAnswer sign(
            long number, long previous, Instant hour, String handle, String sealed, Signer receiptKey) {
        String text = text(number, previous, hour, handle, sealed);
        return new SignedAnswer(VERSION, number, previous, hour, handle, sealed, receiptKey.sign(text));
    }

    /** Whether it is the hub's. */
    public boolean signed(Verifier hub) {
        return hub.signed(text(number, previous, hour, handle, sealed), signature);
    }

    private static String text(long number, long previous, Instant hour, String handle, String sealed) {
        return String.join(
                "\n", "waypost-desk-answer-" + VERSION, "" + number, "" + previous, hour.toString(), handle, sealed);
    }
}
