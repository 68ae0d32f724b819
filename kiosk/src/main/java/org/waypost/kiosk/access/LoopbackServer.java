package org.waypost.kiosk.access;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.ERROR;

import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;

/**
 * The web server of a terminal: HTTP/1.1 on 127.0.0.1 and nowhere else, with every limit set. Two browser windows and a
 * technician are all it serves.
 */
public final class LoopbackServer implements AutoCloseable {
    /** Largest form, in bytes: a concern with every field full is below 20 KB. */
    public static final int PAYLOAD_MAX = 64 * 1024;

    /** Most connections at one time: two windows open six each. */
    public static final int CONNECTIONS_MAX = 32;

    private static final int HEADERS_MAX = 8 * 1024;
    private static final int PROLOGUE_MAX = 2 * 1024;
    private static final Duration SILENCE_MAX = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofMillis(300);
    private static final System.Logger LOG = System.getLogger(LoopbackServer.class.getName());

    private final WebServer server;

    private LoopbackServer(WebServer server) {
        this.server = server;
    }

    /**
     * Opens the port and serves.
     *
     * @param port 0 for any that is free
     * @throws UncheckedIOException if the port is taken
     */
    public static LoopbackServer start(int port, Gate gate, List<Route> routes, Problems problems) {
        return start(port, gate, routes, problems, PAYLOAD_MAX);
    }

    /** As the other, with bodies of requests of at most {@code payload} bytes. */
    public static LoopbackServer start(int port, Gate gate, List<Route> routes, Problems problems, int payload) {
        requireFree(port);
        HttpRouting.Builder routing = HttpRouting.builder();
        gate.mount(routing, routes);
        routing.error(
                Problem.class,
                (request, response, problem) -> answer(response, problem.status(), problems.page(problem.key())));
        routing.error(
                HttpException.class,
                (request, response, refused) -> answer(response, refused.status(), problems.page("problem.malformed")));
        routing.error(Throwable.class, (request, response, thrown) -> failed(response, thrown, problems));
        return new LoopbackServer(server(port, routing, payload).start());
    }

    /** Helidon logs that a port is taken and goes on without it. */
    private static void requireFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            LOG.log(DEBUG, "port {0} is free", probe.getLocalPort());
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    /** The port in use. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static WebServer server(int port, HttpRouting.Builder routing, int payload) {
        Http1Config protocol = Http1Config.builder()
                .maxHeadersSize(HEADERS_MAX)
                .maxPrologueLength(PROLOGUE_MAX)
                .build();
        return WebServer.builder()
                .host("127.0.0.1")
                .port(port)
                .shutdownHook(false)
                .shutdownGracePeriod(GRACE)
                .featuresDiscoverServices(false)
                .protocolsDiscoverServices(false)
                .addConnectionSelector(
                        Http1ConnectionSelector.builder().config(protocol).build())
                .maxPayloadSize(payload)
                .maxTcpConnections(CONNECTIONS_MAX)
                .maxConcurrentRequests(CONNECTIONS_MAX)
                .idleConnectionTimeout(Duration.ofMinutes(2))
                .connectionOptions(connection -> connection.readTimeout(SILENCE_MAX))
                .routing(routing)
                .build();
    }

    /** The top of a request's thread: whatever is thrown here is a defect. The path is ours and holds nothing typed. */
    private static void failed(ServerResponse response, Throwable thrown, Problems problems) {
        LOG.log(ERROR, "a page could not be made; the case is as it was, the technician should see this", thrown);
        answer(response, Status.INTERNAL_SERVER_ERROR_500, problems.page("problem.defect"));
    }

    private static void answer(ServerResponse response, Status status, byte[] page) {
        response.status(status)
                .header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
                .send(page);
    }
}
