package org.waypost.hub.page;

import io.helidon.common.socket.SocketOptions;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** The desk's web server. */
public final class WebDesk implements AutoCloseable {
    /** Longest form in bytes; three fields of at most 260 characters. */
    static final int FORM_MAX = 8_192;

    /** Longest request header block in bytes. */
    static final int HEADERS_MAX = 8_192;

    /** Connections at a time: some officers' browsers, six each. */
    static final int CONNECTIONS_MAX = 100;

    /** Requests at a time. */
    static final int REQUESTS_MAX = 32;

    private static final Duration IDLE_MAX = Duration.ofSeconds(60);
    private static final Duration READ_MAX = Duration.ofSeconds(20);
    private static final System.Logger LOG = System.getLogger(WebDesk.class.getName());

    private final WebServer server;
    private final String host;
    private final Gate gate;

    private WebDesk(WebServer server, String host, Gate gate) {
        this.server = server;
        this.host = host;
        this.gate = gate;
    }

    /** Starts serving on an address and port, 0 for any free one. */
    public static WebDesk start(Desk desk, String host, int port) {
        Gate gate = new Gate(host);
        WebServer server = WebServer.builder()
                .host(host)
                .port(port)
                .shutdownHook(false)
                .maxPayloadSize(FORM_MAX)
                .maxTcpConnections(CONNECTIONS_MAX)
                .maxConcurrentRequests(REQUESTS_MAX)
                .idleConnectionTimeout(IDLE_MAX)
                .connectionOptions(SocketOptions.builder().readTimeout(READ_MAX).build())
                .addProtocol(Http1Config.builder().maxHeadersSize(HEADERS_MAX).build())
                .routing(routing -> routing(routing, desk, gate))
                .build()
                .start();
        return new WebDesk(server, host, gate);
    }

    private static void routing(HttpRouting.Builder routing, Desk desk, Gate gate) {
        Pages pages = new Pages(desk.zone());
        routing.addFilter(new SafeHeaders())
                .addFilter(gate)
                .register("/assets", new Assets())
                .register("/terminals", new TerminalPages(desk, pages))
                .register("/tips", new TipPages(desk, pages))
                .register("/", new CasePages(desk, pages), new DecisionForms(desk.casebook(), pages))
                .any((request, response) -> plain(request, response, Status.NOT_FOUND_404, "not-found"))
                .error(RuntimeException.class, WebDesk::failed);
    }

    private static void failed(ServerRequest request, ServerResponse response, RuntimeException cause) {
        LOG.log(Level.ERROR, "a page failed: look at the store", cause);
        plain(request, response, Status.INTERNAL_SERVER_ERROR_500, "failed");
    }

    private static void plain(ServerRequest request, ServerResponse response, Status status, String key) {
        response.status(status)
                .header(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                .send(LanguageChoice.words(request).say(key) + "\n");
    }

    /** Where it serves, without the token. */
    public String address() {
        return "http://" + host + ":" + server.port();
    }

    /** The link that opens the desk in a browser; whoever has it is let in. */
    public String link() {
        return address() + "/" + gate.query();
    }

    @Override
    public void close() {
        server.stop();
    }
}
