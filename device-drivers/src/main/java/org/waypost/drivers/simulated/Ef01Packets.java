package org.waypost.drivers.simulated;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The packets a module sends; written apart from the driver's. */
final class Ef01Packets {
    private static final int ACKNOWLEDGE = 7;
    private static final int DATA = 2;
    private static final int LAST_DATA = 8;

    private Ef01Packets() {}

    static byte[] acknowledge(int code, int... data) {
        byte[] content = new byte[1 + data.length];
        content[0] = (byte) code;
        for (int i = 0; i < data.length; i++) {
            content[1 + i] = (byte) data[i];
        }
        return packet(ACKNOWLEDGE, content);
    }

    /** The data in packets of the given size, the last of a kind of its own. */
    static List<byte[]> data(byte[] whole, int size) {
        List<byte[]> packets = new ArrayList<>();
        for (int at = 0; at < whole.length; at += size) {
            int end = Math.min(whole.length, at + size);
            packets.add(packet(end == whole.length ? LAST_DATA : DATA, Arrays.copyOfRange(whole, at, end)));
        }
        return packets;
    }

    static byte[] packet(int pid, byte[] content) {
        int length = content.length + 2;
        ByteArrayOutputStream packet = new ByteArrayOutputStream(9 + length);
        packet.writeBytes(new byte[] {(byte) 0xEF, 1, -1, -1, -1, -1, (byte) pid});
        packet.write(length >> 8);
        packet.write(length);
        packet.writeBytes(content);
        int sum = pid + (length >> 8) + (length & 0xFF);
        for (byte part : content) {
            sum += part & 0xFF;
        }
        packet.write(sum >> 8);
        packet.write(sum);
        return packet.toByteArray();
    }

    static byte[] joined(List<byte[]> packets) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        packets.forEach(whole::writeBytes);
        return whole.toByteArray();
    }
}
