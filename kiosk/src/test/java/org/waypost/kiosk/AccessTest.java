package org.waypost.kiosk;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.http.Method;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.kiosk.access.Audience;
import org.waypost.kiosk.access.LoopbackServer;
import org.waypost.kiosk.access.Route;

class AccessTest {
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
        String path = route.path().replace("{party}", "A");
        HttpResponse<String> response = route.method().equals(Method.GET) ? window.get(path) : window.post(path);
        assertNotEquals(500, response.statusCode(), path);
        return response.statusCode() != 403 || response.body().contains("登记员代号");
    }

    @Test
    void aTokenIsGoodForItsRoleOnceTradedForACookieThatScriptsCannotSee() throws IOException, InterruptedException {
        String party = counter.terminal.address(Audience.PARTY);
        String token = party.substring(party.indexOf("token="));
        try (Browser window = new Browser(counter.terminal.port())) {
            assertEquals(403, window.get("/clerk?" + token).statusCode());
            assertEquals(403, window.get("/party?token=").statusCode());
            HttpResponse<String> traded = window.get("/party?" + token);
            assertEquals("/party", traded.headers().firstValue("Location").orElse(""));
            String cookie = traded.headers().firstValue("Set-Cookie").orElse("");
            assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
            assertFalse(
                    cookie.contains(token.substring(6)) || cookie.contains("Expires") || cookie.contains("Max-Age"));
            assertEquals(200, window.get("/party").statusCode());
            assertEquals(403, window.get("/clerk").statusCode());
        }
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
    void anotherNameForThisMachineIsNotAnswered() throws IOException {
        String said = raw("GET /party HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n");
        assertTrue(said.startsWith("HTTP/1.1 403"), said);
    }

    @Test
    void everyAnswerForbidsInlineFramesCachesAndOtherHosts() throws IOException, InterruptedException {
        for (HttpResponse<String> response :
                List.of(counter.clerk.get("/clerk"), counter.party.get("/party"), counter.clerk.get("/nowhere"))) {
            String policy =
                    response.headers().firstValue("Content-Security-Policy").orElse("");
            assertTrue(policy.startsWith("default-src 'self'") && !policy.contains("unsafe"), policy);
            assertEquals(
                    "nosniff",
                    response.headers().firstValue("X-Content-Type-Options").orElse(""));
            assertEquals(
                    "no-referrer",
                    response.headers().firstValue("Referrer-Policy").orElse(""));
            assertEquals(
                    "no-store", response.headers().firstValue("Cache-Control").orElse(""));
        }
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
    void styleAndScriptComeFromThisTerminal() throws IOException, InterruptedException {
        for (String path : List.of("/asset/pico.css", "/asset/htmx.js", "/asset/waypost.css", "/asset/waypost.js")) {
            assertTrue(counter.party.page(path).length() > 500, path);
        }
        assertFalse(counter.party.page("/asset/waypost.css").contains("url("));
    }

    @Test
    void anUnknownPathIsSaidShortly() throws IOException, InterruptedException {
        HttpResponse<String> response = counter.clerk.get("/clerk/../../etc/passwd");
        assertTrue(response.statusCode() == 404 || response.statusCode() == 400);
        HttpResponse<String> absent = counter.clerk.get("/nowhere");
        assertEquals(404, absent.statusCode());
        assertTrue(absent.body().contains("没有这个页面") && absent.body().length() < 3_000);
        assertEquals(404, counter.clerk.post("/clerk").statusCode());
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

    @Test
    void headersAndConnectionsAreBounded() throws IOException {
        String big = "X-Filler: " + "x".repeat(20_000) + "\r\n";
        String said = raw("GET /party HTTP/1.1\r\nHost: 127.0.0.1\r\n" + big + "Connection: close\r\n\r\n");
        assertFalse(said.startsWith("HTTP/1.1 200") || said.startsWith("HTTP/1.1 403"), said);
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < LoopbackServer.CONNECTIONS_MAX + 8; i++) {
                idle.add(new Socket(InetAddress.getLoopbackAddress(), counter.terminal.port()));
            }
            try (Socket late = new Socket(InetAddress.getLoopbackAddress(), counter.terminal.port())) {
                late.setSoTimeout(1_000);
                late.getOutputStream().write("GET /party HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(US_ASCII));
                assertNotEquals('H', answered(late));
            }
        } finally {
            for (Socket one : idle) {
                one.close();
            }
        }
    }

    private static int answered(Socket late) throws IOException {
        try {
            return late.getInputStream().read();
        } catch (java.net.SocketTimeoutException | java.net.SocketException refused) {
            return -1;
        }
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), counter.terminal.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(socket.getInputStream().readNBytes(12), UTF_8);
        } catch (java.net.SocketException reset) {
            return "reset";
        }
    }
}
