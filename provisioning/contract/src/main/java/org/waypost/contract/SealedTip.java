package org.waypost.contract;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * A {@link PublicReport} as it travels: sealed to the desk's key and signed by nobody, since a signature, a number or a
 * terminal's name in it would link two of them for ever.
 *
 * @param version format, now {@value #VERSION}
 * @param id the report's
 * @param sealed HPKE ciphertext of the report's JSON, deflated and filled to {@value TipSealer#STEP} bytes, or to
 *     {@value TipSealer#PHOTO_STEP} with a photo; base64url; bound to the id
 */
public record SealedTip(int version, UUID id, String sealed) implements StationWord {
    /** The format this code writes and reads. */
    public static final int VERSION = 1;

    public SealedTip {
        requireNonNull(id);
        if (version != VERSION) {
            throw new IllegalArgumentException("tip of version " + version);
        }
        sealed = Text.some(Codec.MESSAGE_MAX, "sealed", sealed);
    }

    /** By which its receipt names it. */
    public String digest() {
        return Digest.of(Codec.write(this));
    }

    static String binding(UUID id) {
        return "waypost-tip-" + VERSION + "\n" + id;
    }
}
