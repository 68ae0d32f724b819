package org.waypost.trials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.report.Backoff;
import org.waypost.agent.report.Courier;
import org.waypost.agent.report.Mailbox;
import org.waypost.agent.report.PahoLink;
import org.waypost.agent.report.SqliteAnswerShelf;
import org.waypost.agent.report.SqliteTipBox;
import org.waypost.agent.report.TipErrand;
import org.waypost.agent.settings.StationSettings;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.FollowUpCode;
import org.waypost.contract.PublicReport;
import org.waypost.contract.TipSealer;
import org.waypost.contract.TipThread;
import org.waypost.contract.Topic;
import org.waypost.contract.Verifier;
import org.waypost.hub.HubServer;
import org.waypost.hub.HubSettings;
import org.waypost.hub.Interposed;

/** A tip from a station's file over a broker to the desk, and the desk's answer back to whoever has the code. */
class TipsIT {
    private static final String PASSWORD = "nine-bees-in-the-lime-tree";

    @TempDir
    Path directory;

    private volatile Duration later = Duration.ZERO;

    @Test
    void goesWhenItsHourIsOverAndIsAnswered() throws Exception {
        Site site = Site.make(directory.resolve("site"));
        site.enrol("Li", "case_officer", PASSWORD);
        StationSettings settings = StationSettings.read(site.stationSettings());
        Verifier trusted = new Verifier(settings.hub().read());
        InstantSource clock = () -> Instant.now().plus(later);
        TipThread thread = FollowUpCode.random(new SecureRandom()).thread();
        try (HubServer hub = HubServer.start(
                        HubSettings.read(site.hubSettings()), InstantSource.system(), Interposed.NOTHING);
                TerminalStore store = TerminalStore.open(settings.store(), clock)) {
            SqliteTipBox box =
                    new SqliteTipBox(store, new TipSealer(settings.desk().read()), trusted, clock);
            SqliteAnswerShelf shelf = new SqliteAnswerShelf(store, trusted, clock);
            box.put(report(thread, clock.instant()));
            later = Duration.ofHours(1);
            try (Courier courier = courier(settings, box, shelf, clock)) {
                courier.start();
                Waiting.until("the hub has the tip", () -> box.waiting() == 0);
            }
            assertEquals(1, Rows.count(site.hubStore(), "select count(*) from tip"));
            assertEquals(0, Rows.count(site.hubStore(), "select count(*) from receipt"));
            assertEquals(303, answered(hub, thread, "我们在查。"));
            try (Courier courier = courier(settings, box, shelf, clock)) {
                courier.start();
                Waiting.until("the station has the answer", () -> shelf.last() == 1);
            }
            assertEquals(
                    Optional.of("我们在查。"),
                    thread.open(shelf.of(thread.handle()).getFirst().sealed()));
        }
    }

    private static PublicReport report(TipThread thread, Instant at) {
        return new PublicReport(
                UUID.randomUUID(),
                PublicReport.hourOf(at),
                PublicReport.Kind.NEED_HELP,
                PublicReport.Place.NOT_SAID,
                PublicReport.Danger.NOT_NOW,
                "",
                thread,
                "");
    }

    private static Courier courier(
            StationSettings settings, SqliteTipBox box, SqliteAnswerShelf shelf, InstantSource clock) {
        Mailbox mailbox = new Mailbox();
        Topic hears = Topic.answer(settings.place().terminal());
        PahoLink link = new PahoLink(
                List.of(hears), settings.uplink().brokers(), settings.uplink().tls()::context);
        return new Courier(
                new TipErrand(hears.terminal(), box, shelf, mailbox, System::nanoTime),
                link,
                mailbox,
                new Backoff(new SecureRandom()),
                clock);
    }

    private static int answered(HubServer hub, TipThread thread, String words) throws Exception {
        String desk = hub.web().address();
        try (HttpClient browser = HttpClient.newHttpClient()) {
            HttpResponse<Void> entered = browser.send(
                    HttpRequest.newBuilder(URI.create(hub.web().link())).build(),
                    HttpResponse.BodyHandlers.discarding());
            String link = cookie(entered);
            HttpRequest.Builder door = HttpRequest.newBuilder(URI.create(desk + "/sign-in"))
                    .header("Cookie", link)
                    .header("Origin", desk)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("officer=Li&password=" + PASSWORD));
            String officer = cookie(browser.send(door.build(), HttpResponse.BodyHandlers.discarding()));
            HttpRequest.Builder form = HttpRequest.newBuilder(URI.create(desk + "/tips/" + thread.handle() + "/answer"))
                    .header("Cookie", link + "; " + officer)
                    .header("Origin", desk)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("answer=" + URLEncoder.encode(words, UTF_8)));
            return browser.send(form.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static String cookie(HttpResponse<Void> answer) {
        String set = answer.headers().firstValue("set-cookie").orElseThrow();
        return set.substring(0, set.indexOf(';'));
    }
}
