package org.waypost.drivers.simulated;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.waypost.drivers.mrz.MrzFraming;

/** Puts lines into the frames of a reader, as the papers describe them. */
final class MrzFrames {
    private static final int STX = 0x02;
    private static final int ETX = 0x03;
    private static final int RTE_LINES = 3;

    private final MrzFraming framing;

    MrzFrames(MrzFraming framing) {
        this.framing = framing;
    }

    /** The whole message of lines. */
    byte[] message(List<String> lines) {
        return switch (framing) {
            case MrzFraming.Plain plain -> message(plain, lines);
            case MrzFraming.Rte rte -> rte(rte, lines);
        };
    }

    /** How many bytes at the end mark the end. */
    int terminator() {
        return hasCheckByte() ? 2 : 1;
    }

    boolean hasCheckByte() {
        return framing == MrzFraming.Plain.STX_LRC || framing instanceof MrzFraming.Rte;
    }

    private static byte[] message(MrzFraming.Plain framing, List<String> lines) {
        byte[] text = text(lines);
        return switch (framing) {
            case LINES -> text;
            case STX -> joined(new byte[] {STX}, text, new byte[] {ETX});
            case STX_LRC -> joined(new byte[] {STX}, text, new byte[] {ETX, xor(joined(text, new byte[] {ETX}))});
            case COUNTED -> joined(new byte[] {'I', (byte) (text.length >> 8), (byte) text.length}, text);
        };
    }

    private static byte[] rte(MrzFraming.Rte rules, List<String> lines) {
        byte[] upper = "\r".repeat(RTE_LINES - lines.size()).getBytes(StandardCharsets.US_ASCII);
        byte[] text = joined(upper, text(lines));
        byte[] body = joined(new byte[] {'O', 'U', STX, '0'}, text, new byte[] {ETX});
        int length = rules.length() == MrzFraming.Length.TO_END ? body.length : body.length + 1;
        byte[] counted = joined(new byte[] {(byte) length, (byte) (length >> 8)}, body);
        byte check = xor(rules.check() == MrzFraming.Check.XOR_AFTER_LENGTH ? body : counted);
        return joined(new byte[] {0x01}, counted, new byte[] {check});
    }

    private static byte[] text(List<String> lines) {
        return (String.join("\r", lines) + "\r").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte xor(byte[] bytes) {
        byte sum = 0;
        for (byte value : bytes) {
            sum = (byte) (sum ^ value);
        }
        return sum;
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
