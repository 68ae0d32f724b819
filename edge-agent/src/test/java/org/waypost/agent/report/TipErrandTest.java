package org.waypost.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.waypost.contract.AnswersWanted;
import org.waypost.contract.Codec;
import org.waypost.contract.SealedReport;
import org.waypost.contract.SealedTip;
import org.waypost.contract.SignedAcknowledgement;
import org.waypost.contract.SignedHealth;
import org.waypost.contract.SignedTipReceipt.Outcome;
import org.waypost.contract.StationWord;
import org.waypost.contract.TerminalId;

/** When a station speaks, and what it says (invariant I15). */
class TipErrandTest extends TipScene {
    private static final TerminalId STATION = new TerminalId("station-1");
    private final Mailbox mailbox = new Mailbox();

    TipErrandTest() throws GeneralSecurityException {}

    @Test
    void aStationAsksAtOnceAndAtItsBeatAndSendsNothingOfTheHourThatRuns() throws Exception {
        put(2);
        Line line = new Line(asked -> mailbox.leave(new LinkEvent.Lost("the end")));
        assertEquals("the end", errand().over(line));
        assertEquals(List.of(new AnswersWanted(1, 0)), line.said);
    }

    @Test
    void anHourThatIsOverIsSentOnceAWindowAtATimeAndGoesWithItsReceipts() throws Exception {
        put(5);
        now = now.plus(Duration.ofHours(1));
        shelf.put(answer(1, 0, 5));
        int[] tips = {0};
        Line line = new Line(word -> {
            if (word instanceof SealedTip tip) {
                mailbox.leave(new LinkEvent.Taken(tip.id()));
                mailbox.leave(new LinkEvent.Said(receipt(tip, Outcome.STORED)));
                if (++tips[0] == 5) {
                    mailbox.leave(new LinkEvent.Lost("the end"));
                }
            } else {
                mailbox.leave(new LinkEvent.Taken(new UUID(0, 0)));
                mailbox.leave(new LinkEvent.Said(answer(2, 1, 5)));
            }
        });
        assertEquals("the end", errand().over(line));
        assertEquals(new AnswersWanted(1, 1), line.said.getFirst());
        assertEquals(6, line.said.size());
        assertEquals(6, Set.copyOf(line.said).size());
        assertEquals(0, box.waiting());
        assertEquals(2, shelf.last());
    }

    private TipErrand errand() {
        return new TipErrand(STATION, box, shelf, mailbox, () -> 0);
    }

    /** A broker in memory. */
    private static final class Line implements BrokerSession {
        static final int WINDOW = 2;

        final List<StationWord> said = new ArrayList<>();
        final Consumer<StationWord> then;

        Line(Consumer<StationWord> then) {
            this.then = then;
        }

        @Override
        public int window() {
            return WINDOW;
        }

        @Override
        public int messageMax() {
            return Codec.MESSAGE_MAX;
        }

        @Override
        public void publish(SealedReport report) {}

        @Override
        public void say(TerminalId station, UUID reference, StationWord word) {
            assertEquals(STATION, station);
            said.add(word);
            then.accept(word);
        }

        @Override
        public void tell(SignedHealth health) {}

        @Override
        public void acknowledge(SignedAcknowledgement notice) {}

        @Override
        public void close() {}
    }
}
