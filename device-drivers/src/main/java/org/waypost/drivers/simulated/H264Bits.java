package org.waypost.drivers.simulated;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** A unit of H.264 bit by bit (ITU-T H.264, clauses 7.3.1 and 9.1). */
final class H264Bits {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int pending;
    private int count;

    /**
     * A unit.
     *
     * @param header its first byte
     */
    H264Bits(int header) {
        out.write(header);
    }

    H264Bits put(int value, int bits) {
        for (int bit = bits - 1; bit >= 0; bit--) {
            pending = (pending << 1) | ((value >> bit) & 1);
            if (++count == 8) {
                out.write(pending);
                pending = 0;
                count = 0;
            }
        }
        return this;
    }

    /** A number in the code of Exp-Golomb. */
    H264Bits number(int value) {
        int bits = 32 - Integer.numberOfLeadingZeros(value + 1);
        return put(0, bits - 1).put(value + 1, bits);
    }

    /** Zeros up to a whole byte. */
    H264Bits align() {
        return put(0, (8 - count) % 8);
    }

    /** One byte at a whole byte; never 0, so that it makes no start code. */
    void sample(int value) {
        out.write(Math.clamp(value, 1, 255));
    }

    /** The unit with its trailing bits, and with what keeps it from looking like a start code. */
    ByteBuffer unit() {
        put(1, 1).align();
        byte[] plain = out.toByteArray();
        ByteArrayOutputStream guarded = new ByteArrayOutputStream(plain.length + 8);
        int zeros = 0;
        for (byte next : plain) {
            if (zeros == 2 && (next & 0xFC) == 0) {
                guarded.write(3);
                zeros = 0;
            }
            guarded.write(next);
            zeros = next == 0 ? zeros + 1 : 0;
        }
        return ByteBuffer.wrap(guarded.toByteArray());
    }
}
