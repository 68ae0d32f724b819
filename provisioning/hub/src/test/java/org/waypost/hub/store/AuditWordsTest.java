package org.waypost.hub.store;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waypost.hub.page.Words;

class AuditWordsTest {
    @ParameterizedTest
    @EnumSource
    void anAuditorReadsEveryActionInWords(Audit.Action action) {
        for (Words.Language language : Words.Language.values()) {
            assertFalse(Words.in(language, ZoneOffset.UTC)
                    .say("Deed." + action.name())
                    .isBlank());
        }
    }
}
