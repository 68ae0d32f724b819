package org.waypost.drivers.mrz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Printable characters and line ends of one message, up to a limit; wiped after use. */
final class Gathered {
    private final byte[] bytes;
    private int count;

    /** @param limit longest message in bytes */
    Gathered(int limit) {
        this.bytes = new byte[limit];
    }

    /** Adds a character; false if it may not stand in a message or there is no more room. */
    boolean add(int character) {
        if (count == bytes.length || !isText(character)) {
            return false;
        }
        bytes[count++] = (byte) character;
        return true;
    }

    int length() {
        return count;
    }

    String text() {
        return new String(bytes, 0, count, StandardCharsets.US_ASCII);
    }

    void wipe() {
        Arrays.fill(bytes, (byte) 0);
        count = 0;
    }

    static boolean isText(int character) {
        return isLineEnd(character) || (character >= ' ' && character <= '~');
    }

    static boolean isLineEnd(int character) {
        return character == '\r' || character == '\n';
    }
}
