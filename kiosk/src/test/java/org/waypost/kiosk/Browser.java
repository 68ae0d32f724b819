package org.waypost.kiosk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One browser window without script: keeps cookies, sends forms with the origin of this terminal. */
final class Browser implements AutoCloseable {
    private static final Pattern ENCOUNTER = Pattern.compile("name=\"encounter\" value=\"([0-9a-f-]{36})\"");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String origin;

    Browser(int port) {
        this.origin = "http://127.0.0.1:" + port;
    }

    /** A window that a role's address was opened in. */
    static Browser opened(int port, String address) throws IOException, InterruptedException {
        Browser window = new Browser(port);
        assertEquals(303, window.get(URI.create(address)).statusCode());
        return window;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(URI.create(origin + path));
    }

    /** A file that is there. */
    byte[] bytes(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(origin + path))
                .timeout(PATIENCE)
                .build();
        HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
        assertEquals(200, response.statusCode(), path);
        return response.body();
    }

    /** An answer that may have no end. */
    HttpResponse<InputStream> stream(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(origin + path)).build(), BodyHandlers.ofInputStream());
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address).GET());
    }

    /** The text of a page that is there. */
    String page(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = get(path);
        assertEquals(200, response.statusCode(), path);
        return response.body();
    }

    /** Sends a form; names and values in turn. */
    HttpResponse<String> post(String path, String... fields) throws IOException, InterruptedException {
        return send(form(path, fields).header("Origin", origin));
    }

    /** Sends a form that must be accepted, and follows to the page it leads to. */
    String done(String path, String... fields) throws IOException, InterruptedException {
        HttpResponse<String> response = post(path, fields);
        assertEquals(303, response.statusCode(), () -> path + ": " + response.body());
        return page(response.headers().firstValue("Location").orElseThrow());
    }

    HttpRequest.Builder form(String path, String... fields) {
        StringJoiner body = new StringJoiner("&");
        for (int i = 0; i < fields.length; i += 2) {
            body.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
        }
        return HttpRequest.newBuilder(URI.create(origin + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString()));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString(UTF_8));
    }

    /** The case that the registrar's screen shows. */
    String encounter() throws IOException, InterruptedException {
        Matcher found = ENCOUNTER.matcher(page("/clerk"));
        assertTrue(found.find(), "no case is open");
        return found.group(1);
    }

    /** The page, once it says so. */
    String until(String path, String says) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String page = page(path);
        while (!page.contains(says)) {
            assertTrue(System.nanoTime() < end, () -> path + " never says " + says);
            Thread.sleep(50);
            page = page(path);
        }
        return page;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
