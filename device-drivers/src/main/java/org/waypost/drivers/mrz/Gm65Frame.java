package org.waypost.drivers.mrz;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Frames of GM65 engines. From the host 7E 00 type length address(2) data CRC(2), from the module 02 00 status length
 * data CRC(2). The CRC is CRC-16/CCITT (polynomial 1021, start 0, not reflected) over type or status to the end of the
 * data, high byte first; AB CD instead of it asks not to check.
 */
public final class Gm65Frame {
    /** Reads registers. */
    public static final int READ = 0x07;
    /** Writes registers. */
    public static final int WRITE = 0x08;
    /** Saves to flash. */
    public static final int SAVE = 0x09;

    private static final int POLYNOMIAL = 0x1021;
    private static final int UNCHECKED = 0xABCD;
    private static final int AROUND = 4;

    private Gm65Frame() {}

    /**
     * A command.
     *
     * @param type {@link #READ}, {@link #WRITE} or {@link #SAVE}
     * @param address of the first register, 0..FFFF
     * @param data 1 to 255 bytes
     */
    public static byte[] command(int type, int address, byte... data) {
        byte[] inner = ByteBuffer.allocate(AROUND + data.length)
                .put((byte) type)
                .put((byte) data.length)
                .putShort((short) address)
                .put(data)
                .array();
        return framed((byte) 0x7E, inner);
    }

    /**
     * A reply.
     *
     * @param status 0 for done
     * @param data at most 255 bytes
     */
    public static byte[] reply(int status, byte... data) {
        byte[] inner = ByteBuffer.allocate(2 + data.length)
                .put((byte) status)
                .put((byte) data.length)
                .put(data)
                .array();
        return framed((byte) 0x02, inner);
    }

    /** Whether the last two bytes are the CRC of what stands between the two leading bytes and them, or AB CD. */
    public static boolean crcHolds(byte[] frame) {
        int end = frame.length - 2;
        int printed = ByteBuffer.wrap(frame).getShort(end) & 0xFFFF;
        return printed == UNCHECKED || printed == crc(Arrays.copyOfRange(frame, 2, end));
    }

    private static byte[] framed(byte mark, byte[] inner) {
        return ByteBuffer.allocate(AROUND + inner.length)
                .put(mark)
                .put((byte) 0)
                .put(inner)
                .putShort((short) crc(inner))
                .array();
    }

    private static int crc(byte[] bytes) {
        int crc = 0;
        for (byte value : bytes) {
            crc ^= (value & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) != 0 ? (crc << 1) ^ POLYNOMIAL : crc << 1;
            }
        }
        return crc & 0xFFFF;
    }
}
