package org.waypost.hub.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waypost.contract.Amendment;
import org.waypost.contract.CaseReport;
import org.waypost.contract.DocumentType;
import org.waypost.contract.Health;
import org.waypost.contract.Indicator;
import org.waypost.contract.Progress;
import org.waypost.contract.PublicReport;
import org.waypost.contract.Statement;
import org.waypost.hub.fleet.Quarantines;
import org.waypost.hub.fleet.Refusal;
import org.waypost.hub.fleet.TerminalLine;
import org.waypost.hub.officer.Role;

class WordsTest {
    private static final ZoneId DESK = ZoneId.of("Asia/Shanghai");

    @Test
    void saysTheSameInBothLanguages() {
        assertEquals(
                Words.in(Words.Language.ZH, DESK).texts().keySet(),
                Words.in(Words.Language.EN, DESK).texts().keySet());
    }

    @ParameterizedTest
    @EnumSource
    void hasAWordForEveryValueAMessageCanHold(Words.Language language) {
        Words words = Words.in(language, DESK);
        Stream.<Enum<?>[]>of(
                        CaseReport.Urgency.values(),
                        CaseReport.Protected.values(),
                        CaseReport.Companion.values(),
                        CaseReport.Interpreter.values(),
                        CaseReport.Recipient.values(),
                        Statement.Source.values(),
                        DocumentType.values(),
                        Amendment.Cause.values(),
                        Progress.values(),
                        PublicReport.Kind.values(),
                        PublicReport.Place.values(),
                        PublicReport.Danger.values(),
                        Health.Kind.values(),
                        Health.Condition.values(),
                        Health.Remedy.values(),
                        Health.Identity.values(),
                        TerminalLine.Standing.values(),
                        Quarantines.Cause.values(),
                        Refusal.values(),
                        Role.values())
                .flatMap(Stream::of)
                .forEach(value -> assertFalse(words.say(value).isBlank()));
        for (Indicator indicator : Indicator.values()) {
            assertFalse(words.indicator(indicator).isBlank());
        }
    }

    @ParameterizedTest
    @EnumSource
    void callsNobodyGuilty(Words.Language language) {
        Words words = Words.in(language, DESK);
        for (String key : words.texts().keySet()) {
            String text = words.say(key).toLowerCase(Locale.ROOT);
            for (String wrong : List.of("suspect", "blacklist", "illegal person", "criminal", "score", "嫌疑人", "黑名单")) {
                assertFalse(text.contains(wrong), key);
            }
        }
    }

    @Test
    void tellsTimeAndAgeAtTheDesk() {
        Words words = Words.in(Words.Language.EN, DESK);
        Instant seen = Instant.parse("2026-11-23T18:30:00Z");
        assertEquals("2026-11-24 02:30", words.time(seen));
        assertEquals("0 min", words.age(seen, seen.minusSeconds(5)));
        assertEquals("59 min", words.age(seen, seen.plusSeconds(3_599)));
        assertEquals("23 h", words.age(seen, seen.plusSeconds(86_399)));
        assertEquals("2 d", words.age(seen, seen.plusSeconds(2 * 86_400)));
    }
}
