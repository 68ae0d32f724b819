package org.waypost.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.http.Method;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.kiosk.access.Audience;
import org.waypost.kiosk.access.LoopbackServer;
import org.waypost.kiosk.access.Route;

/** Who may ask a terminal to do something, and in what form. */
class FormsTest {
    @TempDir
    Path directory;

    private Counter counter;

    @BeforeEach
    void installed() throws Exception {
        counter = Counter.at(Installation.in(directory.resolve("terminal")));
    }

    @AfterEach
    void closed() {
        counter.close();
    }

    @Test
    void everyRouteOpensForItsRoleAndForNoOther() throws IOException, InterruptedException {
        Map<Audience, Browser> windows = Map.of(
                Audience.CLERK, counter.clerk, Audience.PARTY, counter.party, Audience.TECHNICIAN, counter.hands);
        assertTrue(counter.terminal.routes().size() > 20);
        try (Browser nobody = new Browser(counter.terminal.port())) {
            for (Route route : counter.terminal.routes()) {
                for (Map.Entry<Audience, Browser> window : windows.entrySet()) {
                    boolean may = route.audience() == Audience.ANYBODY || route.audience() == window.getKey();
                    assertEquals(may, opens(route, window.getValue()), window.getKey() + " at " + route.path());
                }
                assertEquals(route.audience() == Audience.ANYBODY, opens(route, nobody), route.path());
            }
        }
    }

    private static boolean opens(Route route, Browser window) throws IOException, InterruptedException {
        String path = route.path()
                .replace("{party}", "A")
                .replace("{report}", UUID.randomUUID().toString());
        HttpResponse<String> response = route.method().equals(Method.GET) ? window.get(path) : window.post(path);
        assertNotEquals(500, response.statusCode(), path);
        return response.statusCode() != 403 || response.body().contains("登记员代号");
    }

    @Test
    void aFormOfAnotherOriginChangesNothing() throws IOException, InterruptedException {
        Browser clerk = counter.clerk;
        assertEquals(403, clerk.send(clerk.form("/clerk/open")).statusCode());
        assertEquals(
                403,
                clerk.send(clerk.form("/clerk/open").header("Origin", "http://evil.example"))
                        .statusCode());
        assertEquals(
                403,
                clerk.send(clerk.form("/clerk/open").header("Origin", "null")).statusCode());
        assertEquals(
                403,
                clerk.send(clerk.form("/clerk/open").header("Sec-Fetch-Site", "cross-site"))
                        .statusCode());
        assertTrue(clerk.page("/clerk").contains("当前没有办理中的业务"));
        assertEquals(
                303,
                clerk.send(clerk.form("/clerk/open").header("Origin", "null").header("Sec-Fetch-Site", "same-origin"))
                        .statusCode());
    }

    @Test
    void noPageNamesAnotherHostOrHoldsAScript() throws IOException, InterruptedException {
        counter.open();
        for (String page : List.of(
                counter.clerk.page("/clerk"),
                counter.party.page("/party"),
                counter.hands.page("/technician"),
                counter.hands.page("/simulated"),
                counter.clerk.get("/nowhere").body())) {
            assertFalse(page.contains("http://") || page.contains("https://") || page.contains("src=\"//"));
            assertFalse(page.contains(" style=") || page.contains("<style") || page.contains(" onclick="));
            assertFalse(page.matches("(?s).*<script(?! src=\"/asset/).*"));
        }
    }

    @Test
    void aFormThatIsTooLongOrNoFormIsRefused() throws IOException, InterruptedException {
        String encounter = counter.open();
        String long64 = "甲".repeat(LoopbackServer.PAYLOAD_MAX / 9 + 10);
        refusesOrHangsUp(encounter, long64);
        Browser clerk = counter.clerk;
        var json = clerk.form("/clerk/notice", "a", "b").setHeader("Content-Type", "application/json");
        assertEquals(
                400, clerk.send(json.header("Sec-Fetch-Site", "same-origin")).statusCode());
        assertEquals(400, clerk.post("/clerk/language", "language", "FRENCH").statusCode());
        assertEquals(encounter, clerk.encounter());
    }

    /** The answer to a form that is still being sent may be lost with the connection. */
    private void refusesOrHangsUp(String encounter, String words) throws InterruptedException {
        try {
            assertEquals(413, counter.concern(encounter, words, "OTHER").statusCode());
        } catch (IOException hungUp) {
            String said = String.valueOf(hungUp.getMessage());
            assertTrue(said.contains("no bytes") || said.contains("reset"), said);
        }
    }
}
