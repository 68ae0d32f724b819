package org.waypost.drivers.simulated;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/** The way to a visitor, for answers and packets alike: each goes out whole. Safe for use by several threads. */
record RtspPort(SocketChannel visitor, ReentrantLock turn) {

    RtspPort(SocketChannel visitor) {
        this(visitor, new ReentrantLock());
    }

    /** Sends an answer. */
    boolean send(byte[] bytes) throws IOException {
        return send(bytes, bytes.length);
    }

    /** Sends the beginning of an answer. */
    boolean send(byte[] bytes, int count) throws IOException {
        write(ByteBuffer.wrap(Arrays.copyOf(bytes, Math.min(count, bytes.length))));
        return true;
    }

    /** Sends a packet within the connection (RFC 2326, section 10.12). */
    void packet(int channel, ByteBuffer content) throws IOException {
        ByteBuffer whole = ByteBuffer.allocate(4 + content.remaining());
        whole.put((byte) '$').put((byte) channel).putShort((short) content.remaining());
        write(whole.put(content).flip());
    }

    private void write(ByteBuffer bytes) throws IOException {
        turn.lock();
        try {
            while (bytes.hasRemaining()) {
                visitor.write(bytes);
            }
        } finally {
            turn.unlock();
        }
    }
}
