package org.waypost.hub.page;

import io.helidon.common.socket.SocketOptions;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.waypost.hub.officer.Sessions;
import org.waypost.hub.officer.SignIn;

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
        Sessions sessions = new Sessions(desk.officers(), desk.clock());
        Doors doors = doors(desk, sessions, pages);
        routing.addFilter(new SafeHeaders())
                .addFilter(gate)
                .addFilter(new Guard(doors, sessions, pages))
                .error(RuntimeException.class, WebDesk::failed);
        doors.routing(routing);
    }

    /** All there is behind the gate. */
    static Doors doors(Desk desk, Sessions sessions, Pages pages) {
        Doors doors = new Doors();
        new Assets().add(doors);
        new SignInPages(new SignIn(desk.officers(), desk.clock()), sessions, pages).add(doors);
        new TerminalPages(desk, pages).add(doors);
        new TipPages(desk, pages).add(doors);
        new CasePages(desk, pages).add(doors);
        new DecisionForms(desk.casebook(), pages).add(doors);
        new UncoverPages(desk, pages).add(doors);
        new ReviewPages(desk.casebook().uncoverings(), pages).add(doors);
        new AuditPages(desk.officers(), pages).add(doors);
        return doors;
    }

    private static void failed(ServerRequest request, ServerResponse response, RuntimeException cause) {
        LOG.log(Level.ERROR, "a page failed: look at the store", cause);
        Pages.plain(request, response, Status.INTERNAL_SERVER_ERROR_500, "failed");
    }

    /** Where it serves, without the token. */
    public String address() {
        return "http://" + host + ":" + server.port();
    }

    /** The link that opens the desk's door in a browser; who has it may sign in. */
    public String link() {
        return address() + "/" + gate.query();
    }

    @Override
    public void close() {
        server.stop();
    }
}
