package org.waypost.hub;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.waypost.contract.CaseReport;
import org.waypost.hub.officer.Role;
import org.waypost.hub.store.Audit;
import org.waypost.hub.store.Database;
import org.waypost.hub.store.StoreAddress;

/** A running hub whose desk is asked for pages: for those of terminals by a technician, for others by an officer. */
final class WebDeskRig implements AutoCloseable {
    static final String MARKER = "<script>alert('canary')</script>";

    final TestSite site;
    final HubServer hub;
    final String cookie;
    private final String technician;
    private final Path directory;

    /** How far the hub's clock is put forward. */
    volatile Duration ahead = Duration.ZERO;

    WebDeskRig(Path directory) throws Exception {
        this.directory = directory;
        site = new TestSite(directory);
        hub = site.start(() -> InstantSource.system().instant().plus(ahead), Interposed.NOTHING);
        TestDoor.enrol(directory, "Officer Li", Role.CASE_OFFICER);
        TestDoor.enrol(directory, "Technician Wu", Role.TECHNICIAN);
        cookie = TestDoor.cookies(hub.web(), "Officer Li");
        technician = TestDoor.cookies(hub.web(), "Technician Wu");
    }

    String address() {
        return hub.web().address();
    }

    /** One at a time: of those that come together, the urgent one has the lower number. The number of this one. */
    long stored(TestTerminal terminal, CaseReport report) throws Exception {
        long before = hub.counts().getOrDefault("Stored", 0L);
        terminal.report(site.seal(report));
        Eventually.holds(() -> hub.counts().getOrDefault("Stored", 0L) == before + 1);
        return before + 1;
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path))
                .header("Cookie", path.startsWith("/terminals") ? technician : cookie);
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(to(path));
    }

    HttpResponse<String> post(String path, String origin, String form) throws Exception {
        return send(to(path).header("Origin", origin)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Another way into the store of the hub. */
    Database store() {
        return Database.open(new StoreAddress.Directory(directory.resolve("data")));
    }

    /** How many looks and decisions the audit holds. */
    long recorded() {
        try (Database store = store()) {
            return assertInstanceOf(Audit.Check.Intact.class, new Audit(store).check())
                    .entries();
        }
    }

    @Override
    public void close() {
        hub.close();
    }
}
