package org.waypost.drivers.camera;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.waypost.drivers.device.Fault;

/**
 * Pictures by HTTP, in parts ({@code multipart/x-mixed-replace}) or bare. Only from this machine or the terminal's own
 * network, by address: no name is asked for, no redirection followed, no proxy used.
 */
final class HttpStream implements PictureStream {
    private static final int UNAUTHORISED = 401;
    private static final Duration CONNECTING = Duration.ofSeconds(2);

    private final String address;
    private final CameraLogin login;

    HttpStream(String address, CameraLogin login) {
        this.address = address;
        this.login = login;
    }

    @Override
    public ReadableByteChannel open() throws CameraLost {
        URI uri = NearAddress.of("http", address)
                .orElseThrow(() -> new CameraLost(Fault.ADDRESS_REFUSED, "no http address of this machine or network"));
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(CONNECTING)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        try {
            return channel(client, answered(client, uri));
        } catch (IOException absent) {
            client.shutdownNow();
            throw new CameraLost(Fault.DEVICE_ABSENT, "no answer by http");
        } catch (InterruptedException ended) {
            client.shutdownNow();
            Thread.currentThread().interrupt();
            throw new CameraLost(Fault.DEVICE_ABSENT, "ended while it was opened");
        }
    }

    private HttpResponse<InputStream> answered(HttpClient client, URI uri) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        HttpResponse<InputStream> first = client.send(request.build(), BodyHandlers.ofInputStream());
        Optional<CameraLogin.Answering> answering = first.statusCode() == UNAUTHORISED
                ? login.answering(wanted(first), NearAddress.literal(uri).isLoopbackAddress())
                : Optional.empty();
        if (answering.isEmpty()) {
            return first;
        }
        first.body().close();
        request.header("Authorization", answering.get().header("GET", path(uri)));
        return client.send(request.build(), BodyHandlers.ofInputStream());
    }

    private static String wanted(HttpResponse<InputStream> response) {
        return String.join(", ", response.headers().allValues("WWW-Authenticate"));
    }

    private static String path(URI uri) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static ReadableByteChannel channel(HttpClient client, HttpResponse<InputStream> response)
            throws IOException, CameraLost {
        Body body = new Body(client, response.body());
        if (response.statusCode() != 200) {
            body.close();
            if (response.statusCode() == UNAUTHORISED) {
                throw new CameraLost(Fault.NOT_ADMITTED, "wants a user and a password, or others than those set");
            }
            throw new CameraLost(Fault.OUT_OF_SERVICE, "answered with status " + response.statusCode());
        }
        return body;
    }

    /** The body of an answer without end. */
    private record Body(HttpClient client, InputStream in) implements ReadableByteChannel {
        @Override
        public int read(ByteBuffer into) throws IOException {
            if (client.isTerminated()) {
                throw new ClosedChannelException();
            }
            int count = in.read(into.array(), into.arrayOffset() + into.position(), into.remaining());
            into.position(into.position() + Math.max(0, count));
            return count;
        }

        @Override
        public boolean isOpen() {
            return !client.isTerminated();
        }

        @Override
        public void close() throws IOException {
            in.close();
            client.shutdownNow();
        }
    }
}
