package org.waypost.drivers.simulated;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A BER-TLV data object of ISO/IEC 7816-4, section 5.2.2: tags of one or two bytes, lengths up to 16 MiB. */
final class ChipTlv {
    private final int tag;
    private final byte[] value;

    ChipTlv(int tag, byte[] value) {
        this.tag = tag;
        this.value = value;
    }

    /** As a number, such as 0x87 or 0x7F49. */
    int tag() {
        return tag;
    }

    byte[] value() {
        return value;
    }

    /** The encoding of one object whose value is the parts laid end to end. */
    static byte[] of(int tag, byte[]... parts) {
        byte[] value = joined(parts);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (tag > 0xFF) {
            out.write(tag >> 8);
        }
        out.write(tag);
        writeLength(out, value.length);
        out.writeBytes(value);
        return out.toByteArray();
    }

    /** The parts laid end to end. */
    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static void writeLength(ByteArrayOutputStream out, int length) {
        if (length > 0xFFFF) {
            out.write(0x83);
            out.write(length >> 16);
            out.write(length >> 8);
        } else if (length > 0xFF) {
            out.write(0x82);
            out.write(length >> 8);
        } else if (length > 0x7F) {
            out.write(0x81);
        }
        out.write(length);
    }

    /** All objects of a field; a torn one refuses the command with 6A80. */
    static List<ChipTlv> all(byte[] bytes) {
        List<ChipTlv> found = new ArrayList<>();
        int at = 0;
        try {
            while (at < bytes.length) {
                int tag = bytes[at++] & 0xFF;
                if ((tag & 0x1F) == 0x1F) {
                    tag = (tag << 8) | (bytes[at++] & 0xFF);
                }
                int first = bytes[at++] & 0xFF;
                int length = first > 0x80 ? 0 : first;
                for (int more = first > 0x80 ? first & 0x7F : 0; more > 0; more--) {
                    length = (length << 8) | (bytes[at++] & 0xFF);
                }
                found.add(new ChipTlv(tag, slice(bytes, at, length)));
                at += length;
            }
        } catch (ArrayIndexOutOfBoundsException torn) {
            throw new ChipStatus(ChipStatus.WRONG_PARAMETERS);
        }
        return found;
    }

    private static byte[] slice(byte[] bytes, int at, int length) {
        if (length < 0 || length > bytes.length - at) {
            throw new ChipStatus(ChipStatus.WRONG_PARAMETERS);
        }
        return Arrays.copyOfRange(bytes, at, at + length);
    }

    /** The value of the first object with this tag. */
    static Optional<byte[]> find(byte[] bytes, int tag) {
        return all(bytes).stream()
                .filter(object -> object.tag == tag)
                .map(ChipTlv::value)
                .findFirst();
    }
}
