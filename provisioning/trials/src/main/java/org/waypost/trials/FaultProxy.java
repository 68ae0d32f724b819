package org.waypost.trials;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a port of this machine that can be made bad, and good again. Safe for use by several threads. */
final class FaultProxy implements AutoCloseable {
    private static final int PIECE = 8_192;
    private static final int SHARES_OF_A_SECOND = 20;

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile LineFault fault = new LineFault.Clear();

    /** A good line to that port. */
    FaultProxy(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("waypost-proxy").start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on, for connections that stand and those to come. */
    void set(LineFault next) {
        fault = next;
    }

    /** Resets all connections that stand. */
    void cut() {
        open.forEach(this::reset);
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                Socket near = door.accept();
                Thread.ofVirtual().name("waypost-proxy-line").start(() -> line(near));
            }
        } catch (IOException closed) {
            // the end
        }
    }

    private void line(Socket near) {
        try (near;
                Socket far = fault instanceof LineFault.Away ? null : connected(near)) {
            if (far != null) {
                Thread back = Thread.ofVirtual().name("waypost-proxy-back").start(() -> pump(far, near));
                pump(near, far);
                back.join();
            }
        } catch (IOException unreachable) {
            // the other side is away: so is this one
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket connected(Socket near) throws IOException {
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        open.add(near);
        open.add(far);
        return far;
    }

    private void pump(Socket from, Socket to) {
        try {
            pump(from.getInputStream(), to.getOutputStream());
        } catch (IOException ended) {
            // a reset, or one side hung up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            reset(from);
            reset(to);
        }
    }

    private void pump(InputStream in, OutputStream out) throws IOException, InterruptedException {
        byte[] piece = new byte[PIECE];
        boolean dead = false;
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            switch (fault) {
                case LineFault.Silent silent -> dead = true;
                case LineFault.Delayed delayed -> Thread.sleep(delayed.by());
                case LineFault.Clear clear -> {}
                case LineFault.Sliced sliced -> {}
                case LineFault.Slow slow -> {}
                case LineFault.Away away -> {}
            }
            if (!dead) {
                write(piece, count, out);
            }
        }
    }

    private void write(byte[] piece, int count, OutputStream out) throws IOException, InterruptedException {
        int from = 0;
        while (from < count) {
            int share = Math.min(count - from, share());
            out.write(piece, from, share);
            out.flush();
            from += share;
            if (fault instanceof LineFault.Slow) {
                Thread.sleep(1_000 / SHARES_OF_A_SECOND);
            }
        }
    }

    /** How much goes at once. */
    private int share() {
        return switch (fault) {
            case LineFault.Slow slow -> Math.max(1, slow.bytesPerSecond() / SHARES_OF_A_SECOND);
            case LineFault.Sliced sliced -> 1;
            case LineFault.Clear clear -> PIECE;
            case LineFault.Delayed delayed -> PIECE;
            case LineFault.Silent silent -> PIECE;
            case LineFault.Away away -> PIECE;
        };
    }

    private void reset(Socket socket) {
        open.remove(socket);
        hangUp(socket);
    }

    /** Without the goodbye that an orderly end would send. */
    private static void hangUp(Socket socket) {
        try {
            if (!socket.isClosed()) {
                socket.setSoLinger(true, 0);
            }
            socket.close();
        } catch (IOException gone) {
            // closed by the other pump in between
        }
    }
}
