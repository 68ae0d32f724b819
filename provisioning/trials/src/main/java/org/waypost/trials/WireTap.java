package org.waypost.trials;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.waypost.agent.settings.Settings;

/**
 * Passes a terminal's TLS connection on to the broker and notes the length of each record the terminal sends, and all
 * bytes of both directions.
 */
final class WireTap implements AutoCloseable {
    private static final int RECORD_HEAD = 5;

    private final ServerSocket door;
    private final int broker;
    private final List<Integer> records = new ArrayList<>();
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    private final ByteArrayOutputStream answered = new ByteArrayOutputStream();

    WireTap(int broker) throws IOException {
        this.broker = broker;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("waypost-tap").start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** A terminal's settings that lead through here. */
    Settings tapped(Settings settings) {
        return new Settings(
                settings.office(),
                settings.files(),
                settings.keys(),
                new Settings.Uplink(
                        List.of(URI.create("ssl://localhost:" + port())),
                        settings.uplink().tls()),
                settings.web(),
                settings.reader(),
                settings.travel(),
                settings.eye(),
                settings.face(),
                settings.fingerprint(),
                settings.finger(),
                settings.panel());
    }

    /** Lengths of the TLS records (RFC 8446, section 5.1) sent to the broker since the last call. */
    synchronized List<Integer> records() {
        List<Integer> lengths = List.copyOf(records);
        records.clear();
        return lengths;
    }

    /** All bytes sent to the broker. */
    synchronized byte[] bytes() {
        return seen.toByteArray();
    }

    /** All bytes that the broker sent. */
    synchronized byte[] answers() {
        return answered.toByteArray();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                Socket terminal = door.accept();
                Socket hub = new Socket(InetAddress.getLoopbackAddress(), broker);
                Thread.ofVirtual().name("waypost-tap-up").start(() -> up(terminal, hub));
                Thread.ofVirtual().name("waypost-tap-down").start(() -> down(hub, terminal));
            }
        } catch (IOException closed) {
            // the end of the test
        }
    }

    private void up(Socket terminal, Socket hub) {
        try (terminal;
                hub;
                DataInputStream in = new DataInputStream(terminal.getInputStream())) {
            OutputStream out = hub.getOutputStream();
            while (true) {
                byte[] head = in.readNBytes(RECORD_HEAD);
                if (head.length < RECORD_HEAD) {
                    throw new EOFException();
                }
                byte[] body = in.readNBytes(((head[3] & 0xFF) << 8) | (head[4] & 0xFF));
                note(head, body);
                out.write(head);
                out.write(body);
                out.flush();
            }
        } catch (IOException closed) {
            // either side hung up
        }
    }

    private synchronized void note(byte[] head, byte[] body) {
        records.add(body.length);
        seen.writeBytes(head);
        seen.writeBytes(body);
    }

    private synchronized void noteAnswer(byte[] bytes, int count) {
        answered.write(bytes, 0, count);
    }

    private void down(Socket hub, Socket terminal) {
        try (hub;
                terminal;
                InputStream in = hub.getInputStream()) {
            byte[] some = new byte[8_192];
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                noteAnswer(some, count);
                terminal.getOutputStream().write(some, 0, count);
            }
        } catch (IOException closed) {
            // either side hung up
        }
    }
}
