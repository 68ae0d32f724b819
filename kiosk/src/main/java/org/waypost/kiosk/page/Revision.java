package org.waypost.kiosk.page;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Names what a screen shows, so that a poll can ask whether it has changed. The same state has the same name for one
 * start of the terminal; the salt keeps the name from telling what the state is.
 */
public final class Revision {
    private static final int LENGTH = 9;

    private final byte[] salt;

    /** Salted with random bytes. */
    public Revision(byte[] salt) {
        this.salt = salt.clone();
    }

    /** A name of 12 characters, base64url. */
    public String of(Object state) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            byte[] hash = digest.digest(Integer.toString(state.hashCode()).getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, LENGTH));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
