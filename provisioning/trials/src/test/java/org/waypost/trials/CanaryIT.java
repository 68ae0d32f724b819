package org.waypost.trials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
 * A thousand encounters, four of them referred: nothing of the clean ones on the wire (invariant I10), of the others no
 * name, number or word in clear, and no picture and no print in any file, log or message (I2). The referrals are the
 * control: the same tap sees them, the same search finds their words under the seal.
 */
class CanaryIT {
    private static final int ENCOUNTERS = 1_000;
    private static final int REFERRED_EVERY = 250;
    /** A ping of MQTT 5 is 2 bytes; TLS 1.3 adds a type and a tag of 17. A sealed report has over 1,000. */
    private static final int PING_MAX = 64;

    private static final String MARKER = "canary-9c41-words";

    @TempDir
    Path directory;

    @Test
    void cleanEncountersStayReferredOnesAreSealedAndPicturesAreNowhere() throws IOException, InterruptedException {
        Site site = Site.make(directory.resolve("site"));
        site.issueList(Drafts.write(directory.resolve("draft.json"), LocalDate.now(ZoneId.of("Asia/Shanghai"))));
        try (Program hub = site.hub();
                WireTap tap = new WireTap(brokerPort(site));
                Dispatch dispatch = new Dispatch(tapped(site, tap))) {
            hub.readyLine();
            dispatch.start();
            CounterRig counter = new CounterRig(tapped(site, tap), dispatch);
            connected(tap);
            Needles pictures = mixed(site, tap, counter);
            controls(site, tap, counter);
            assertEquals(List.of(), pictures.in(directory), "no picture in any file or log");
            assertFalse(pictures.in(report(site)), "no picture in the message");
        }
    }

    private static Needles mixed(Site site, WireTap tap, CounterRig counter) throws IOException, InterruptedException {
        int referred = 0;
        for (int encounter = 1; encounter <= ENCOUNTERS; encounter++) {
            if (encounter % REFERRED_EVERY == 0) {
                List<Integer> records = tap.records();
                assertTrue(records.stream().allMatch(length -> length <= PING_MAX), () -> "while clean: " + records);
                referred++;
                // of different lengths, which must not be seen
                counter.referred(CounterRig.concern(MARKER + " again".repeat(referred)));
                stored(site, referred);
                assertTrue(tap.records().stream().anyMatch(length -> length > 1_000), "the tap sees a report");
            } else {
                counter.clean();
            }
        }
        Needles pictures = new Needles();
        counter.readers().pictures().stream().distinct().limit(3).forEach(pictures::picture);
        counter.readers().prints().stream().limit(4).forEach(pictures::picture);
        assertEquals(1, counter.readers().chipPictures().size(), "a passport was read");
        int before = pictures.count();
        counter.readers().chipPictures().forEach(pictures::picture);
        assertTrue(pictures.count() > before + 100, "its picture can be looked for");
        assertEquals(
                4 * (1 + referred),
                counter.readers().prints().size(),
                "two that were taken and two that signed, each time");
        assertTrue(pictures.count() > 100, "there is something to look for");
        return pictures;
    }

    /** What the tap and the search must see, or they prove nothing. */
    private void controls(Site site, WireTap tap, CounterRig counter) throws IOException {
        Needles words = new Needles().text(MARKER);
        assertTrue(words.in(report(site)), "the search finds the report's words under the seal");
        assertEquals(List.of(), words.in(directory), "and nowhere else");
        assertFalse(words.in(tap.bytes()), "nor on the wire");
        Needles numbers = new Needles();
        for (SpecimenCard card : List.of(SpecimenCard.TEST_BING, SpecimenCard.TEST_DING)) {
            CardValues.Resident printed = assertInstanceOf(CardValues.Resident.class, card.content());
            numbers.text(printed.number()).text(printed.name());
        }
        numbers.text("L898902C3").text("ERIKSSON");
        assertFalse(numbers.in(report(site)), "no number and no name in a report");
        assertFalse(numbers.in(tap.bytes()), "nor on the wire");
        envelopes(site, numbers);
        assertEquals(List.of(), numbers.in(directory), "no number and no name in any file");
        Path planted = Files.write(
                directory.resolve("planted"), counter.readers().pictures().getFirst());
        assertEquals(
                List.of(planted),
                new Needles().picture(counter.readers().pictures().getFirst()).in(directory));
        Files.write(planted, counter.readers().prints().getFirst());
        assertEquals(
                List.of(planted),
                new Needles().picture(counter.readers().prints().getFirst()).in(directory));
        Files.delete(planted);
    }

    private static void stored(Site site, int reports) throws IOException, InterruptedException {
        for (int waited = 0;
                Table.read(site.hubStore(), "select 1 from report").size() < reports && waited < 30_000;
                waited += 50) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertEquals(
                reports, Table.read(site.hubStore(), "select 1 from report").size());
    }

    /** What the broker sees between the two ends of TLS: six properties, of one length, and nothing of a person. */
    private static void envelopes(Site site, Needles numbers) throws IOException {
        Needles words = new Needles().text(MARKER).text("registrar-1");
        List<String> envelopes = Table.read(site.hubStore(), "select envelope from report").stream()
                .map(List::getFirst)
                .toList();
        assertEquals(ENCOUNTERS / REFERRED_EVERY, envelopes.size());
        for (String envelope : envelopes) {
            assertFalse(numbers.in(envelope.getBytes(UTF_8)) || words.in(envelope.getBytes(UTF_8)), envelope);
            assertTrue(
                    envelope.matches("\\{\"version\":1,\"id\":\"[0-9a-f-]{36}\",\"terminal\":\"counter-1\","
                            + "\"sequence\":[0-9]+,\"sealed\":\"[\\w-]+\",\"signature\":\"[\\w-]+\"}"),
                    envelope);
        }
        assertEquals(1, envelopes.stream().map(String::length).distinct().count(), "the length tells nothing");
    }

    /** The first report as the desk reads it. */
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
        return tap.tapped(Settings.read(site.terminalSettings()));
    }
}
