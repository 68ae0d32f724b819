package org.waypost.kiosk;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.kiosk.access.Audience;
import org.waypost.kiosk.access.LoopbackServer;

/** Who may see what of a terminal where nothing is done. */
class AccessTest {
    @TempDir
    static Path directory;

    private static Counter counter;

    @BeforeAll
    static void installed() throws Exception {
        counter = Counter.at(Installation.in(directory.resolve("terminal")));
    }

    @AfterAll
    static void closed() {
        counter.close();
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
