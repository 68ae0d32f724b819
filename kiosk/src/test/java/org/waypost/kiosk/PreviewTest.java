package org.waypost.kiosk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.drivers.simulated.SpecimenCard;

/** What the camera sees is shown to the registrar alone, before the picture is taken, and kept by nobody. */
class PreviewTest {
    /** Begins a JPEG file. */
    private static final String JPEG = new String(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, ISO_8859_1);

    @TempDir
    Path directory;

    private Installation installation;
    private Counter counter;

    @BeforeEach
    void installed() throws Exception {
        installation = Installation.in(directory.resolve("terminal"));
        Files.createDirectory(installation.file("models"));
        installation.set("face.mode", "on");
        installation.set("face.impact-assessment", "example-2026-1");
        installation.set("face.notice", "posted");
        installation.set("camera.driver", "simulated");
        installation.set("camera.device", "simulated:");
        counter = Counter.at(installation);
    }

    @AfterEach
    void closed() {
        counter.close();
    }

    private static String path(String encounter, String party) {
        return "/clerk/preview?encounter=" + encounter + "&party=" + party;
    }

    private HttpResponse<InputStream> watched(Browser window, String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = window.stream(path);
        assertEquals(200, response.statusCode());
        return response;
    }

    private static String pictures(InputStream in, int count) throws IOException {
        StringBuilder seen = new StringBuilder();
        byte[] piece = new byte[8_192];
        while (seen.toString().split("Content-Type: image/jpeg", -1).length <= count) {
            int read = in.read(piece);
            assertTrue(read > 0, "the preview ended");
            seen.append(new String(piece, 0, read, ISO_8859_1));
        }
        return seen.toString();
    }

    @Test
    void theRegistrarSeesOnePictureAfterTheOtherUntilTheStepIsOver() throws Exception {
        String encounter = counter.open();
        counter.toCard(encounter, "A");
        String page = counter.clerk.page("/clerk");
        assertTrue(
                page.contains("<img class=\"preview\" src=\"/clerk/preview?encounter=" + encounter + "&amp;party=A\""));
        HttpResponse<InputStream> watched = watched(counter.clerk, path(encounter, "A"));
        assertEquals(List.of("no-store"), watched.headers().allValues("Cache-Control"));
        try (InputStream in = watched.body()) {
            assertTrue(pictures(in, 4).contains("\r\n\r\n" + JPEG));
            counter.decided(encounter, "WITHDRAW");
            String last = new String(in.readAllBytes(), ISO_8859_1);
            assertTrue(last.contains("Content-Type: image/gif"), "an empty picture takes the last one's place");
            assertTrue(last.endsWith("--\r\n"));
        }
    }

    @Test
    void nobodySeesAnythingBeforeTheChoiceOnTheOtherWayOrAfterwards() throws Exception {
        String encounter = counter.open();
        assertRefused(encounter, "A");
        counter.clerk.done("/clerk/notice", "encounter", encounter, "party", "A");
        assertRefused(encounter, "A");
        route(encounter, "WITHOUT_FACE");
        assertRefused(encounter, "A");
        assertFalse(counter.clerk.page("/clerk").contains("/clerk/preview"));
        route(encounter, "FACE");
        assertRefused(encounter, "B");
        assertRefused("00000000-0000-4000-8000-000000000000", "A");
        assertEquals(403, counter.party.stream(path(encounter, "A")).statusCode());
        assertEquals(403, counter.hands.stream(path(encounter, "A")).statusCode());
        assertEquals(400, counter.clerk.get("/clerk/preview").statusCode());
        watched(counter.clerk, path(encounter, "A")).body().close();
        counter.read(SpecimenCard.TEST_BING);
        assertRefused(encounter, "A");
    }

    private void route(String encounter, String route) throws IOException, InterruptedException {
        counter.clerk.done("/clerk/route", "encounter", encounter, "party", "A", "route", route);
    }

    private void assertRefused(String encounter, String party) throws IOException, InterruptedException {
        HttpResponse<InputStream> refused = counter.clerk.stream(path(encounter, party));
        try (InputStream body = refused.body()) {
            assertEquals(403, refused.statusCode());
            String words = new String(body.readAllBytes(), UTF_8);
            assertTrue(words.contains("现在没有预览"), "with words of what to do");
        }
    }

    @Test
    void aNewerWindowEndsTheOlder() throws Exception {
        String encounter = counter.open();
        counter.toCard(encounter, "A");
        try (InputStream older = watched(counter.clerk, path(encounter, "A")).body()) {
            pictures(older, 1);
            try (InputStream newer =
                    watched(counter.clerk, path(encounter, "A")).body()) {
                pictures(newer, 2);
                assertTrue(endsSoon(older));
                pictures(newer, 2);
            }
        }
    }

    private static boolean endsSoon(InputStream in) {
        try {
            in.readAllBytes();
            return true;
        } catch (IOException cut) {
            return true;
        }
    }

    @Test
    void nothingOfItIsInAFile() throws Exception {
        String encounter = counter.open();
        counter.toCard(encounter, "A");
        try (InputStream in = watched(counter.clerk, path(encounter, "A")).body()) {
            pictures(in, 10);
        }
        counter.decided(encounter, "WITHDRAW");
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(new String(Files.readAllBytes(file), ISO_8859_1).contains(JPEG), file::toString);
            }
        }
        Path control = Files.write(directory.resolve("control"), JPEG.getBytes(ISO_8859_1));
        assertTrue(new String(Files.readAllBytes(control), ISO_8859_1).contains(JPEG), "control: it would be seen");
    }
}
