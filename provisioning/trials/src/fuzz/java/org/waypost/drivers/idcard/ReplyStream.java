package org.waypost.drivers.idcard;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.waypost.drivers.fuzz.Script;

/** Bytes of a card module made from a script, and the frames in them by the words of the protocol. */
final class ReplyStream {
    private static final byte[] PREAMBLE = HexFormat.of().parseHex("aaaaaa9669");

    private final byte[] bytes;

    ReplyStream(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    /** A frame as the protocol means it: {@code body} is SW1 SW2 SW3 and data, without the check byte. */
    static final class Reply {
        private final byte[] body;

        Reply(byte[] body) {
            this.body = body;
        }

        int length() {
            return body.length + 1;
        }

        byte[] payload() {
            return Arrays.copyOfRange(body, 3, body.length);
        }

        /** Whether the three words say done or found. */
        boolean isSuccess() {
            return body[0] == 0 && body[1] == 0 && (body[2] == (byte) 0x90 || body[2] == (byte) 0x9F);
        }

        int verdict() {
            return body[2] & 0xFF;
        }
    }

    static ReplyStream of(Script script) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        while (script.hasMore() && stream.size() < 20_000) {
            switch (script.next() % 6) {
                case 0 -> stream.writeBytes(script.take(script.next() % 64));
                case 1 -> frame(stream, script.take(3 + script.next()));
                case 2 -> announcing(stream, script.pair(), script.take(3 + script.next()));
                case 3 -> frame(stream, filled(script, 0x507));
                case 4 -> frame(stream, filled(script, 2385 + script.next() % 32));
                default -> stream.writeBytes(PREAMBLE);
            }
        }
        return new ReplyStream(stream.toByteArray());
    }

    private static byte[] filled(Script script, int length) {
        byte[] body = new byte[length];
        Arrays.fill(body, (byte) script.next());
        System.arraycopy(script.take(3), 0, body, 0, 3);
        return body;
    }

    private static void frame(ByteArrayOutputStream stream, byte[] body) {
        announcing(stream, body.length + 1, body);
    }

    private static void announcing(ByteArrayOutputStream stream, int length, byte[] body) {
        stream.writeBytes(PREAMBLE);
        stream.write(length >> 8);
        stream.write(length);
        stream.writeBytes(body);
        int check = (length >> 8) ^ (length & 0xFF);
        for (byte part : body) {
            check ^= part & 0xFF;
        }
        stream.write(check);
    }

    /** Every frame, front to back; whatever begins no whole frame is passed over one byte at a time. */
    List<Reply> replies() {
        List<Reply> found = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            int length = lengthAt(at);
            if (length > 0) {
                found.add(new Reply(Arrays.copyOfRange(bytes, at + 7, at + 6 + length)));
                at += 7 + length;
            } else {
                at++;
            }
        }
        return found;
    }

    /** LEN of the intact frame at a place, 0 if there is none. */
    private int lengthAt(int at) {
        if (bytes.length - at < 11 || !Arrays.equals(bytes, at, at + 5, PREAMBLE, 0, 5)) {
            return 0;
        }
        int length = 256 * Byte.toUnsignedInt(bytes[at + 5]) + Byte.toUnsignedInt(bytes[at + 6]);
        if (length < 4 || length > 2400 || at + 7 + length > bytes.length) {
            return 0;
        }
        int check = 0;
        for (int i = at + 5; i < at + 7 + length; i++) {
            check ^= Byte.toUnsignedInt(bytes[i]);
        }
        return check == 0 ? length : 0;
    }

    /** Whether all bytes belong to frames. */
    boolean isClean() {
        return replies().stream().mapToInt(reply -> 7 + reply.length()).sum() == bytes.length;
    }
}
