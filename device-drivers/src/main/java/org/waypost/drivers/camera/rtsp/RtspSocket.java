package org.waypost.drivers.camera.rtsp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** A connection by TCP. */
record RtspSocket(SocketChannel channel) implements RtspLine {
    private static final Duration CONNECTING = Duration.ofSeconds(2);

    static RtspSocket connect(InetSocketAddress place) throws IOException {
        RtspSocket socket = new RtspSocket(SocketChannel.open());
        boolean connected = false;
        try {
            socket.channel.socket().connect(place, (int) CONNECTING.toMillis());
            connected = true;
            return socket;
        } finally {
            if (!connected) {
                socket.close();
            }
        }
    }

    @Override
    public int read(byte[] into) throws IOException {
        return channel.socket().getInputStream().read(into);
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        channel.write(bytes);
    }

    @Override
    public void pauseAtMost(Duration limit) throws IOException {
        channel.socket().setSoTimeout((int) limit.toMillis());
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
