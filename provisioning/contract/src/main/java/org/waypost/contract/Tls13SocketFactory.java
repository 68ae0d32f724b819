package org.waypost.contract;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Sockets of both sides to a broker: TLS 1.3 and nothing older; a context alone would still offer 1.2. */
public final class Tls13SocketFactory extends SSLSocketFactory {
    private final SSLSocketFactory sockets;

    /** Sockets with the keys and the trust of another factory. */
    public Tls13SocketFactory(SSLSocketFactory sockets) {
        this.sockets = sockets;
    }

    /** Without Nagle's algorithm too, which holds a small message back for 40 ms. */
    private static Socket strict(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        ((SSLSocket) socket).setEnabledProtocols(new String[] {"TLSv1.3"});
        return socket;
    }

    @Override
    public Socket createSocket() throws IOException {
        return strict(sockets.createSocket());
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
        return strict(sockets.createSocket(plain, host, port, autoClose));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return strict(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return strict(sockets.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return strict(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return strict(sockets.createSocket(host, port, local, localPort));
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return sockets.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return sockets.getSupportedCipherSuites();
    }
}
