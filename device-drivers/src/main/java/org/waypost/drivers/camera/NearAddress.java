package org.waypost.drivers.camera;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;

/** Addresses that a camera of this terminal can have: of this machine or the terminal's own network, by number. */
public final class NearAddress {
    private NearAddress() {}

    /**
     * The address, if it is one of this scheme, by number, near, and without user or password.
     *
     * @param scheme such as {@code http}
     */
    public static Optional<URI> of(String scheme, String text) {
        try {
            URI uri = URI.create(text);
            boolean plain = scheme.equals(uri.getScheme()) && uri.getUserInfo() == null && uri.getHost() != null;
            return plain && isNear(literal(uri)) ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /**
     * The host's number; no name is asked for.
     *
     * @throws IllegalArgumentException if the host is none
     */
    public static InetAddress literal(URI address) {
        return InetAddress.ofLiteral(address.getHost().replaceAll("^\\[|]$", ""));
    }

    private static boolean isNear(InetAddress host) {
        boolean uniqueLocal = host.getAddress().length == 16 && (host.getAddress()[0] & 0xFE) == 0xFC;
        return host.isLoopbackAddress() || host.isSiteLocalAddress() || host.isLinkLocalAddress() || uniqueLocal;
    }
}
