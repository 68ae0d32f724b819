package org.waypost.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * An MQTT 5 client that does what a client library would not let it do, and tells what the broker answers. It reads on
 * the thread that calls, so what arrives while it waits for an answer came before that answer. Not thread safe.
 */
public final class BareMqtt implements AutoCloseable {
    /** In place of a reason code: the broker ended the connection. */
    public static final int HUNG_UP = -1;

    /** The first reason code that refuses; MQTT 5, section 2.4. */
    public static final int REFUSED = 0x80;

    private static final int PATIENCE_MILLIS = 5_000;
    private static final byte[] NONE = {};
    private static final int PACKET_ID = 7;

    private final SSLSocket line;
    private final DataInputStream in;
    private final OutputStream out;
    private final List<String> arrived = new ArrayList<>();
    private boolean over;

    /** Over TLS to a port of this machine, not yet connected as MQTT has it. */
    public BareMqtt(int port, SSLContext tls) throws IOException {
        line = (SSLSocket) tls.getSocketFactory().createSocket("localhost", port);
        line.setTcpNoDelay(true);
        line.setSoTimeout(PATIENCE_MILLIS);
        in = new DataInputStream(line.getInputStream());
        out = line.getOutputStream();
    }

    /** What a broker says for a client that is gone without a word. */
    public record Will(String topic, String payload, boolean retain) {}

    /** Connects with a clean start; the reason code. */
    public int connect(String clientId) {
        return connect(clientId, Optional.empty());
    }

    /** Connects with a clean start and perhaps a will of QoS 1; the reason code. */
    public int connect(String clientId, Optional<Will> will) {
        int flags = 0x02 | will.map(left -> 0x0C | (left.retain ? 0x20 : 0)).orElse(0);
        Body body = new Body().text("MQTT").octet(5).octet(flags).number(60).octet(0);
        body.text(clientId);
        will.ifPresent(left -> body.octet(0).text(left.topic).text(left.payload));
        return asked(0x10, body.bytes(), 0x20);
    }

    /** Publishes at QoS 1 or 2; the reason code. */
    public int publish(String topic, String payload, int qos, boolean retain) {
        byte[] body =
                new Body().text(topic).number(PACKET_ID).octet(0).raw(payload).bytes();
        int code = asked(0x30 | (qos << 1) | (retain ? 1 : 0), body, qos == 1 ? 0x40 : 0x50);
        return qos == 2 && code >= 0 && code < REFUSED
                ? asked(0x62, new Body().number(PACKET_ID).bytes(), 0x70)
                : code;
    }

    /** Publishes at QoS 0, to which there is no answer. */
    public void say(String topic, String payload) {
        try {
            send(0x30, new Body().text(topic).octet(0).raw(payload).bytes());
        } catch (IOException gone) {
            over = true;
        }
    }

    /** Subscribes, so that what comes need not be acknowledged (QoS 0); the reason code. */
    public int subscribe(String filter) {
        return asked(
                0x82,
                new Body().number(PACKET_ID).octet(0).text(filter).octet(0).bytes(),
                0x90);
    }

    /** Ends a subscription; what arrived for it has been read on return. */
    public int unsubscribe(String filter) {
        return asked(0xA2, new Body().number(PACKET_ID).octet(0).text(filter).bytes(), 0xB0);
    }

    /** Whether the broker still answers. */
    public boolean alive() {
        return asked(0xC0, NONE, 0xD0) == 0;
    }

    /** The payloads that arrived since the last call; waits until there are as many as are expected. */
    public List<String> arrived(int expected) {
        try {
            while (arrived.size() < expected) {
                take();
            }
        } catch (IOException tooFew) {
            over = true;
        }
        List<String> payloads = List.copyOf(arrived);
        arrived.clear();
        return payloads;
    }

    private int asked(int type, byte[] body, int answer) {
        try {
            send(type, body);
            for (Packet packet = take(); ; packet = take()) {
                if (packet.type == answer) {
                    return packet.code();
                }
            }
        } catch (IOException gone) {
            over = true;
            return HUNG_UP;
        }
    }

    private void send(int type, byte[] body) throws IOException {
        if (over) {
            throw new EOFException();
        }
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(type);
        int length = body.length;
        do {
            packet.write(length >= 0x80 ? (length & 0x7F) | 0x80 : length);
            length >>= 7;
        } while (length > 0);
        packet.writeBytes(body);
        out.write(packet.toByteArray());
        out.flush();
    }

    private Packet take() throws IOException {
        int type = in.readUnsignedByte() & 0xF0;
        int length = 0;
        for (int shift = 0, octet = 0x80; (octet & 0x80) != 0; shift += 7) {
            octet = in.readUnsignedByte();
            length |= (octet & 0x7F) << shift;
        }
        Packet packet = new Packet(type, in.readNBytes(length));
        if (type == 0x30) {
            arrived.add(packet.payload());
        }
        if (type == 0xE0) {
            throw new EOFException();
        }
        return packet;
    }

    /** Hangs up without a word, so that a will is carried out. */
    @Override
    public void close() throws IOException {
        line.close();
    }

    /** A packet of the broker; its properties are shorter than 128 bytes. */
    private static final class Packet {
        private final int type;
        private final byte[] body;

        Packet(int type, byte[] body) {
            this.type = type;
            this.body = body;
        }

        int code() {
            return switch (type) {
                case 0x20 -> body[1] & 0xFF;
                case 0x40, 0x50, 0x70 -> body.length > 2 ? body[2] & 0xFF : 0;
                case 0x90, 0xB0 -> body[body.length - 1] & 0xFF;
                default -> 0;
            };
        }

        String payload() {
            int properties = 2 + (((body[0] & 0xFF) << 8) | (body[1] & 0xFF));
            int from = properties + 1 + body[properties];
            return new String(body, from, body.length - from, UTF_8);
        }
    }

    /** What stands behind a packet's length. */
    private static final class Body {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Body octet(int value) {
            bytes.write(value);
            return this;
        }

        Body number(int value) {
            bytes.write(value >> 8);
            bytes.write(value);
            return this;
        }

        Body text(String text) {
            byte[] utf8 = text.getBytes(UTF_8);
            number(utf8.length).bytes.writeBytes(utf8);
            return this;
        }

        Body raw(String text) {
            bytes.writeBytes(text.getBytes(UTF_8));
            return this;
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }
    }
}
