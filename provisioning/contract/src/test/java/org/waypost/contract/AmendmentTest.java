package org.waypost.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AmendmentTest {
    private static final Amendment GOOD = Specimens.withdrawal();

    private static Amendment with(String reason) {
        return new Amendment(GOOD.id(), GOOD.report(), GOOD.by(), reason, GOOD.change());
    }

    @Test
    void hasAReasonWithinItsLimit() {
        assertEquals("x".repeat(500), with("x".repeat(500)).reason());
        for (String reason : List.of("", "  ", "x".repeat(501), "\u0007")) {
            assertThrows(IllegalArgumentException.class, () -> with(reason));
        }
    }

    @Test
    void isAboutAnotherMessageThanItself() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Amendment(GOOD.id(), GOOD.id(), GOOD.by(), "twice", GOOD.change()));
    }

    @Test
    void correctsByOneToFiftyStatements() {
        Statement one = new Statement(Statement.Source.OBSERVED, Optional.empty(), "seen");
        assertEquals(
                50,
                new Amendment.Correction(Collections.nCopies(50, one))
                        .statements()
                        .size());
        for (int count : new int[] {0, 51}) {
            assertThrows(
                    IllegalArgumentException.class, () -> new Amendment.Correction(Collections.nCopies(count, one)));
        }
    }
}
