package org.waypost.kiosk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.crypto.tink.KeysetHandle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.report.TipBox;
import org.waypost.agent.settings.StationSettings;
import org.waypost.contract.FollowUpCode;
import org.waypost.contract.KeyFile;

/** A public station as somebody before it finds it. Each test comes an hour after the one before. */
class StationTest {
    private static final Pattern WORD = Pattern.compile("<li>([a-z]{4})</li>");

    @TempDir
    static Path directory;

    private static volatile Instant now = Instant.parse("2026-11-29T08:17:23Z");
    private static @Nullable StationTerminal station;
    private static @Nullable Browser opened;

    private Browser window;

    @BeforeAll
    static void start() throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        KeysetHandle hub = KeyFile.newSigningKey();
        new KeyFile(directory.resolve("desk.json")).writePublic(KeyFile.newSealingKey());
        new KeyFile(directory.resolve("hub.json")).writePublic(hub);
        Files.writeString(directory.resolve("password"), "of-this-test\n");
        Files.setPosixFilePermissions(directory.resolve("password"), PosixFilePermissions.fromString("rw-------"));
        Path made = KeyStores.made("of-this-test");
        for (String store : KeyStores.NAMES) {
            Files.copy(made.resolve(store), directory.resolve(store));
        }
        InstantSource clock = () -> now;
        station = StationTerminal.start(
                StationSettings.read(Files.writeString(directory.resolve("station.properties"), SETTINGS)), clock);
        opened = Browser.opened(station.port(), station.address());
    }

    private static final String SETTINGS = """
            terminal.id=counter-1
            office.name=示例火车站
            office.time-zone=Asia/Shanghai
            store.file=station.db
            keys.desk-sealing=desk.json
            keys.hub-receipt=hub.json
            brokers=ssl://127.0.0.1:1
            tls.key-store=key.p12
            tls.trust-store=trust.p12
            tls.password-file=password
            web.port=0
            station.phone=010-5550 0000
            """;

    @AfterAll
    static void stop() {
        Objects.requireNonNull(opened).close();
        Objects.requireNonNull(station).close();
    }

    @BeforeEach
    void another() throws IOException, InterruptedException {
        now = now.plus(Duration.ofHours(1));
        window = Objects.requireNonNull(opened);
        window.done("/station/language", "language", "ENGLISH");
    }

    private HttpResponse<String> send(String kind, String words) throws IOException, InterruptedException {
        return window.post("/station/send", "kind", kind, "place", "WORKPLACE", "danger", "NOT_KNOWN", "words", words);
    }

    private static List<String> words(String page) {
        return WORD.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static String code(String page) {
        return String.join(" ", words(page));
    }

    private static String stored() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : List.of("station.db", "station.db-wal")) {
            all.append(new String(Files.readAllBytes(directory.resolve(name)), ISO_8859_1));
        }
        return all.toString();
    }

    @Test
    void tellsInFourStepsAndGivesACodeThatIsGoneWithThePerson() throws IOException, InterruptedException {
        assertTrue(window.page("/station").contains("Nobody asks who you are"));
        assertTrue(window.page("/station/kind").contains("value=\"FORCED_LABOUR\""));
        assertFalse(window.page("/station/kind").contains("ADDITION"));
        assertTrue(window.post("/station/place", "kind", "FORCED_LABOUR").body().contains("value=\"WORKPLACE\""));
        String writing = window.post("/station/words", "kind", "FORCED_LABOUR", "place", "WORKPLACE")
                .body();
        assertTrue(writing.contains("110") && writing.contains("value=\"NOT_KNOWN\""), writing);
        String sent = window.done(
                "/station/send",
                "kind",
                "FORCED_LABOUR",
                "place",
                "WORKPLACE",
                "danger",
                "NOT_NOW",
                "words",
                "canary-words");
        String code = code(sent);
        assertEquals(FollowUpCode.WORDS, words(sent).size(), sent);
        assertTrue(FollowUpCode.read(code) instanceof FollowUpCode.Entry.Entered);
        assertTrue(sent.contains("<svg class=\"qr\"") && sent.contains("h1v1h-1z"));
        assertFalse(sent.contains("canary-words") || sent.contains("style=") || sent.contains("<script>"));
        assertTrue(window.done("/station/language", "language", "CHINESE").contains("您可以在这里反映情况"));
        assertEquals(303, window.get("/station/rest").statusCode());
        assertEquals(303, window.get("/station/code").statusCode());
        String kept = stored();
        for (String trace : List.of(
                "canary-words",
                "FORCED_LABOUR",
                "counter-1",
                "ENGLISH",
                "zh-Hans",
                code,
                words(sent).getFirst() + "-")) {
            assertFalse(kept.contains(trace), trace);
        }
        assertFalse(kept.contains(now.toString().substring(11, 16)), "the minute");
        assertTrue(kept.contains(now.toString().substring(0, 13) + ":00:00Z"));
    }

    @Test
    void aMinuteOfStillnessWipesLanguageAndCode() throws IOException, InterruptedException {
        send("NEED_HELP", "");
        assertEquals(200, window.get("/station/code").statusCode());
        now = now.plusSeconds(59);
        assertEquals(204, window.post("/station/stay").statusCode());
        now = now.plusSeconds(59);
        assertEquals(200, window.get("/station/code").statusCode());
        now = now.plusSeconds(60);
        assertEquals(303, window.get("/station/code").statusCode());
        assertTrue(window.page("/station").contains("lang=\"zh-Hans\""));
    }

    @Test
    void aFullStationSaysSoAndShowsTheTelephone() throws IOException, InterruptedException {
        for (int i = 0; i < TipBox.HOUR_MAX; i++) {
            assertEquals(303, send("NEED_HELP", "").statusCode());
        }
        HttpResponse<String> full = send("NEED_HELP", "");
        assertEquals(503, full.statusCode());
        assertTrue(full.body().contains("010-5550 0000") && full.body().contains("Nothing was stored"));
        now = now.plus(Duration.ofHours(1));
        assertEquals(303, send("NEED_HELP", "").statusCode());
    }

    @Test
    void whatCannotBeTakenStaysOnThePage() throws IOException, InterruptedException {
        HttpResponse<String> empty = send("OTHER", " ");
        assertTrue(empty.body().contains("Please write a few words"));
        HttpResponse<String> tooLong = send("OTHER", "<b>" + "x".repeat(1_000));
        assertTrue(tooLong.body().contains("This is too long") && tooLong.body().contains("&lt;b&gt;xxx"));
        assertEquals(400, send("ADDITION", "words").statusCode());
        assertEquals(400, send("NO_KIND", "words").statusCode());
        assertEquals(400, send("OTHER", "bell \u0007").statusCode());
    }

    @Test
    void takesAPhotoAndTellsWhenItCannot() throws IOException, InterruptedException {
        assertTrue(window.send(uploading("no picture")).body().contains("This photo cannot be taken"));
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, "png", png));
        assertEquals(303, window.send(uploading(png.toString(ISO_8859_1))).statusCode());
        // the station answers at once and hangs up: whoever still sends may not hear it
        HttpRequest.Builder tooLarge = uploading("x".repeat(7 * 1024 * 1024)).expectContinue(true);
        assertEquals(413, window.send(tooLarge).statusCode());
    }

    private HttpRequest.Builder uploading(String file) {
        StringBuilder body = new StringBuilder();
        for (String field : List.of("kind=OTHER", "place=HOME", "danger=NOT_KNOWN", "words=")) {
            body.append("--b1\r\nContent-Disposition: form-data; name=\"")
                    .append(field, 0, field.indexOf('='))
                    .append("\"\r\n\r\n")
                    .append(field.substring(field.indexOf('=') + 1))
                    .append("\r\n");
        }
        body.append("--b1\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.png\"\r\n\r\n")
                .append(file)
                .append("\r\n--b1--\r\n");
        String origin = "http://127.0.0.1:" + Objects.requireNonNull(station).port();
        return HttpRequest.newBuilder(URI.create(origin + "/station/send"))
                .header("Origin", origin)
                .header("Content-Type", "multipart/form-data; boundary=b1")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString(), ISO_8859_1));
    }

    @Test
    void slipsAreNamedAndManyCodesUnderWhichNothingLiesCloseTheDoorForTenMinutes()
            throws IOException, InterruptedException {
        String wrong = window.post("/station/answer", "code", "babe babi").body();
        assertTrue(wrong.contains("has nine words") && wrong.contains(">babe babi<"), wrong);
        String code =
                code(window.done("/station/send", "kind", "NEED_HELP", "place", "HOME", "danger", "NOW", "words", ""));
        String swapped = code.replaceFirst("(\\w+) (\\w+)", "$2 $1");
        if (!swapped.equals(code)) {
            assertTrue(window.post("/station/answer", "code", swapped).body().contains("do not belong together"));
        }
        for (int i = 0; i < 10; i++) {
            FollowUpCode guess = FollowUpCode.random(new SecureRandom());
            assertTrue(window.done("/station/answer", "code", guess.scannable()).contains("No answer is here yet"));
        }
        HttpResponse<String> refused = window.post("/station/answer", "code", code);
        assertEquals(429, refused.statusCode());
        assertTrue(refused.body().contains("010-5550 0000"));
        now = now.plus(Duration.ofMinutes(11));
        assertNotEquals(429, window.post("/station/answer", "code", code).statusCode());
    }

    @Test
    void addsToAThreadOnlyWhoHasOpenedIt() throws IOException, InterruptedException {
        assertEquals(303, window.get("/station/rest").statusCode());
        assertEquals(400, window.post("/station/add", "words", "more").statusCode());
        String code =
                code(window.done("/station/send", "kind", "NEED_HELP", "place", "HOME", "danger", "NOW", "words", ""));
        window.done("/station/answer", "code", code);
        String added = window.done("/station/add", "words", "canary-addition");
        assertTrue(added.contains("已保存，本小时结束后送达") && !added.contains("canary-addition"), added);
        assertFalse(stored().contains("canary-addition"));
    }

    @Test
    void nobodyComesInWithoutTheAddressAndNothingElseOfATerminalIsHere() throws IOException, InterruptedException {
        try (Browser stranger = new Browser(Objects.requireNonNull(station).port())) {
            assertEquals(403, stranger.get("/station").statusCode());
            assertEquals(403, stranger.get("/station/code").statusCode());
        }
        for (String path : List.of("/clerk", "/party", "/technician/refused", "/simulated")) {
            assertEquals(404, window.get(path).statusCode(), path);
        }
    }

    /** As the hub's receipt does. */
    private static void refuseOne() throws SQLException {
        try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("station.db"));
                Statement statement = store.createStatement()) {
            statement.execute("pragma busy_timeout=5000");
            assertEquals(1, statement.executeUpdate("update tip set refused = 1 where id = (select min(id) from tip)"));
        }
    }

    /** The hub refuses one; the page tells how many and why, and nothing that was told. */
    @Test
    void tellsItsTechnicianHowManyTipsTheDeskCannotOpen() throws Exception {
        try (Browser care = Browser.opened(
                Objects.requireNonNull(station).port(),
                Objects.requireNonNull(station).careAddress())) {
            assertTrue(care.page("/technician").contains("没有被拒收的线索"));
            send("OTHER", "canary-of-a-station");
            refuseOne();
            String page = care.page("/technician");
            assertTrue(page.contains("受理台无法打开的线索：1 条") && page.contains("keys.desk-sealing"), page);
            assertFalse(page.contains("canary") || page.matches("(?s).*[0-9a-f]{8}-[0-9a-f]{4}.*"), page);
            assertEquals(403, window.get("/technician").statusCode(), "not whoever stands before the station");
            assertEquals(403, care.get("/station").statusCode(), "nor the other way round");
        }
    }
}
