package org.waypost.contract;

import java.nio.ByteBuffer;
import java.util.Base64;

/** By which key a ciphertext or signature is: Tink puts one byte of kind and the key's id before it. */
final class TinkPrefix {
    private static final byte TINK = 1;

    /** Whole characters of base64 that the five bytes fill. */
    private static final int CHARACTERS = 6;

    private TinkPrefix() {}

    /** How the base64url of such a text begins. */
    static String begin(int key) {
        byte[] prefix =
                ByteBuffer.allocate(1 + Integer.BYTES).put(TINK).putInt(key).array();
        return Base64.getUrlEncoder().encodeToString(prefix).substring(0, CHARACTERS);
    }
}
