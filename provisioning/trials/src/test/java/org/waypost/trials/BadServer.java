package org.waypost.trials;

import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A broker's door with a certificate of the test's choice; counts who came and who went on to speak. */
final class BadServer implements AutoCloseable {
    private final SSLServerSocket door;
    private final AtomicInteger came = new AtomicInteger();
    private final AtomicInteger spoke = new AtomicInteger();

    BadServer(SSLContext tls, String protocol) throws IOException {
        door = (SSLServerSocket)
                tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        door.setEnabledProtocols(new String[] {protocol});
        Thread.ofVirtual().name("waypost-bad-server").start(this::serve);
    }

    String url() {
        return "ssl://localhost:" + door.getLocalPort();
    }

    int came() {
        return came.get();
    }

    /** How many sent a first packet, for which they must have believed in the certificate. */
    int spoke() {
        return spoke.get();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (SSLSocket guest = (SSLSocket) door.accept()) {
                came.incrementAndGet();
                if (guest.getInputStream().read() >= 0) {
                    spoke.incrementAndGet();
                }
            } catch (IOException refusedOrClosed) {
                // what the guest thinks of it is asked on the other side
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
