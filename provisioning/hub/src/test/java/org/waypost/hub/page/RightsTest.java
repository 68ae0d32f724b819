package org.waypost.hub.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.hub.officer.Role.AUDITOR;
import static org.waypost.hub.officer.Role.CASE_OFFICER;
import static org.waypost.hub.officer.Role.SUPERVISOR;
import static org.waypost.hub.officer.Role.TECHNICIAN;

import io.helidon.http.Method;
import io.helidon.webserver.WebServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.hub.TestDoor;
import org.waypost.hub.officer.Role;
import org.waypost.hub.officer.Sessions;

/** Invariant I16, every page and form of the desk by every role: what does not stand here is allowed to nobody. */
class RightsTest {
    private static final Set<Role> CASES = Set.of(CASE_OFFICER, SUPERVISOR);
    private static final String NUMBER = "{number:[0-9]{1,15}}";
    private static final String CASE = "/case/" + NUMBER;
    private static final String TIP = "/tips/{handle:[A-Za-z0-9_-]{22}}";
    private static final String RELEASE = "/terminals/{terminal:[a-z0-9][a-z0-9-]{0,39}}/release";

    private static final Map<String, Set<Role>> ALLOWED = Map.ofEntries(
            Map.entry("GET /", CASES),
            Map.entry("GET /rows", CASES),
            Map.entry("GET " + CASE, CASES),
            Map.entry("POST " + CASE, CASES),
            Map.entry("POST " + CASE + "/acknowledge", CASES),
            Map.entry("POST " + CASE + "/tell", CASES),
            Map.entry("POST " + CASE + "/ask", CASES),
            Map.entry("POST " + CASE + "/break-glass", CASES),
            Map.entry("POST " + CASE + "/uncovered", CASES),
            Map.entry("GET /uncoverings", CASES),
            Map.entry("POST /uncoverings/" + NUMBER + "/consent", CASES),
            Map.entry("GET /reviews", Set.of(SUPERVISOR, AUDITOR)),
            Map.entry("POST /reviews/" + NUMBER, Set.of(SUPERVISOR)),
            Map.entry("GET /tips", CASES),
            Map.entry("GET " + TIP, CASES),
            Map.entry("POST " + TIP, CASES),
            Map.entry("POST " + TIP + "/answer", CASES),
            Map.entry("GET /tips/photo/{look:[A-Za-z0-9_-]{22}}/{id:[0-9a-f-]{36}}", CASES),
            Map.entry("GET /terminals", Set.of(TECHNICIAN)),
            Map.entry("GET " + RELEASE, Set.of(TECHNICIAN)),
            Map.entry("POST " + RELEASE, Set.of(TECHNICIAN)),
            Map.entry("GET /audit", Set.of(AUDITOR)));

    /** What takes no right: what a browser loads before somebody signs in. */
    private static final Set<String> OPEN = Set.of(
            "GET /assets/pico.css",
            "GET /assets/desk.css",
            "GET /assets/htmx.js",
            "GET /assets/mark.svg",
            "GET /sign-in",
            "POST /sign-in",
            "POST /sign-out",
            "POST /language");

    @TempDir
    Path directory;

    @Test
    void eachPageIsForTheRolesThatStandHereAndForNobodyElse() throws Exception {
        try (DeskRig rig = new DeskRig(directory)) {
            Map<Role, String> cookies = new EnumMap<>(Role.class);
            for (Role role : Role.values()) {
                cookies.put(role, rig.signedIn(role));
            }
            String outside = rig.outside();
            Map<String, Set<Role>> found = new TreeMap<>();
            Set<String> open = new TreeSet<>();
            for (Doors.Door door : rig.doors().all()) {
                String name = door.method().text() + " " + door.path();
                if (door.right().isEmpty()) {
                    open.add(name);
                    continue;
                }
                HttpResponse<String> stranger = ask(rig, outside, door);
                assertTrue(refusesAStranger(stranger), () -> name + " answers a stranger " + stranger.statusCode());
                Set<Role> admitted = new TreeSet<>();
                for (Map.Entry<Role, String> one : cookies.entrySet()) {
                    if (!ask(rig, one.getValue(), door).body().contains("Your role has no right")) {
                        admitted.add(one.getKey());
                    }
                }
                found.put(name, admitted);
            }
            assertEquals(new TreeMap<>(ALLOWED), found);
            assertEquals(new TreeSet<>(OPEN), open);
        }
    }

    private static HttpResponse<String> ask(DeskRig rig, String cookies, Doors.Door door) throws Exception {
        return rig.ask(cookies, door.method().text(), example(door.path()));
    }

    private static boolean refusesAStranger(HttpResponse<String> answer) {
        return answer.body().isEmpty()
                && (answer.statusCode() == 401
                        || answer.headers().firstValue("location").orElse("").equals("/sign-in"));
    }

    private static String example(String path) {
        return path.replace(NUMBER, "1")
                .replace("{handle:[A-Za-z0-9_-]{22}}", "A".repeat(22))
                .replace("{look:[A-Za-z0-9_-]{22}}", "A".repeat(22))
                .replace("{id:[0-9a-f-]{36}}", "00000000-0000-0000-0000-000000000000")
                .replace("{terminal:[a-z0-9][a-z0-9-]{0,39}}", "counter-1");
    }

    /** A page that somebody adds past the doors is served to nobody, not even to whom every door is open. */
    @Test
    void whatIsNoDoorIsNotServed() throws Exception {
        try (DeskRig rig = new DeskRig(directory)) {
            Pages pages = new Pages(ZoneOffset.UTC);
            Sessions sessions = new Sessions(rig.officers, () -> rig.now);
            Doors doors = new Doors().open(Method.GET, "/door", (request, response) -> response.send("through a door"));
            WebServer server = WebServer.builder()
                    .host("127.0.0.1")
                    .port(0)
                    .shutdownHook(false)
                    .routing(routing -> {
                        routing.addFilter(new Guard(doors, sessions, pages))
                                .get("/added", (request, response) -> response.send("past the doors"));
                        doors.routing(routing);
                    })
                    .build()
                    .start();
            try {
                assertEquals(200, status(server, "/door"), "control");
                assertEquals(404, status(server, "/added"));
            } finally {
                server.stop();
            }
        }
    }

    private static int status(WebServer server, String path) throws Exception {
        return TestDoor.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)))
                .statusCode();
    }

    @Test
    void aPageShowsTheWayToWhatItsReaderMaySee() throws Exception {
        Map<Role, Set<String>> rooms = Map.of(
                CASE_OFFICER, Set.of("/", "/tips", "/uncoverings"),
                SUPERVISOR, Set.of("/", "/tips", "/uncoverings", "/reviews"),
                TECHNICIAN, Set.of("/terminals"),
                AUDITOR, Set.of("/audit", "/reviews"));
        try (DeskRig rig = new DeskRig(directory)) {
            for (Map.Entry<Role, Set<String>> one : rooms.entrySet()) {
                String nav = rig.get(
                                rig.signedIn(one.getKey()),
                                one.getValue().iterator().next())
                        .body()
                        .replaceFirst("(?s).*<nav class=\"rooms\"(.*?)</nav>.*", "$1");
                Set<String> shown = Pattern.compile("href=\"([^\"]+)\"")
                        .matcher(nav)
                        .results()
                        .map(link -> link.group(1))
                        .collect(Collectors.toSet());
                assertEquals(one.getValue(), shown, one.getKey().name());
            }
        }
    }
}
