package org.waypost.hub.page;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The files pages load: exactly these, from inside the program. */
final class Assets {
    private static final String WEBJARS = "/META-INF/resources/webjars/";

    private final Map<String, Asset> assets = Map.of(
            "pico.css", new Asset(load(WEBJARS + "picocss__pico/2.1.1/css/pico.min.css"), "text/css"),
            "desk.css", new Asset(load("/org/waypost/hub/page/desk.css"), "text/css"),
            "htmx.js", new Asset(load(WEBJARS + "htmx.org/2.0.10/dist/htmx.min.js"), "text/javascript"),
            "mark.svg", new Asset(load("/org/waypost/hub/page/mark.svg"), "image/svg+xml"));

    private static byte[] load(String path) {
        try (InputStream content = Assets.class.getResourceAsStream(path)) {
            if (content == null) {
                throw new IllegalStateException("the program lacks its file " + path);
            }
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(Doors doors) {
        assets.keySet().forEach(name -> doors.open(Method.GET, "/assets/" + name, this::serve));
    }

    private void serve(ServerRequest request, ServerResponse response) {
        String path = request.path().path();
        Asset asset = assets.get(path.substring(path.lastIndexOf('/') + 1));
        if (asset == null) {
            response.next();
            return;
        }
        response.header(HeaderNames.CONTENT_TYPE, asset.type + "; charset=utf-8")
                .send(asset.content);
    }

    /** Not a record: its content is an array. */
    private static final class Asset {
        private final byte[] content;
        private final String type;

        Asset(byte[] content, String type) {
            this.content = content;
            this.type = type;
        }
    }
}
