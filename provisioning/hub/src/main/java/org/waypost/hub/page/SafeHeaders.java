package org.waypost.hub.page;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.List;

/** Tells browsers to load from here alone, to run no inline code, to be framed by nobody and to keep nothing. */
final class SafeHeaders implements Filter {
    private static final List<Header> HEADERS = List.of(
            header(
                    "Content-Security-Policy",
                    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"),
            header("Cache-Control", "no-store"),
            header("Cross-Origin-Opener-Policy", "same-origin"),
            header("Cross-Origin-Resource-Policy", "same-origin"),
            header("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
            // under no-referrer a browser posts a form with the origin null (Fetch, "append a request Origin header")
            header("Referrer-Policy", "same-origin"),
            header("X-Content-Type-Options", "nosniff"),
            header("X-Frame-Options", "DENY"));

    private static Header header(String name, String value) {
        return HeaderValues.create(HeaderNames.create(name), value);
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        HEADERS.forEach(response::header);
        chain.proceed();
    }
}
