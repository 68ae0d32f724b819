package org.waypost.drivers.simulated;

import java.util.Arrays;

/** A command of ISO/IEC 7816-4, section 5.1, in short or extended form. */
final class ChipApdu {
    private final int cla;
    private final int ins;
    private final int p1;
    private final int p2;
    private final byte[] body;
    private final int expected;

    ChipApdu(int cla, int ins, int p1, int p2, byte[] body, int expected) {
        this.cla = cla;
        this.ins = ins;
        this.p1 = p1;
        this.p2 = p2;
        this.body = body;
        this.expected = expected;
    }

    int cla() {
        return cla;
    }

    int ins() {
        return ins;
    }

    int p1() {
        return p1;
    }

    int p2() {
        return p2;
    }

    /** 0..65535 bytes. */
    byte[] body() {
        return body;
    }

    /** The greatest answer wanted, 0 for none, up to 65536. */
    int expected() {
        return expected;
    }

    /** Reads one command; a torn one refuses it with 6700. */
    static ChipApdu of(byte[] bytes) {
        if (bytes.length < 4) {
            throw new ChipStatus(ChipStatus.WRONG_LENGTH);
        }
        boolean extended = bytes.length > 6 && bytes[4] == 0;
        return extended ? extended(bytes) : shortForm(bytes);
    }

    private static ChipApdu shortForm(byte[] bytes) {
        if (bytes.length == 4) {
            return with(bytes, new byte[0], 0);
        }
        int lc = bytes.length == 5 ? 0 : bytes[4] & 0xFF;
        int bodyEnd = bytes.length == 5 ? 4 : 5 + lc;
        int rest = bytes.length - bodyEnd;
        if (rest != 0 && rest != 1) {
            throw new ChipStatus(ChipStatus.WRONG_LENGTH);
        }
        byte[] body = bytes.length == 5 ? new byte[0] : Arrays.copyOfRange(bytes, 5, bodyEnd);
        return with(bytes, body, rest == 0 ? 0 : orAll(bytes[bodyEnd] & 0xFF, 0x100));
    }

    private static ChipApdu extended(byte[] bytes) {
        int length = ((bytes[5] & 0xFF) << 8) | (bytes[6] & 0xFF);
        if (bytes.length == 7) {
            return with(bytes, new byte[0], orAll(length, 0x10000));
        }
        int bodyEnd = 7 + length;
        int rest = bytes.length - bodyEnd;
        if (rest != 0 && rest != 2) {
            throw new ChipStatus(ChipStatus.WRONG_LENGTH);
        }
        int le = rest == 0 ? 0 : orAll(((bytes[bodyEnd] & 0xFF) << 8) | (bytes[bodyEnd + 1] & 0xFF), 0x10000);
        return with(bytes, Arrays.copyOfRange(bytes, 7, bodyEnd), le);
    }

    private static int orAll(int coded, int all) {
        return coded == 0 ? all : coded;
    }

    private static ChipApdu with(byte[] header, byte[] body, int expected) {
        return new ChipApdu(header[0] & 0xFF, header[1] & 0xFF, header[2] & 0xFF, header[3] & 0xFF, body, expected);
    }

    /** Whether the command claims to come through secure messaging. */
    boolean secured() {
        return (cla & 0x0C) == 0x0C;
    }

    byte[] header() {
        return new byte[] {(byte) cla, (byte) ins, (byte) p1, (byte) p2};
    }

    /** P1 and P2 as one number. */
    int parameters() {
        return (p1 << 8) | p2;
    }
}
