package org.waypost.hub.broker;

import java.nio.file.Path;

/**
 * Where the broker listens and by which certificates.
 *
 * @param host address to bind
 * @param port TCP port, 0 for any free one
 * @param keyStore PKCS #12 with the hub's certificate, common name {@code hub}, and its key
 * @param trustStore PKCS #12 with the authority that signs terminals' certificates
 * @param password of both
 */
public record Listener(String host, int port, Path keyStore, Path trustStore, String password) {
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
