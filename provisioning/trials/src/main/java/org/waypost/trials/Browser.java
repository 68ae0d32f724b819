package org.waypost.trials;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks a terminal's or a hub's pages as a browser does: it keeps the session's cookie and names its origin. */
final class Browser implements AutoCloseable {
    private final HttpClient client;
    private final URI origin;

    /** Opens a session by the address a program printed, token included. */
    Browser(URI addressWithToken) throws IOException, InterruptedException {
        this.client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        this.origin = addressWithToken.resolve("/");
        send(request(addressWithToken).GET());
    }

    String get(String path) throws IOException, InterruptedException {
        return send(request(origin.resolve(path)).GET());
    }

    String post(String path, Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(origin.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin.toString().replaceAll("/$", ""))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Override
    public void close() {
        client.close();
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(
                    response.statusCode() + " from " + response.uri().getPath() + ": " + response.body());
        }
        return response.body();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
