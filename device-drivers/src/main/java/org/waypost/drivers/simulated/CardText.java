package org.waypost.drivers.simulated;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A block of UTF-16LE characters in which fields are written; what is not written is spaces. */
final class CardText {
    private final byte[] bytes;

    private CardText(byte[] bytes) {
        this.bytes = bytes;
    }

    static CardText blank(int size) {
        return new CardText(" ".repeat(size / 2).getBytes(StandardCharsets.UTF_16LE));
    }

    static CardText copyOf(byte[] block) {
        return new CardText(block.clone());
    }

    /**
     * Writes a field and pads it on the right.
     *
     * @param offset in bytes
     * @param characters places of the field; a longer value is a defect
     */
    CardText put(int offset, int characters, String value) {
        if (value.length() > characters) {
            throw new IllegalArgumentException(
                    "a field of " + characters + " characters cannot hold " + value.length());
        }
        ByteBuffer block = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < characters; i++) {
            block.putChar(offset + 2 * i, i < value.length() ? value.charAt(i) : ' ');
        }
        return this;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, bytes.length);
    }
}
