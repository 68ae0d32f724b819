package org.waypost.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waypost.contract.SignedAnswer;

class AnswerShelfTest extends TipScene {
    AnswerShelfTest() throws GeneralSecurityException {}

    @Test
    void answersFollowOnEachOtherAreTheHubsAndGoInTime() throws Exception {
        assertTrue(shelf.put(answer(1, 0, 5)));
        assertFalse(shelf.put(answer(1, 0, 5)), "again");
        assertFalse(shelf.put(answer(4, 3, 5)), "one before it is missing");
        assertTrue(shelf.put(answer(3, 1, 6)), "the hub has no second one");
        SignedAnswer good = answer(9, 3, 5);
        assertFalse(shelf.put(new SignedAnswer(1, 8, 3, good.hour(), good.handle(), good.sealed(), good.signature())));
        assertEquals(3, shelf.last());
        assertEquals(1, shelf.of(thread(5).handle()).size());
        assertEquals(List.of(), shelf.of(thread(7).handle()));
        assertFalse(bytes().contains("answer 1"));
        now = now.plus(AnswerShelf.KEPT).plus(Duration.ofHours(1));
        shelf.tidy();
        assertEquals(List.of(), shelf.of(thread(5).handle()));
        assertEquals(3, shelf.last(), "old ones are not asked for again");
    }
}
