package org.waypost.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.CaseReport;
import org.waypost.contract.Codec;
import org.waypost.contract.Health;
import org.waypost.contract.Progress;
import org.waypost.contract.SignedNotice;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Verifier;
import org.waypost.hub.fleet.Conduct;
import org.waypost.hub.fleet.Quarantines;
import org.waypost.hub.fleet.Quarantines.Quarantine;
import org.waypost.hub.officer.Role;
import org.waypost.hub.store.Audit;
import org.waypost.hub.store.Database;
import org.waypost.hub.store.SqlQuarantines;
import org.waypost.hub.store.StoreAddress;

/** The desk's pages of one hub with three reports; each test leaves the others' reports as they are. */
class WebDeskTest {
    private static final String MARKER = "<script>alert('canary')</script>";

    @TempDir
    static Path directory;

    private static TestSite site;
    private static HubServer hub;
    private static String cookie;
    private static String technician;

    /** How far the hub's clock is put forward. */
    private static volatile Duration ahead = Duration.ZERO;

    @BeforeAll
    static void start() throws Exception {
        site = new TestSite(directory);
        TerminalId counter = site.enrol("counter-1");
        hub = site.start(() -> InstantSource.system().instant().plus(ahead), Interposed.NOTHING);
        try (TestTerminal terminal = site.connect(hub, "counter-1")) {
            stored(terminal, TestReports.report(counter, CaseReport.Urgency.OTHER, "quiet words"));
            stored(terminal, TestReports.report(counter, CaseReport.Urgency.DANGER_NOW, MARKER));
            stored(terminal, TestReports.report(counter, CaseReport.Urgency.OTHER, "more quiet words"));
        }
        HttpResponse<String> entered =
                send(HttpRequest.newBuilder(URI.create(hub.web().link())));
        assertEquals(303, entered.statusCode());
        String set = entered.headers().firstValue("set-cookie").orElseThrow();
        assertTrue(set.contains("HttpOnly") && set.contains("SameSite=Strict"), set);
        TestDoor.enrol(directory, "Officer Li", Role.CASE_OFFICER);
        TestDoor.enrol(directory, "Technician Wu", Role.TECHNICIAN);
        cookie = TestDoor.cookies(hub.web(), "Officer Li");
        technician = TestDoor.cookies(hub.web(), "Technician Wu");
    }

    /** One at a time: of those that come together, the urgent one has the lower number. The number of this one. */
    private static long stored(TestTerminal terminal, CaseReport report) throws Exception {
        long before = hub.counts().getOrDefault("Stored", 0L);
        terminal.report(site.seal(report));
        Eventually.holds(() -> hub.counts().getOrDefault("Stored", 0L) == before + 1);
        return before + 1;
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(hub.web().address() + path))
                .header("Cookie", path.startsWith("/terminals") ? technician : cookie);
    }

    private HttpResponse<String> post(String path, String origin, String form) throws Exception {
        return send(to(path).header("Origin", origin)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    @Test
    void letsNobodyInWithoutTheLink() throws Exception {
        for (String path : new String[] {"/", "/rows", "/terminals", "/case/1", "/assets/desk.css", "/?token=guess"}) {
            HttpResponse<String> answer =
                    send(HttpRequest.newBuilder(URI.create(hub.web().address() + path)));
            assertEquals(403, answer.statusCode(), path);
            assertEquals(1, answer.body().lines().count());
            assertFalse(answer.body().contains("counter-1"));
        }
    }

    @Test
    void showsTheMostUrgentFirstAndNothingOfWhatWasSaid() throws Exception {
        String page = send(to("/")).body();
        assertTrue(page.indexOf("Danger now") < page.indexOf("Other"));
        assertFalse(page.contains("canary") || page.contains("quiet words") || page.contains("registrar-7"));
    }

    @Test
    void sendsHeadersThatKeepTheBrowserAtHome() throws Exception {
        HttpResponse<String> answer = send(to("/"));
        String policy = answer.headers().firstValue("content-security-policy").orElseThrow();
        assertTrue(policy.startsWith("default-src 'self'") && !policy.contains("unsafe"), policy);
        assertEquals("no-store", answer.headers().firstValue("cache-control").orElseThrow());
        assertEquals(
                "nosniff", answer.headers().firstValue("x-content-type-options").orElseThrow());
        assertEquals("DENY", answer.headers().firstValue("x-frame-options").orElseThrow());
        assertEquals(
                "same-origin",
                answer.headers().firstValue("referrer-policy").orElseThrow(),
                "under no-referrer a browser's forms have the origin null, and the gate turns them away");
        assertFalse(answer.body().contains("//cdn") || answer.body().contains("style="));
    }

    @Test
    void opensAReportForWhoIsSignedInWithAPurposeAndEscapesWhatWasSaid() throws Exception {
        String origin = hub.web().address();
        long before = recorded();
        assertEquals(400, post("/case/2", origin, "reason=").statusCode());
        HttpResponse<String> opened = post("/case/2", origin, "reason=first+assessment");
        assertEquals(200, opened.statusCode());
        assertFalse(opened.body().contains("canary") || opened.body().contains("household"), "it is covered");
        assertEquals(before + 1, recorded());
        String clear = post("/case/2/break-glass", origin, "reason=danger+now").body();
        assertTrue(clear.contains("&lt;script&gt;alert("), clear);
        assertFalse(clear.contains(MARKER));
        assertTrue(clear.contains("do not telephone the household"));
        assertEquals(before + 3, recorded());
    }

    /** How many looks and decisions the audit holds. */
    private long recorded() {
        try (Database store = Database.open(new StoreAddress.Directory(directory.resolve("data")))) {
            return assertInstanceOf(Audit.Check.Intact.class, new Audit(store).check())
                    .entries();
        }
    }

    @Test
    void takesAReportOnOnce() throws Exception {
        String origin = hub.web().address();
        long before = recorded();
        String form = "officer=Officer+Forged&reason=calls+the+support+service";
        assertEquals(303, post("/case/1/acknowledge", origin, form).statusCode());
        assertEquals(409, post("/case/1/acknowledge", origin, form).statusCode());
        String rows = send(to("/rows")).body();
        assertTrue(rows.contains("Officer Li") && !rows.contains("Forged"), "a form names nobody");
        assertEquals(before + 1, recorded());
    }

    /** From the officer's form over broker and TLS to the terminal, and back until the page knows that it is there. */
    @Test
    void tellsTheTerminalThatFiledHowFarItsReportIs() throws Exception {
        String origin = hub.web().address();
        String reason = "&reason=found+her+sister";
        CaseReport filed = TestReports.report(site.enrol("counter-7"));
        long number;
        try (TestTerminal terminal = site.connect(hub, "counter-7")) {
            assertTrue(terminal.subscribe("waypost/1/notice/counter-7") <= 1);
            number = stored(terminal, filed);
            assertEquals(
                    409,
                    post("/case/" + number + "/tell", origin, "progress=ACTED_ON" + reason)
                            .statusCode());
            assertEquals(
                    303,
                    post("/case/" + number + "/acknowledge", origin, reason).statusCode());
            SignedNotice first = Objects.requireNonNull(terminal.notice());
            assertEquals(Progress.TAKEN_ON, first.notice().progress());
            for (String wrong : new String[] {"", "progress=TAKEN_ON", "progress=GUILTY"}) {
                assertEquals(
                        400,
                        post("/case/" + number + "/tell", origin, wrong + reason)
                                .statusCode());
            }
            assertEquals(
                    400,
                    post("/case/" + number + "/tell", origin, "progress=ACTED_ON&reason=")
                            .statusCode());
            assertEquals(
                    303,
                    post("/case/" + number + "/tell", origin, "progress=ACTED_ON" + reason)
                            .statusCode());
            SignedNotice second = Objects.requireNonNull(terminal.notice());
            assertEquals(filed.id(), second.notice().report());
            assertEquals(2, second.notice().number());
            assertTrue(second.signedBy(new Verifier(site.receipts.getPublicKeysetHandle())));
            assertFalse(Codec.write(second).contains("Officer")
                    || Codec.write(second).contains("sister"));
            assertFalse(opened(number).contains("the terminal has it since"));
            long before = hub.counts().getOrDefault("Stored", 0L);
            terminal.report(
                    site.seal(TestReports.correction(filed, filed.filing().terminal(), "the uncle " + MARKER)));
            terminal.report(
                    site.seal(TestReports.withdrawal(filed, filed.filing().terminal())));
            Eventually.holds(() -> hub.counts().getOrDefault("Stored", 0L) == before + 2);
            terminal.acknowledge(site.acknowledge(second));
            Eventually.holds(() -> hub.counts().getOrDefault("Delivered", 0L) == 1);
        }
        String page = opened(number);
        for (String shown : new String[] {
            "Corrected by who filed it",
            "the uncle &lt;script&gt;",
            "Withdrawn by who filed it",
            "Filed in the case of other parties",
            "does not know what is being signed",
            "as first filed"
        }) {
            assertTrue(page.contains(shown), shown);
        }
        assertTrue(send(to("/")).body().contains("Changed by who filed it"));
        assertEquals(404, post("/case/" + (number + 1), origin, "reason=look").statusCode());
        assertTrue(page.contains("The desk has acted on it") && page.contains("Officer Li: found her sister"), page);
        assertTrue(page.contains("the terminal has it since") && page.contains("on its way to the terminal"), page);
    }

    private String opened(long number) throws Exception {
        return post("/case/" + number + "/break-glass", hub.web().address(), "reason=second+look")
                .body();
    }

    @Test
    void refusesFormsFromElsewhere() throws Exception {
        String form = "reason=first+assessment";
        assertEquals(403, post("/case/1", "http://elsewhere.example", form).statusCode());
        assertEquals(403, post("/case/1", "null", form).statusCode());
        assertEquals(
                403,
                send(to("/case/1").POST(HttpRequest.BodyPublishers.ofString(form)))
                        .statusCode());
    }

    /** Its own report is not taken on for a minute longer than a child's may wait. */
    @Test
    void marksWhatWaitsLongerThanItMayAndShowsItAlone() throws Exception {
        TerminalId counter = site.enrol("counter-6");
        try (TestTerminal terminal = site.connect(hub, "counter-6")) {
            stored(terminal, TestReports.report(counter, CaseReport.Urgency.CHILD, "a child"));
            stored(terminal, TestReports.report(counter, CaseReport.Urgency.OTHER, "no child"));
        }
        assertFalse(rowsOf("counter-6", send(to("/")).body()).contains("past its time"));
        try {
            for (int minutes : new int[] {10, 20, 31}) { // or the sessions are idle for too long
                ahead = Duration.ofMinutes(minutes);
                send(to("/"));
                send(to("/terminals"));
            }
            String all = send(to("/")).body();
            assertTrue(all.contains("Not taken on and past their time") && all.contains("href=\"/?late\""), all);
            assertEquals(2, rowsOf("counter-6", all).split("<tr ", -1).length - 1);
            String late = send(to("/?late")).body();
            assertTrue(rowsOf("counter-6", late).contains("past its time"), late);
            assertEquals(1, rowsOf("counter-6", late).split("<tr ", -1).length - 1);
            assertTrue(late.contains("&amp;late\"") || late.contains("&late\""), "the list stays filtered");
        } finally {
            ahead = Duration.ZERO;
        }
    }

    private static String rowsOf(String terminal, String page) {
        return Arrays.stream(page.split("(?=<tr )"))
                .filter(row -> row.startsWith("<tr ") && row.contains(">" + terminal + "<"))
                .collect(Collectors.joining());
    }

    @Test
    void answersTheListOnlyWhenItChanged() throws Exception {
        String page = send(to("/")).body();
        String version = page.replaceFirst("(?s).*/rows\\?version=([0-9.]+)\".*", "$1");
        assertEquals(204, send(to("/rows?version=" + version)).statusCode());
        post("/case/3/acknowledge", hub.web().address(), "reason=taken");
        assertEquals(200, send(to("/rows?version=" + version)).statusCode());
    }

    @Test
    void showsWhatATerminalNeedsAndWhichWasNeverHeard() throws Exception {
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        Health.Device torn = new Health.Device(
                Health.Kind.ID_CARD_READER,
                "<b>card</b>",
                Health.Condition.FAULTY,
                Optional.of(hour),
                Health.Remedy.CHECK_CABLE,
                Health.Identity.DIFFERS);
        Health.Device untested = new Health.Device(
                Health.Kind.FACE_COMPARISON,
                "faces",
                Health.Condition.FAULTY,
                Optional.of(hour),
                Health.Remedy.IMPORT_MODELS,
                Health.Identity.NOT_COMPARED);
        site.enrol("counter-2");
        String silent = send(to("/terminals")).body();
        assertTrue(silent.contains("never heard") && silent.contains("see that it is switched on"), silent);
        try (TestTerminal terminal = site.connect(hub, "counter-1")) {
            terminal.say(site.say(new Health(
                    new TerminalId("counter-1"), hour, Optional.empty(), Optional.empty(), List.of(torn, untested))));
            Eventually.holds(() -> hub.counts().containsKey("Noted"));
        }
        String page = send(to("/terminals")).body();
        assertTrue(page.indexOf("counter-1") < page.indexOf("counter-2"), "the ailing one comes first");
        for (String shown : new String[] {
            "needs a technician",
            "check its cable",
            "not the one that was provisioned",
            "Face comparison",
            "faces are not assessed there; import the face models again",
            "screens against no list",
            "&lt;b&gt;card",
            "never heard"
        }) {
            assertTrue(page.contains(shown), shown);
        }
    }

    @Test
    void showsFirstATerminalThatSendsWhatIsNotItsOwn() throws Exception {
        site.enrol("a-quiet-one");
        site.enrol("counter-9");
        try (TestTerminal terminal = site.connect(hub, "counter-9")) {
            for (int i = 0; i < Conduct.SLOWED_AT; i++) {
                terminal.publish("waypost/1/report/counter-9", new byte[] {'{'});
            }
            Eventually.holds(() -> hub.counts().getOrDefault("MALFORMED", 0L) == Conduct.SLOWED_AT);
        }
        String page = send(to("/terminals")).body();
        assertTrue(
                page.contains("read slowly") && page.contains("it sends what is not its own, or far too much"), page);
        assertTrue(page.indexOf("counter-9") < page.indexOf("a-quiet-one"));
        String refused = page.substring(page.indexOf("id=\"irregular\""));
        assertTrue(
                refused.contains("counter-9")
                        && refused.contains("<span class=\"figure\">10</span> no message of ours")
                        && !refused.contains("a-quiet-one"),
                refused);
    }

    @Test
    void releasesATerminalFromQuarantineInTheNameOfAnOfficer() throws Exception {
        TerminalId bad = site.enrol("counter-8");
        try (Database store = Database.open(new StoreAddress.Directory(directory.resolve("data")))) {
            new SqlQuarantines(store, Instant::now)
                    .begin(List.of(new Quarantine(bad, Instant.EPOCH, Quarantines.Cause.FLOOD)));
        }
        String release = "/terminals/counter-8/release";
        Eventually.holds(() -> pageOfTerminals().contains("href=\"" + release));
        String page = pageOfTerminals();
        assertTrue(page.contains("in quarantine") && page.contains("only danger and children are taken"), page);
        assertTrue(send(to(release)).body().contains("It sent more than any honest terminal has"));
        long before = recorded();
        String origin = hub.web().address();
        assertEquals(400, post(release, origin, "reason=").statusCode());
        assertEquals(before, recorded());
        String form = "reason=the+program+was+set+up+anew";
        assertEquals(403, post(release, "http://elsewhere.example", form).statusCode());
        assertEquals(303, post(release, origin, form).statusCode());
        assertEquals(before + 1, recorded());
        assertEquals(404, post(release, origin, form).statusCode());
        assertFalse(pageOfTerminals().contains(release));
    }

    private String pageOfTerminals() {
        try {
            return send(to("/terminals")).body();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void refusesTooLongForms() throws Exception {
        HttpResponse<String> answer = post("/case/1", hub.web().address(), "reason=" + "x".repeat(9_000));
        assertEquals(413, answer.statusCode());
    }

    @Test
    void speaksBothLanguages() throws Exception {
        String chinese = send(HttpRequest.newBuilder(URI.create(hub.web().address() + "/"))
                        .header("Cookie", cookie.replace("language=EN", "language=ZH")))
                .body();
        assertTrue(chinese.contains("正在发生危险") && chinese.contains("lang=\"zh-CN\""));
    }
}
