package org.waypost.drivers.camera.rtsp;

import java.nio.ByteBuffer;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;

/**
 * The beginning of a JPEG file, which RTP leaves out (RFC 2435, appendix B): tables, frame header, scan header by ITU-T
 * T.81, annex B.
 */
final class JpegHead {
    private JpegHead() {}

    /** Writes it. */
    static void write(ByteBuffer out, JpegFragment first, QuantTables tables) {
        out.putShort((short) 0xFFD8);
        quantisation(out, 0, tables.luminance());
        quantisation(out, 1, tables.chrominance());
        if (first.restart() > 0) {
            out.putShort((short) 0xFFDD).putShort((short) 4).putShort((short) first.restart());
        }
        frame(out, first);
        huffman(out, 0x00, JPEGHuffmanTable.StdDCLuminance);
        huffman(out, 0x10, JPEGHuffmanTable.StdACLuminance);
        huffman(out, 0x01, JPEGHuffmanTable.StdDCChrominance);
        huffman(out, 0x11, JPEGHuffmanTable.StdACChrominance);
        scan(out);
    }

    private static void quantisation(ByteBuffer out, int id, ByteBuffer table) {
        out.putShort((short) 0xFFDB).putShort((short) 67).put((byte) id).put(table.duplicate());
    }

    private static void frame(ByteBuffer out, JpegFragment first) {
        out.putShort((short) 0xFFC0).putShort((short) 17).put((byte) 8);
        out.putShort((short) first.height()).putShort((short) first.width()).put((byte) 3);
        out.put((byte) 1).put((byte) (first.sampling() == 0 ? 0x21 : 0x22)).put((byte) 0);
        out.put((byte) 2).put((byte) 0x11).put((byte) 1);
        out.put((byte) 3).put((byte) 0x11).put((byte) 1);
    }

    private static void huffman(ByteBuffer out, int id, JPEGHuffmanTable table) {
        short[] lengths = table.getLengths();
        short[] values = table.getValues();
        out.putShort((short) 0xFFC4).putShort((short) (19 + values.length)).put((byte) id);
        for (int i = 0; i < 16; i++) {
            out.put((byte) (i < lengths.length ? lengths[i] : 0));
        }
        for (short value : values) {
            out.put((byte) value);
        }
    }

    private static void scan(ByteBuffer out) {
        out.putShort((short) 0xFFDA).putShort((short) 12).put((byte) 3);
        out.put((byte) 1)
                .put((byte) 0x00)
                .put((byte) 2)
                .put((byte) 0x11)
                .put((byte) 3)
                .put((byte) 0x11);
        out.put((byte) 0).put((byte) 63).put((byte) 0);
    }
}
