package org.waypost.drivers.idcard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The number of a SAM_V module: 16 bytes, of the device and not of any person. Compared as raw bytes, since makers
 * print it with different padding. It travels in clear and can be imitated: it tells a swapped reader, not a forged
 * one.
 *
 * @param hex the 16 bytes as 32 lower-case hexadecimal digits, in wire order
 */
public record SamNumber(String hex) {
    static final int BYTES = 16;

    public SamNumber {
        if (HexFormat.of().parseHex(hex).length != BYTES) {
            throw new IllegalArgumentException("a SAM number has " + BYTES + " bytes");
        }
        hex = hex.toLowerCase(Locale.ROOT);
    }

    static SamNumber of(ByteBuffer data) {
        byte[] bytes = new byte[BYTES];
        data.get(0, bytes);
        return new SamNumber(HexFormat.of().formatHex(bytes));
    }

    /** As printed beside the reader, in the longer of two habits: {@code 05.01-20120101-0000012345-0987654321}. */
    public String printed() {
        ByteBuffer parts = ByteBuffer.wrap(HexFormat.of().parseHex(hex)).order(ByteOrder.LITTLE_ENDIAN);
        return String.format(
                Locale.ROOT,
                "%02d.%02d-%d-%010d-%010d",
                Short.toUnsignedInt(parts.getShort(0)),
                Short.toUnsignedInt(parts.getShort(2)),
                Integer.toUnsignedLong(parts.getInt(4)),
                Integer.toUnsignedLong(parts.getInt(8)),
                Integer.toUnsignedLong(parts.getInt(12)));
    }
}
