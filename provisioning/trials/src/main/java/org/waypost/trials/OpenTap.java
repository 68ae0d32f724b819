package org.waypost.trials;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * What a broker sees: ends a terminal's TLS with the hub's certificate, goes on to the broker with the terminal's, and
 * keeps each MQTT packet of both directions. Only a trial has both keys.
 */
final class OpenTap implements AutoCloseable {
    private final ServerSocket door;
    private final SSLContext terminal;
    private final int broker;
    private final List<MqttPacket> packets = new ArrayList<>();

    /**
     * A tap that a terminal may be led to.
     *
     * @param hub whom the terminal believes
     * @param terminal whom the broker believes
     */
    OpenTap(SSLContext hub, SSLContext terminal, int broker) throws IOException {
        this.door = hub.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.terminal = terminal;
        this.broker = broker;
        Thread.ofVirtual().name("waypost-open-tap").start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** All packets so far, in the order in which they were read. */
    synchronized List<MqttPacket> packets() {
        return List.copyOf(packets);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                Socket from = door.accept();
                Socket to = terminal.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), broker);
                Thread.ofVirtual().name("waypost-open-tap-up").start(() -> pass(from, to, true));
                Thread.ofVirtual().name("waypost-open-tap-down").start(() -> pass(to, from, false));
            }
        } catch (IOException closed) {
            // the end of the trial
        }
    }

    private void pass(Socket from, Socket to, boolean up) {
        try (from;
                to;
                InputStream in = from.getInputStream()) {
            DataInputStream bytes = new DataInputStream(in);
            OutputStream out = to.getOutputStream();
            while (true) {
                MqttPacket packet = MqttPacket.read(bytes, up);
                note(packet);
                out.write(packet.bytes());
                out.flush();
            }
        } catch (IOException closed) {
            // either side hung up
        }
    }

    private synchronized void note(MqttPacket packet) {
        packets.add(packet);
    }
}
