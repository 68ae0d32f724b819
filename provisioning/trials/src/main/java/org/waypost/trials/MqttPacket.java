package org.waypost.trials;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** One packet of MQTT 5 (OASIS standard, section 2.1) as it passed. */
final class MqttPacket {
    private static final int PUBLISH = 3;
    private static final int PING_REQUEST = 12;
    private static final int PING_RESPONSE = 13;

    private final boolean up;
    private final byte[] bytes;
    private final int head;

    /**
     * A packet.
     *
     * @param up from the terminal to the broker
     * @param bytes all of it
     * @param head length of the fixed header, in bytes
     */
    private MqttPacket(boolean up, byte[] bytes, int head) {
        this.up = up;
        this.bytes = bytes;
        this.head = head;
    }

    static MqttPacket read(DataInputStream in, boolean up) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(in.readUnsignedByte());
        int length = 0;
        int shift = 0;
        int digit;
        do {
            digit = in.readUnsignedByte();
            bytes.write(digit);
            length |= (digit & 0x7F) << shift;
            shift += 7;
        } while ((digit & 0x80) != 0 && shift < 28);
        int head = bytes.size();
        byte[] body = new byte[length];
        in.readFully(body);
        bytes.writeBytes(body);
        return new MqttPacket(up, bytes.toByteArray(), head);
    }

    /** Whether it went from the terminal to the broker. */
    boolean up() {
        return up;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    private int type() {
        return (bytes[0] & 0xFF) >> 4;
    }

    boolean isPublish() {
        return type() == PUBLISH;
    }

    boolean isPing() {
        return type() == PING_REQUEST || type() == PING_RESPONSE;
    }

    /** Of a publish. */
    String topic() {
        return new String(bytes, head + 2, topicLength(), UTF_8);
    }

    /** Of a publish (section 3.3): behind topic, packet number if it has one, and properties. */
    byte[] payload() {
        int at = head + 2 + topicLength() + ((bytes[0] & 0b110) == 0 ? 0 : 2);
        int properties = 0;
        int shift = 0;
        int digit;
        do {
            digit = bytes[at++];
            properties |= (digit & 0x7F) << shift;
            shift += 7;
        } while ((digit & 0x80) != 0);
        return Arrays.copyOfRange(bytes, at + properties, bytes.length);
    }

    private int topicLength() {
        return ByteBuffer.wrap(bytes, head, 2).getShort() & 0xFFFF;
    }
}
