package org.waypost.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The fingerprint by which both sides mean the same message: SHA-256 (FIPS 180-4) of its JSON, base64url. */
public final class Digest {
    private Digest() {}

    /** Digest of a sealed report as {@link Codec} writes it; 43 characters. */
    public static String of(SealedReport message) {
        return of(Codec.write(message));
    }

    /** Digest of the UTF-8 bytes of a text; 43 characters. */
    public static String of(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
