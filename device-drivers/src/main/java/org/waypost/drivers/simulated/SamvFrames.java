package org.waypost.drivers.simulated;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/**
 * The module's replies: {@code AA AA AA 96 69 | LEN(2) | SW1 SW2 SW3 | data | CHK}; written apart from the driver's.
 */
final class SamvFrames {
    private static final byte[] PREAMBLE = HexFormat.of().parseHex("aaaaaa9669");

    private SamvFrames() {}

    static byte[] status(int sw3) {
        return words(0, 0, sw3);
    }

    static byte[] words(int sw1, int sw2, int sw3) {
        return framed(new byte[] {0, 4, (byte) sw1, (byte) sw2, (byte) sw3});
    }

    static byte[] found() {
        return reply(0x9F, new byte[4]);
    }

    static byte[] selected() {
        return reply(0x90, new byte[8]);
    }

    static byte[] samNumber(String hex) {
        return reply(0x90, HexFormat.of().parseHex(hex));
    }

    static byte[] textAndPhoto(CardImage card) {
        return reply(0x90, joined(new byte[] {1, 0, 4, 0}, card.text(), card.photo()));
    }

    static byte[] textPhotoAndNoFingerprints(CardImage card) {
        return reply(0x90, joined(new byte[] {1, 0, 4, 0, 0, 0}, card.text(), card.photo()));
    }

    static byte[] newestAddress(String address) {
        return reply(0x90, CardText.blank(70).put(0, 35, address).bytes());
    }

    /** Swaps the lengths in a read reply and mends the checksum; other replies stay as they are. */
    static byte[] withLengthsSwapped(byte[] frame) {
        byte[] swapped = frame.clone();
        if (frame.length > 270) {
            System.arraycopy(frame, 12, swapped, 10, 2);
            System.arraycopy(frame, 10, swapped, 12, 2);
        }
        return swapped;
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    private static byte[] reply(int sw3, byte[] data) {
        int length = 3 + data.length + 1;
        return framed(joined(new byte[] {(byte) (length >> 8), (byte) length, 0, 0, (byte) sw3}, data));
    }

    private static byte[] framed(byte[] body) {
        int check = 0;
        for (byte part : body) {
            check ^= part;
        }
        return joined(PREAMBLE, body, new byte[] {(byte) check});
    }
}
