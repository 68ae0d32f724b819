package org.waypost.kiosk.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waypost.agent.document.IdentityDocument;
import org.waypost.agent.encounter.AgeBand;
import org.waypost.agent.encounter.ClerkView;
import org.waypost.agent.encounter.Ending;
import org.waypost.agent.encounter.FingerCause;
import org.waypost.agent.encounter.FingerPurpose;
import org.waypost.agent.encounter.Ground;
import org.waypost.agent.encounter.Rejection;
import org.waypost.agent.encounter.Rule;
import org.waypost.agent.encounter.Step;
import org.waypost.agent.evidence.CheckResult;
import org.waypost.agent.evidence.Subject;
import org.waypost.agent.report.Outbox;
import org.waypost.agent.trust.TrustStanding;
import org.waypost.agent.verification.Contradiction;
import org.waypost.agent.verification.OfficerComparison;
import org.waypost.agent.verification.Route;
import org.waypost.agent.verification.Verification;
import org.waypost.agent.watchlist.Screening;
import org.waypost.contract.Amendment;
import org.waypost.contract.CaseReport;
import org.waypost.contract.FollowUpCode;
import org.waypost.contract.Indicator;
import org.waypost.contract.Progress;
import org.waypost.contract.PublicReport;
import org.waypost.contract.Statement;
import org.waypost.contract.WatchlistEntry;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Health;
import org.waypost.drivers.idcard.Document;
import org.waypost.kiosk.registry.IndicatorGroup;
import org.waypost.kiosk.registry.Means;
import org.waypost.kiosk.registry.Ways;
import org.waypost.kiosk.technician.SimulatedFault;
import org.waypost.kiosk.technician.SimulatedHand;
import org.waypost.kiosk.technician.SimulatedPassport;
import org.waypost.kiosk.technician.SimulatedTouch;

class WordsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Pattern USED = Pattern.compile("\\.of\\(\"([a-z]+\\.[A-Za-z.]+[a-z])\"(?<!\\.jte\")");

    @Test
    void everyLanguageHasEveryKeyOnce() throws IOException {
        Set<String> keys = new Words(Language.CHINESE, ZONE).keys();
        for (Language language : Language.values()) {
            assertEquals(keys, new Words(language, ZONE).keys());
            assertFalse(new Words(language, ZONE)
                    .keys().stream()
                            .anyMatch(key -> new Words(language, ZONE).of(key).isBlank()));
            try (Stream<String> lines =
                    Files.lines(Path.of("src/main/resources/org/waypost/kiosk/page", language.file()))) {
                assertEquals(
                        keys.size(),
                        lines.filter(line -> line.matches("[A-Za-z].*=.*")).count());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyConstantThatAScreenShowsHasWords(Language language) {
        Words words = new Words(language, ZONE);
        Stream.<Enum<?>[]>of(
                        AgeBand.values(),
                        ClerkView.Trouble.values(),
                        Ending.Kind.values(),
                        FingerCause.values(),
                        FingerPurpose.values(),
                        Ground.values(),
                        Rejection.values(),
                        Rule.values(),
                        Rule.Result.values(),
                        Step.values(),
                        Contradiction.values(),
                        OfficerComparison.Finding.values(),
                        Route.values(),
                        Verification.Cause.values(),
                        Screening.Reason.values(),
                        TrustStanding.Reason.values(),
                        Screening.Lane.values(),
                        PublicReport.Kind.values(),
                        PublicReport.Place.values(),
                        PublicReport.Danger.values(),
                        FollowUpCode.Slip.values(),
                        CaseReport.Urgency.values(),
                        CaseReport.Protected.values(),
                        CaseReport.Companion.values(),
                        CaseReport.Interpreter.values(),
                        Indicator.values(),
                        Progress.values(),
                        Amendment.Cause.values(),
                        Statement.Source.values(),
                        WatchlistEntry.Category.values(),
                        Fault.values(),
                        Fault.Actor.values(),
                        DeviceKind.values(),
                        Health.State.values(),
                        Health.Remedy.values(),
                        Device.Identity.values(),
                        IdentityDocument.Kind.values(),
                        Document.Sex.values(),
                        Subject.values(),
                        CheckResult.Gap.values(),
                        SimulatedFault.values(),
                        SimulatedPassport.values(),
                        SimulatedTouch.values(),
                        SimulatedHand.values())
                .flatMap(Stream::of)
                .forEach(constant -> assertFalse(words.of(constant).isBlank()));
        Stream.<Enum<?>[]>of(
                        FingerPurpose.values(),
                        Route.values(),
                        Rule.values(),
                        Screening.Lane.values(),
                        Subject.values())
                .flatMap(Stream::of)
                .forEach(constant -> assertFalse(words.hint(constant).isBlank()));
        for (Subject subject : Subject.values()) {
            assertFalse(words.of(Words.key(subject) + ".failed").isBlank());
        }
        for (Outbox.Amending outcome : EnumSet.complementOf(EnumSet.of(Outbox.Amending.SAVED))) {
            assertFalse(words.of(outcome).isBlank());
        }
        for (IndicatorGroup group : IndicatorGroup.values()) {
            assertFalse(words.of("group." + group.name()).isBlank());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theWaysSayWhatACounterComparesWith(Language language) {
        Set<String> hints = new HashSet<>();
        for (boolean faces : new boolean[] {true, false}) {
            for (boolean fingers : new boolean[] {true, false}) {
                Ways ways = new Ways(new Words(language, ZONE), new Means(faces, fingers, false, false));
                assertNotEquals(ways.name(Route.FACE), ways.name(Route.WITHOUT_FACE));
                hints.addAll(List.of(ways.hint(Route.FACE), ways.hint(Route.WITHOUT_FACE)));
            }
        }
        assertEquals(8, hints.size(), "none says the same as another");
    }

    @Test
    void everyKeyInTemplatesAndCodeIsThere() throws IOException {
        Set<String> keys = new Words(Language.CHINESE, ZONE).keys();
        for (Path file :
                Stream.concat(files("src/main/jte"), files("src/main/java")).toList()) {
            Matcher found = USED.matcher(Files.readString(file));
            while (found.find()) {
                assertTrue(keys.contains(found.group(1)), file + " uses " + found.group(1));
            }
        }
    }

    private static Stream<Path> files(String below) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(below))) {
            return all.filter(Files::isRegularFile).collect(Collectors.toList()).stream();
        }
    }

    @Test
    void everyIndicatorStandsInOneGroup() {
        List<Indicator> listed = Stream.of(IndicatorGroup.values())
                .flatMap(group -> group.indicators().stream())
                .toList();
        assertEquals(List.of(Indicator.values()), listed);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noTextCallsAPersonWhatOnlyACourtMay(Language language) {
        Words words = new Words(language, ZONE);
        for (String key : words.keys()) {
            String text = words.of(key).toLowerCase(Locale.ROOT);
            boolean law = key.equals("clerk.concern.law");
            assertFalse(!law && (text.contains("suspect") || text.contains("嫌疑")), key);
            assertFalse(text.contains("blacklist") || text.contains("黑名单") || text.contains("illegal person"), key);
        }
    }

    @Test
    void putsInWhatIsGiven() {
        Words english = new Words(Language.ENGLISH, ZONE);
        assertEquals("no report waits", english.of("clerk.status.queued", 0));
        assertEquals("1 report waits", english.of("clerk.status.queued", 1));
        assertEquals("2 reports wait", english.of("clerk.status.queued", 2));
        assertEquals("2026-11-23 12:00", english.minute(Instant.parse("2026-11-23T04:00:00Z")));
        assertThrows(IllegalStateException.class, () -> english.of("no.such.key"));
    }
}
