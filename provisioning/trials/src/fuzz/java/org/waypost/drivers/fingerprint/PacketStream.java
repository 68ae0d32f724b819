package org.waypost.drivers.fingerprint;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.waypost.drivers.fuzz.Script;

/** Bytes of a fingerprint module made from a script, and the packets in them by the words of the protocol. */
final class PacketStream {
    private static final byte[] START = HexFormat.of().parseHex("ef01ffffffff");
    private static final int MOST = 60_000;

    private final byte[] bytes;

    PacketStream(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    /** A packet as the protocol means it. */
    static final class Sent {
        private final int pid;
        private final byte[] content;

        Sent(int pid, byte[] content) {
            this.pid = pid;
            this.content = content;
        }

        int pid() {
            return pid;
        }

        byte[] content() {
            return content;
        }

        int code() {
            return content[0] & 0xFF;
        }
    }

    static PacketStream of(Script script) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        while (script.hasMore() && stream.size() < MOST) {
            switch (script.next() % 6) {
                case 0 -> stream.writeBytes(script.take(script.next() % 32));
                case 1 -> packet(stream, 7, script.take(1 + script.next() % 32));
                case 2 -> packet(stream, script.next() % 10, script.take(script.next()));
                case 3 -> announcing(stream, 2, script.pair(), script.take(script.next()));
                case 4 -> pictures(stream, script);
                default -> stream.writeBytes(START);
            }
        }
        return new PacketStream(stream.toByteArray());
    }

    /** Equal data packets, the last one marked as such: so many, of such a size, of two nibbles. */
    private static void pictures(ByteArrayOutputStream stream, Script script) {
        int count = 1 + script.pair() % 600;
        byte[] content = new byte[1 + script.next()];
        Arrays.fill(content, (byte) script.next());
        for (int i = 0; i < count && stream.size() < MOST; i++) {
            content[i % content.length]++;
            packet(stream, i == count - 1 ? 8 : 2, content);
        }
    }

    static void packet(ByteArrayOutputStream stream, int pid, byte[] content) {
        announcing(stream, pid, content.length + 2, content);
    }

    private static void announcing(ByteArrayOutputStream stream, int pid, int length, byte[] content) {
        stream.writeBytes(START);
        stream.write(pid);
        stream.write(length >> 8);
        stream.write(length);
        stream.writeBytes(content);
        int sum = pid + (length >> 8) + (length & 0xFF);
        for (byte part : content) {
            sum += part & 0xFF;
        }
        stream.write(sum >> 8);
        stream.write(sum);
    }

    /** Every packet, front to back; whatever begins no whole packet is passed over one byte at a time. */
    List<Sent> packets() {
        List<Sent> found = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            int length = lengthAt(at);
            if (length > 0) {
                found.add(new Sent(bytes[at + 6], Arrays.copyOfRange(bytes, at + 9, at + 7 + length)));
                at += 9 + length;
            } else {
                at++;
            }
        }
        return found;
    }

    /** LEN of the intact packet at a place, 0 if there is none. */
    private int lengthAt(int at) {
        if (bytes.length - at < 12 || !Arrays.equals(bytes, at, at + 6, START, 0, 6)) {
            return 0;
        }
        int length = number(at + 7);
        boolean known = bytes[at + 6] == 2 || bytes[at + 6] == 7 || bytes[at + 6] == 8;
        if (!known || length < 3 || length > 258 || at + 9 + length > bytes.length) {
            return 0;
        }
        int sum = 0;
        for (int i = at + 6; i < at + 7 + length; i++) {
            sum += Byte.toUnsignedInt(bytes[i]);
        }
        return sum % 65_536 == number(at + 7 + length) ? length : 0;
    }

    private int number(int at) {
        return 256 * Byte.toUnsignedInt(bytes[at]) + Byte.toUnsignedInt(bytes[at + 1]);
    }

    /** Whether all bytes belong to packets. */
    boolean isClean() {
        return packets().stream()
                        .mapToInt(packet -> 11 + packet.content().length)
                        .sum()
                == bytes.length;
    }
}
