package org.waypost.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.hub.WebDeskRig.send;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.CaseReport;
import org.waypost.contract.TerminalId;

/** The desk's pages of one hub with three reports; each test leaves the others' reports as they are. */
class WebDeskTest {
    @TempDir
    static Path directory;

    private static WebDeskRig desk;

    @BeforeAll
    static void start() throws Exception {
        desk = new WebDeskRig(directory);
        TerminalId counter = desk.site.enrol("counter-1");
        try (TestTerminal terminal = desk.site.connect(desk.hub, "counter-1")) {
            desk.stored(terminal, TestReports.report(counter, CaseReport.Urgency.OTHER, "quiet words"));
            desk.stored(terminal, TestReports.report(counter, CaseReport.Urgency.DANGER_NOW, WebDeskRig.MARKER));
            desk.stored(terminal, TestReports.report(counter, CaseReport.Urgency.OTHER, "more quiet words"));
        }
        HttpResponse<String> entered =
                send(HttpRequest.newBuilder(URI.create(desk.hub.web().link())));
        assertEquals(303, entered.statusCode());
        String set = entered.headers().firstValue("set-cookie").orElseThrow();
        assertTrue(set.contains("HttpOnly") && set.contains("SameSite=Strict"), set);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Nested
    class Terminals extends TerminalsAtTheDesk {
        Terminals() {
            super(WebDeskTest.desk);
        }
    }

    @Test
    void letsNobodyInWithoutTheLink() throws Exception {
        for (String path : new String[] {"/", "/rows", "/terminals", "/case/1", "/assets/desk.css", "/?token=guess"}) {
            HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(desk.address() + path)));
            assertEquals(403, answer.statusCode(), path);
            assertEquals(1, answer.body().lines().count());
            assertFalse(answer.body().contains("counter-1"));
        }
    }

    @Test
    void showsTheMostUrgentFirstAndNothingOfWhatWasSaid() throws Exception {
        String page = desk.get("/").body();
        assertTrue(page.indexOf("Danger now") < page.indexOf("Other"));
        assertFalse(page.contains("canary") || page.contains("quiet words") || page.contains("registrar-7"));
    }

    @Test
    void sendsHeadersThatKeepTheBrowserAtHome() throws Exception {
        HttpResponse<String> answer = desk.get("/");
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
        String origin = desk.address();
        long before = desk.recorded();
        assertEquals(400, desk.post("/case/2", origin, "reason=").statusCode());
        HttpResponse<String> opened = desk.post("/case/2", origin, "reason=first+assessment");
        assertEquals(200, opened.statusCode());
        assertFalse(opened.body().contains("canary") || opened.body().contains("household"), "it is covered");
        assertEquals(before + 1, desk.recorded());
        String clear =
                desk.post("/case/2/break-glass", origin, "reason=danger+now").body();
        assertTrue(clear.contains("&lt;script&gt;alert("), clear);
        assertFalse(clear.contains(WebDeskRig.MARKER));
        assertTrue(clear.contains("do not telephone the household"));
        assertEquals(before + 3, desk.recorded());
    }

    @Test
    void takesAReportOnOnce() throws Exception {
        String origin = desk.address();
        long before = desk.recorded();
        String form = "officer=Officer+Forged&reason=calls+the+support+service";
        assertEquals(303, desk.post("/case/1/acknowledge", origin, form).statusCode());
        assertEquals(409, desk.post("/case/1/acknowledge", origin, form).statusCode());
        String rows = desk.get("/rows").body();
        assertTrue(rows.contains("Officer Li") && !rows.contains("Forged"), "a form names nobody");
        assertEquals(before + 1, desk.recorded());
    }

    @Test
    void refusesFormsFromElsewhere() throws Exception {
        String form = "reason=first+assessment";
        assertEquals(403, desk.post("/case/1", "http://elsewhere.example", form).statusCode());
        assertEquals(403, desk.post("/case/1", "null", form).statusCode());
        assertEquals(
                403,
                send(desk.to("/case/1").POST(HttpRequest.BodyPublishers.ofString(form)))
                        .statusCode());
    }

    /** Its own report is not taken on for a minute longer than a child's may wait. */
    @Test
    void marksWhatWaitsLongerThanItMayAndShowsItAlone() throws Exception {
        TerminalId counter = desk.site.enrol("counter-6");
        try (TestTerminal terminal = desk.site.connect(desk.hub, "counter-6")) {
            desk.stored(terminal, TestReports.report(counter, CaseReport.Urgency.CHILD, "a child"));
            desk.stored(terminal, TestReports.report(counter, CaseReport.Urgency.OTHER, "no child"));
        }
        assertFalse(rowsOf("counter-6", desk.get("/").body()).contains("past its time"));
        try {
            for (int minutes : new int[] {10, 20, 31}) { // or the sessions are idle for too long
                desk.ahead = Duration.ofMinutes(minutes);
                desk.get("/");
                desk.get("/terminals");
            }
            String all = desk.get("/").body();
            assertTrue(all.contains("Not taken on and past their time") && all.contains("href=\"/?late\""), all);
            assertEquals(2, rowsOf("counter-6", all).split("<tr ", -1).length - 1);
            String late = desk.get("/?late").body();
            assertTrue(rowsOf("counter-6", late).contains("past its time"), late);
            assertEquals(1, rowsOf("counter-6", late).split("<tr ", -1).length - 1);
            assertTrue(late.contains("&amp;late\"") || late.contains("&late\""), "the list stays filtered");
        } finally {
            desk.ahead = Duration.ZERO;
        }
    }

    private static String rowsOf(String terminal, String page) {
        return Arrays.stream(page.split("(?=<tr )"))
                .filter(row -> row.startsWith("<tr ") && row.contains(">" + terminal + "<"))
                .collect(Collectors.joining());
    }

    @Test
    void answersTheListOnlyWhenItChanged() throws Exception {
        String page = desk.get("/").body();
        String version = page.replaceFirst("(?s).*/rows\\?version=([0-9.]+)\".*", "$1");
        assertEquals(204, desk.get("/rows?version=" + version).statusCode());
        desk.post("/case/3/acknowledge", desk.address(), "reason=taken");
        assertEquals(200, desk.get("/rows?version=" + version).statusCode());
    }

    @Test
    void refusesTooLongForms() throws Exception {
        HttpResponse<String> answer = desk.post("/case/1", desk.address(), "reason=" + "x".repeat(9_000));
        assertEquals(413, answer.statusCode());
    }

    @Test
    void speaksBothLanguages() throws Exception {
        String chinese = send(HttpRequest.newBuilder(URI.create(desk.address() + "/"))
                        .header("Cookie", desk.cookie.replace("language=EN", "language=ZH")))
                .body();
        assertTrue(chinese.contains("正在发生危险") && chinese.contains("lang=\"zh-CN\""));
    }
}
