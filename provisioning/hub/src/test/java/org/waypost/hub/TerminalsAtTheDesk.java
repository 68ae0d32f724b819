package org.waypost.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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
import org.waypost.hub.store.Database;
import org.waypost.hub.store.SqlQuarantines;

/** What the desk shows of terminals and tells them; nested where a hub runs, since to start another takes seconds. */
abstract class TerminalsAtTheDesk {
    private static final String MARKER = WebDeskRig.MARKER;

    private final WebDeskRig desk;
    private final TestSite site;
    private final HubServer hub;

    TerminalsAtTheDesk(WebDeskRig desk) {
        this.desk = desk;
        this.site = desk.site;
        this.hub = desk.hub;
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
            number = desk.stored(terminal, filed);
            assertEquals(
                    409,
                    desk.post("/case/" + number + "/tell", origin, "progress=ACTED_ON" + reason)
                            .statusCode());
            assertEquals(
                    303,
                    desk.post("/case/" + number + "/acknowledge", origin, reason)
                            .statusCode());
            SignedNotice first = Objects.requireNonNull(terminal.notice());
            assertEquals(Progress.TAKEN_ON, first.notice().progress());
            for (String wrong : new String[] {"", "progress=TAKEN_ON", "progress=GUILTY"}) {
                assertEquals(
                        400,
                        desk.post("/case/" + number + "/tell", origin, wrong + reason)
                                .statusCode());
            }
            assertEquals(
                    400,
                    desk.post("/case/" + number + "/tell", origin, "progress=ACTED_ON&reason=")
                            .statusCode());
            assertEquals(
                    303,
                    desk.post("/case/" + number + "/tell", origin, "progress=ACTED_ON" + reason)
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
        assertTrue(desk.get("/").body().contains("Changed by who filed it"));
        assertEquals(
                404, desk.post("/case/" + (number + 1), origin, "reason=look").statusCode());
        assertTrue(page.contains("The desk has acted on it") && page.contains("Officer Li: found her sister"), page);
        assertTrue(page.contains("the terminal has it since") && page.contains("on its way to the terminal"), page);
    }

    private String opened(long number) throws Exception {
        return desk.post("/case/" + number + "/break-glass", desk.address(), "reason=second+look")
                .body();
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
        String silent = desk.get("/terminals").body();
        assertTrue(silent.contains("never heard") && silent.contains("see that it is switched on"), silent);
        try (TestTerminal terminal = site.connect(hub, "counter-1")) {
            terminal.say(site.say(new Health(
                    new TerminalId("counter-1"), hour, Optional.empty(), Optional.empty(), List.of(torn, untested))));
            Eventually.holds(() -> hub.counts().containsKey("Noted"));
        }
        String page = desk.get("/terminals").body();
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
        String page = desk.get("/terminals").body();
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
        try (Database store = desk.store()) {
            new SqlQuarantines(store, Instant::now)
                    .begin(List.of(new Quarantine(bad, Instant.EPOCH, Quarantines.Cause.FLOOD)));
        }
        String release = "/terminals/counter-8/release";
        Eventually.holds(() -> pageOfTerminals().contains("href=\"" + release));
        String page = pageOfTerminals();
        assertTrue(page.contains("in quarantine") && page.contains("only danger and children are taken"), page);
        assertTrue(desk.get(release).body().contains("It sent more than any honest terminal has"));
        long before = desk.recorded();
        String origin = hub.web().address();
        assertEquals(400, desk.post(release, origin, "reason=").statusCode());
        assertEquals(before, desk.recorded());
        String form = "reason=the+program+was+set+up+anew";
        assertEquals(403, desk.post(release, "http://elsewhere.example", form).statusCode());
        assertEquals(303, desk.post(release, origin, form).statusCode());
        assertEquals(before + 1, desk.recorded());
        assertEquals(404, desk.post(release, origin, form).statusCode());
        assertFalse(pageOfTerminals().contains(release));
    }

    private String pageOfTerminals() {
        try {
            return desk.get("/terminals").body();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
