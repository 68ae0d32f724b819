package org.waypost.hub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.AnswersWanted;
import org.waypost.contract.FollowUpCode;
import org.waypost.contract.KeyFile;
import org.waypost.contract.PublicReport;
import org.waypost.contract.SealedTip;
import org.waypost.contract.SignedAnswer;
import org.waypost.contract.SignedTipReceipt;
import org.waypost.contract.SignedTipReceipt.Outcome;
import org.waypost.contract.TerminalId;
import org.waypost.contract.TipSealer;
import org.waypost.contract.TipThread;
import org.waypost.contract.Topic;
import org.waypost.contract.Verifier;
import org.waypost.hub.officer.Role;

/** Tips at a running hub: from the broker to the desk's page and back to every station. */
class TipTest {
    private static final String MARKER = "<script>alert('tip')</script>";
    private static final String PHOTO = "_9j_4AAQSkZJRg";

    @TempDir
    static Path directory;

    private static TestSite site;
    private static HubServer hub;
    private static TerminalId here;
    private static TerminalId elsewhere;
    private static String cookie;

    @BeforeAll
    static void start() throws Exception {
        site = new TestSite(directory);
        here = new TerminalId("station-here");
        elsewhere = new TerminalId("station-elsewhere");
        hub = site.start();
        TestDoor.enrol(directory, "Officer Li", Role.CASE_OFFICER);
        cookie = TestDoor.cookies(hub.web(), "Officer Li");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
        }
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(
                HttpRequest.newBuilder(URI.create(hub.web().address() + path)).header("Cookie", cookie));
    }

    private static HttpResponse<String> post(String path, String... fields) throws Exception {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], UTF_8))
                    .append('&');
        }
        return send(HttpRequest.newBuilder(URI.create(hub.web().address() + path))
                .header("Cookie", cookie)
                .header("Origin", hub.web().address())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    private static TestTerminal station(TerminalId name) throws Exception {
        TestTerminal station = site.connect(hub, name.value());
        assertTrue(station.subscribe(Topic.answer(name).text()) <= 1);
        return station;
    }

    private static PublicReport report(TipThread thread, String words) {
        return new PublicReport(
                UUID.randomUUID(),
                PublicReport.hourOf(Instant.now()),
                PublicReport.Kind.FORCED_LABOUR,
                PublicReport.Place.WORKPLACE,
                PublicReport.Danger.NOW,
                words,
                thread,
                PHOTO);
    }

    private static SealedTip seal(PublicReport report) throws Exception {
        return new TipSealer(site.desk.getPublicKeysetHandle()).seal(report);
    }

    private static Outcome told(TestTerminal station, TerminalId name, SealedTip tip) throws Exception {
        station.say(name, tip);
        SignedTipReceipt receipt = assertInstanceOf(SignedTipReceipt.class, station.word());
        assertTrue(receipt.answers(tip.id(), tip.digest(), verifier()));
        return receipt.outcome();
    }

    private static Verifier verifier() throws Exception {
        return new Verifier(site.receipts.getPublicKeysetHandle());
    }

    @Test
    void aTipIsShownAnsweredAndReadElsewhereByItsCodeAlone() throws Exception {
        FollowUpCode code = FollowUpCode.random(new SecureRandom());
        TipThread thread = code.thread();
        PublicReport report = report(thread, MARKER);
        try (TestTerminal station = station(here);
                TestTerminal other = station(elsewhere)) {
            SealedTip tip = seal(report);
            assertEquals(Outcome.STORED, told(station, here, tip));
            assertEquals(Outcome.STORED, told(station, here, tip), "again");

            String list = get("/tips").body();
            assertTrue(list.contains(thread.handle()));
            assertFalse(list.contains("alert") || list.contains("station-here") || list.contains("Forced labour"));
            String path = "/tips/" + thread.handle();
            assertTrue(get(path).body().contains("Open and record"));
            assertEquals(400, post(path, "reason", "").statusCode());
            String shown = post(path, "reason", "first look").body();
            assertTrue(shown.contains("&lt;script&gt;alert(") && !shown.contains(MARKER), shown);
            assertTrue(shown.contains("Danger now") && shown.contains("Forced labour"));
            assertFalse(shown.contains("station-here") || shown.contains(thread.key()));

            String photo = shown.replaceFirst("(?s).*src=\"(/tips/photo/[^\"]+)\".*", "$1");
            HttpResponse<String> picture = get(photo);
            assertEquals(
                    "image/jpeg", picture.headers().firstValue("content-type").orElse(""));
            assertEquals(
                    404,
                    get(photo.replaceFirst("photo/[A-Za-z0-9_-]{22}", "photo/" + "A".repeat(22)))
                            .statusCode());
            assertEquals(
                    403,
                    send(HttpRequest.newBuilder(URI.create(hub.web().address() + photo)))
                            .statusCode());

            assertEquals(400, post(path + "/answer", "answer", "x".repeat(701)).statusCode());
            assertEquals(303, post(path + "/answer", "answer", "我们在查。").statusCode());
            assertTrue(post(path, "reason", "again").body().contains("我们在查。"));

            other.say(elsewhere, new AnswersWanted(1, 0));
            SignedAnswer answer = assertInstanceOf(SignedAnswer.class, other.word());
            assertTrue(answer.signed(verifier()));
            assertEquals(Optional.of("我们在查。"), thread.open(answer.sealed()));
            assertEquals(
                    Optional.empty(),
                    FollowUpCode.random(new SecureRandom()).thread().open(answer.sealed()));
        }
    }

    @Test
    void whatIsOfAnotherDeskIsRefusedAndWhatIsNoTipIsDropped() throws Exception {
        TipThread thread = new TipThread("Q".repeat(22), "Q".repeat(43));
        try (TestTerminal station = station(elsewhere)) {
            SealedTip foreign = new TipSealer(KeyFile.newSealingKey().getPublicKeysetHandle())
                    .seal(report(thread, "for another desk"));
            assertEquals(Outcome.REFUSED, told(station, elsewhere, foreign));
            station.publish(Topic.tip(elsewhere).text(), "{\"type\":\"TIP\"}".getBytes(UTF_8));
            assertEquals(Outcome.STORED, told(station, elsewhere, seal(report(thread, "to this desk"))));
            assertEquals(1, hub.counts().get("MALFORMED"));
        }
    }

    /** Two tips of one person, two of others: what the hub keeps does not tell which is which. */
    @Test
    void theStoreHoldsNoMomentNoStationNoWordsAndNothingThatLinksTwoTips() throws Exception {
        String words = "canary-of-one-person";
        PublicReport first = report(FollowUpCode.random(new SecureRandom()).thread(), words);
        PublicReport second = report(FollowUpCode.random(new SecureRandom()).thread(), words);
        SealedTip one = seal(first);
        SealedTip two = seal(second);
        try (TestTerminal station = station(new TerminalId("station-canary"))) {
            told(station, new TerminalId("station-canary"), one);
            told(station, new TerminalId("station-canary"), two);
        }
        String kept = stored();
        assertTrue(kept.contains(one.id().toString()) && kept.contains(two.id().toString()));
        for (String trace : List.of(
                "station-canary", words, "FORCED_LABOUR", first.thread().key(), "WORKPLACE", "zh-Hans", "language")) {
            assertFalse(kept.contains(trace), trace);
        }
        assertNotEquals(first.thread().handle(), second.thread().handle());
        assertEquals(one.sealed().length(), two.sealed().length());
    }

    private static String stored() throws Exception {
        StringBuilder all = new StringBuilder();
        try (var files = Files.list(directory.resolve("data"))) {
            for (Path file : files.toList()) {
                all.append(new String(Files.readAllBytes(file), ISO_8859_1));
            }
        }
        return all.toString();
    }
}
