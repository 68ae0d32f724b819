package org.waypost.kiosk.page;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.waypost.kiosk.access.Audience;
import org.waypost.kiosk.access.Route;

/** Style and script, from this terminal alone: exactly these files, nothing by a path that a request names. */
public final class Assets {
    private static final String WEBJARS = "/META-INF/resources/webjars/";

    private Assets() {}

    /** One route for each file. */
    public static List<Route> routes() {
        return List.of(
                route("/asset/pico.css", WEBJARS + "picocss__pico/2.1.1/css/pico.min.css", "text/css"),
                route("/asset/htmx.js", WEBJARS + "htmx.org/2.0.10/dist/htmx.min.js", "text/javascript"),
                route("/asset/waypost.css", "/org/waypost/kiosk/page/waypost.css", "text/css"),
                route("/asset/waypost.js", "/org/waypost/kiosk/page/waypost.js", "text/javascript"),
                route("/asset/station.js", "/org/waypost/kiosk/page/station.js", "text/javascript"));
    }

    private static Route route(String path, String resource, String type) {
        return Route.get(path, Audience.ANYBODY, served(resource, type));
    }

    /** Read at the first request, so that nobody waits for it at start. */
    private static Handler served(String resource, String type) {
        return (request, response) -> response.header(HeaderNames.CONTENT_TYPE, type + "; charset=utf-8")
                .send(bytes(resource));
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("this build has no " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
