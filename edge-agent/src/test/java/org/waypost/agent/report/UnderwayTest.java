package org.waypost.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UnderwayTest {
    private static final UUID REPORT = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private long now = Long.MAX_VALUE - Duration.ofMinutes(1).toNanos(); // monotonic time may overflow
    private final Underway underway = new Underway(() -> now);

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void aReportIsUnacknowledgedUntilTheBrokerTookIt() {
        underway.send(REPORT);
        underway.send(OTHER);
        assertEquals(Set.of(REPORT, OTHER), underway.unacknowledged());
        underway.taken(REPORT);
        assertEquals(Set.of(OTHER), underway.unacknowledged());
    }

    @Test
    void aBrokerThatAcknowledgesNothingIsStuck() {
        underway.send(REPORT);
        pass(Underway.ACKNOWLEDGED_WITHIN.minusSeconds(1));
        assertFalse(underway.stuck());
        pass(Duration.ofSeconds(1));
        assertTrue(underway.stuck());
    }

    @Test
    void aSlowOneThatGoesOnIsNot() {
        underway.send(REPORT);
        underway.send(OTHER);
        pass(Underway.ACKNOWLEDGED_WITHIN.minusSeconds(1));
        underway.taken(REPORT);
        pass(Underway.ACKNOWLEDGED_WITHIN.minusSeconds(1));
        assertFalse(underway.stuck());
    }

    @Test
    void oneThatHasNothingToAcknowledgeIsNot() {
        pass(Duration.ofDays(3));
        assertFalse(underway.stuck());
        underway.send(REPORT);
        assertFalse(underway.stuck());
    }

    @Test
    void whatTheHubDoesNotAnswerIsNamedOnceEachTimeItsPatienceIsOver() {
        underway.send(REPORT);
        underway.taken(REPORT);
        for (Duration patience = Patience.LEAST;
                patience.compareTo(Duration.ofDays(1)) < 0;
                patience = patience.multipliedBy(2)) {
            pass(shorter(patience).minusNanos(1));
            assertEquals(List.of(), underway.unanswered());
            pass(Duration.ofNanos(1));
            assertEquals(List.of(REPORT), underway.unanswered(), "after " + patience);
            assertEquals(List.of(), underway.unanswered());
        }
    }

    private static Duration shorter(Duration patience) {
        return patience.compareTo(Patience.MOST) > 0 ? Patience.MOST : patience;
    }

    @Test
    void theReceiptsOfOthersDoNotMakeOneWaitLonger() {
        for (UUID report : List.of(REPORT, OTHER)) {
            underway.send(report);
            underway.taken(report);
        }
        pass(Patience.LEAST);
        underway.answered(OTHER);
        assertEquals(List.of(REPORT), underway.unanswered());
    }

    @Test
    void whenReceiptsAreLateWhatIsSentFromThenOnMayBeLateToo() {
        Duration late = Patience.LEAST.multipliedBy(3);
        underway.send(OTHER);
        underway.taken(OTHER);
        pass(Patience.LEAST.minusSeconds(1));
        underway.answered(OTHER);
        underway.send(REPORT);
        underway.taken(REPORT);
        pass(Patience.LEAST);
        assertEquals(List.of(), underway.unanswered());
        pass(late.minus(Patience.LEAST).minusSeconds(3));
        assertEquals(List.of(REPORT), underway.unanswered(), "29 s and four times their half");
    }

    /** Nobody can say which of the two was answered (RFC 6298, section 3). */
    @Test
    void aReceiptOfWhatWasSentTwiceSaysNothingOfHowLongOneTakes() {
        underway.send(OTHER);
        underway.taken(OTHER);
        pass(Duration.ofMinutes(20));
        assertEquals(List.of(OTHER), underway.unanswered());
        underway.send(OTHER);
        underway.taken(OTHER);
        pass(Duration.ofSeconds(20));
        underway.answered(OTHER);
        underway.send(REPORT);
        underway.taken(REPORT);
        pass(Patience.LEAST);
        assertEquals(List.of(REPORT), underway.unanswered());
    }

    @Test
    void aReceiptThatIsHeardBeforeTheBrokerLeavesNothingToWaitFor() {
        underway.send(REPORT);
        underway.answered(REPORT);
        assertEquals(Set.of(REPORT), underway.unacknowledged(), "it still fills the line");
        underway.taken(REPORT);
        pass(Patience.MOST);
        assertEquals(List.of(), underway.unanswered());
    }

    @Test
    void aNightWithoutReportsMakesNobodyWaitLonger() {
        pass(Duration.ofHours(12));
        assertEquals(List.of(), underway.unanswered());
        underway.send(REPORT);
        underway.taken(REPORT);
        pass(Patience.LEAST);
        assertEquals(List.of(REPORT), underway.unanswered());
    }
}
