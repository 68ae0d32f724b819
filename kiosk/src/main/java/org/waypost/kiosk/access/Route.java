package org.waypost.kiosk.access;

import static java.util.Objects.requireNonNull;

import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;

/**
 * One method on one path, for one audience.
 *
 * @param method GET, or POST where something changes
 * @param path from the root, in Helidon's notation
 * @param audience who may; never absent, so that nothing is open by omission
 * @param handler answers a request that passed every check
 */
public record Route(Method method, String path, Audience audience, Handler handler) {
    public Route {
        requireNonNull(method);
        requireNonNull(path);
        requireNonNull(audience);
        requireNonNull(handler);
    }

    /** A page. */
    public static Route get(String path, Audience audience, Handler handler) {
        return new Route(Method.GET, path, audience, handler);
    }

    /** A form; asks for a request of the same origin. */
    public static Route post(String path, Audience audience, Handler handler) {
        return new Route(Method.POST, path, audience, handler);
    }
}
