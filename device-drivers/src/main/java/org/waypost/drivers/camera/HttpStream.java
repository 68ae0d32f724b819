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
import java.util.concurrent.Executors;
import org.waypost.drivers.device.Fault;

/**
 * Pictures by HTTP, in parts ({@code multipart/x-mixed-replace}) or bare. Only from this machine or the terminal's own
 * network, by address: no name is asked for, no redirection followed, no proxy used.
 */
final class HttpStream implements PictureStream {
    private static final Duration CONNECTING = Duration.ofSeconds(2);

    private final String address;

    HttpStream(String address) {
        this.address = address;
    }

    @Override
    public ReadableByteChannel open() throws CameraLost {
        URI uri = NearAddress.of("http", address)
                .orElseThrow(() -> new CameraLost(Fault.WRONG_DEVICE, "no http address of this machine or network"));
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(CONNECTING)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        try {
            return channel(client, client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofInputStream()));
        } catch (IOException absent) {
            client.shutdownNow();
            throw new CameraLost(Fault.DEVICE_ABSENT, "no answer by http");
        } catch (InterruptedException ended) {
            client.shutdownNow();
            Thread.currentThread().interrupt();
            throw new CameraLost(Fault.DEVICE_ABSENT, "ended while it was opened");
        }
    }

    private static ReadableByteChannel channel(HttpClient client, HttpResponse<InputStream> response)
            throws IOException, CameraLost {
        Body body = new Body(client, response.body());
        if (response.statusCode() != 200) {
            body.close();
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
