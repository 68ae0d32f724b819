package org.waypost.kiosk.access;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import java.net.URI;
import java.util.Optional;

/**
 * Where a request comes from, by the headers that a script cannot set. A page under {@code no-referrer} posts with the
 * origin {@code null}, so what the browser says of the site counts first (Fetch Metadata, Sec-Fetch-Site).
 */
final class Origin {
    private static final HeaderName SITE = HeaderNames.create("Sec-Fetch-Site");

    private Origin() {}

    /** Whether the address was typed or linked as this machine's own: another name may resolve here too. */
    static boolean addressedHere(ServerRequestHeaders headers) {
        return headers.first(HeaderNames.HOST)
                .flatMap(Origin::hostOf)
                .filter(Origin::loopback)
                .isPresent();
    }

    /** Whether a form was sent by a page of ours. */
    static boolean ours(ServerRequestHeaders headers) {
        Optional<String> site = headers.first(SITE);
        if (site.isPresent()) {
            return site.get().equals("same-origin");
        }
        Optional<String> host = headers.first(HeaderNames.HOST);
        return headers.first(HeaderNames.ORIGIN)
                .filter(origin ->
                        host.map(here -> origin.equals("http://" + here)).orElse(false))
                .isPresent();
    }

    private static boolean loopback(String host) {
        return host.equals("127.0.0.1") || host.equals("localhost");
    }

    private static Optional<String> hostOf(String authority) {
        try {
            return Optional.ofNullable(URI.create("http://" + authority).getHost());
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
