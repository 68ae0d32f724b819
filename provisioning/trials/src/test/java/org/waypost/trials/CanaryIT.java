package org.waypost.trials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.settings.Settings;
import org.waypost.contract.CaseReport;
import org.waypost.contract.Codec;
import org.waypost.contract.KeyFile;
import org.waypost.contract.ReportOpener;
import org.waypost.contract.SealedReport;
import org.waypost.drivers.simulated.CardValues;
import org.waypost.drivers.simulated.SpecimenCard;

/**
 * A thousand clean encounters: nothing of a person on the wire (invariant I10), and no picture and no print in any
 * file, log or message (I2). The referral at the end is the control: the same tap sees it, the same search finds its
 * words.
 */
class CanaryIT {
    private static final int ENCOUNTERS = 1_000;
    /** A ping of MQTT 5 is 2 bytes; TLS 1.3 adds a type and a tag of 17. A sealed report has over 1,000. */
    private static final int PING_MAX = 64;

    private static final String MARKER = "canary-9c41-words";

    @TempDir
    Path directory;

    @Test
    void cleanEncountersStayAndPicturesAreNowhere() throws IOException, InterruptedException {
        Site site = Site.make(directory.resolve("site"));
        site.issueList(Drafts.write(directory.resolve("draft.json"), LocalDate.now(ZoneId.of("Asia/Shanghai"))));
        try (Program hub = site.hub();
                WireTap tap = new WireTap(brokerPort(site));
                Dispatch dispatch = new Dispatch(tapped(site, tap))) {
            hub.readyLine();
            dispatch.start();
            CounterRig counter = new CounterRig(tapped(site, tap), dispatch);
            connected(tap);
            Needles pictures = clean(site, tap, counter);
            controls(site, tap, counter);
            assertEquals(List.of(), pictures.in(directory), "no picture in any file or log");
            assertFalse(pictures.in(report(site)), "no picture in the message");
        }
    }

    private Needles clean(Site site, WireTap tap, CounterRig counter) throws IOException {
        for (int encounter = 0; encounter < ENCOUNTERS; encounter++) {
            counter.clean();
        }
        List<Integer> records = tap.records();
        assertTrue(records.stream().allMatch(length -> length <= PING_MAX), () -> "sent while clean: " + records);
        assertEquals(List.of(List.of("0")), Table.read(site.hubStore(), "select count(*) from report"));
        Needles pictures = new Needles();
        counter.pictures().stream().distinct().limit(3).forEach(pictures::picture);
        counter.prints().forEach(pictures::picture);
        assertEquals(4, counter.prints().size(), "two fingers that were taken, two that signed");
        assertTrue(pictures.count() > 100, "there is something to look for");
        return pictures;
    }

    /** What the tap and the search must see, or they prove nothing. */
    private void controls(Site site, WireTap tap, CounterRig counter) throws IOException, InterruptedException {
        counter.referred(CounterRig.concern(MARKER));
        for (int waited = 0;
                Table.read(site.hubStore(), "select 1 from report").isEmpty() && waited < 30_000;
                waited += 50) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertTrue(tap.records().stream().anyMatch(length -> length > 1_000), "the tap sees a report");
        Needles words = new Needles().text(MARKER);
        assertTrue(words.in(report(site)), "the search finds the report's words under the seal");
        assertEquals(List.of(), words.in(directory), "and nowhere else");
        assertFalse(words.in(tap.bytes()), "nor on the wire");
        Needles numbers = new Needles();
        for (SpecimenCard card : List.of(SpecimenCard.TEST_BING, SpecimenCard.TEST_DING)) {
            CardValues.Resident printed = assertInstanceOf(CardValues.Resident.class, card.content());
            numbers.text(printed.number()).text(printed.name());
        }
        assertFalse(numbers.in(report(site)), "no number and no name in a report");
        assertEquals(List.of(), numbers.in(directory), "no number and no name in any file");
        Path planted =
                Files.write(directory.resolve("planted"), counter.pictures().getFirst());
        assertEquals(
                List.of(planted),
                new Needles().picture(counter.pictures().getFirst()).in(directory));
        Files.write(planted, counter.prints().getFirst());
        assertEquals(
                List.of(planted),
                new Needles().picture(counter.prints().getFirst()).in(directory));
        Files.delete(planted);
    }

    /** The one report as the desk reads it. */
    private static byte[] report(Site site) throws IOException {
        String envelope = Table.read(site.hubStore(), "select envelope from report")
                .getFirst()
                .getFirst();
        Codec.Decoded<SealedReport> sealed = decoded(envelope);
        ReportOpener desk = new ReportOpener(new KeyFile(site.directory().resolve("hub/desk-sealing.json")).read());
        CaseReport report = assertInstanceOf(ReportOpener.Opening.Opened.class, desk.open(sealed.value()))
                .report();
        return Codec.write(report).getBytes(UTF_8);
    }

    private static Codec.Decoded<SealedReport> decoded(String envelope) {
        return switch (Codec.read(envelope.getBytes(UTF_8), SealedReport.class)) {
            case Codec.Decoded<SealedReport> decoded -> decoded;
            case Codec.Malformed<SealedReport> malformed -> throw new AssertionError(malformed.reason());
        };
    }

    private static void connected(WireTap tap) throws InterruptedException {
        for (int quiet = 0, waited = 0; quiet < 20 && waited < 600; waited++) {
            TimeUnit.MILLISECONDS.sleep(50);
            quiet = tap.bytes().length > 0 && tap.records().isEmpty() ? quiet + 1 : 0;
        }
    }

    private static int brokerPort(Site site) {
        return Settings.read(site.terminalSettings())
                .uplink()
                .brokers()
                .getFirst()
                .getPort();
    }

    private static Settings tapped(Site site, WireTap tap) {
        Settings settings = Settings.read(site.terminalSettings());
        return new Settings(
                settings.office(),
                settings.files(),
                settings.keys(),
                new Settings.Uplink(
                        List.of(URI.create("ssl://localhost:" + tap.port())),
                        settings.uplink().tls()),
                settings.web(),
                settings.reader(),
                settings.eye(),
                settings.face(),
                settings.fingerprint(),
                settings.finger());
    }
}
