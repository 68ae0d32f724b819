package org.waypost.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.CaseReport;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.contract.Codec;
import org.waypost.contract.Notice;
import org.waypost.contract.Progress;
import org.waypost.contract.SealedReport;
import org.waypost.contract.SignedAcknowledgement;
import org.waypost.contract.SignedHealth;
import org.waypost.contract.StationWord;
import org.waypost.contract.TerminalId;

/** One connection to brokers that keep silent or forget. */
class DeliveryTest {
    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir
    Path directory;

    private final Enrolled enrolled = Enrolled.afresh();
    private final Mailbox mailbox = new Mailbox();
    private final AtomicLong nanos = new AtomicLong();

    /** Passes each time somebody looks at the clock. */
    private Duration tick = Duration.ZERO;

    private TerminalStore store;
    private Outbox outbox;
    private Notices notices;

    @BeforeEach
    void open() {
        store = TerminalStore.open(directory.resolve("terminal.db"), CLOCK);
        outbox = new SqliteOutbox(store, enrolled.keys(), new OutboxSize(OutboxSize.SMALLEST), mailbox, CLOCK);
        notices = new Notices(store, enrolled.noticeKeys(), CLOCK);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private UUID put() {
        CaseReport report = enrolled.report(Urgency.OTHER, "seen");
        assertInstanceOf(Outbox.Put.Saved.class, outbox.put(report, Enrolled.filed()));
        return report.id();
    }

    private String deliver(Broker broker) throws InterruptedException {
        Freight freight = new Freight(outbox, HealthBeat.silent(), notices);
        return new Delivery(freight, broker, mailbox, new Backoff(new Random(1)), () -> nanos.addAndGet(tick.toNanos()))
                .run();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        mailbox.ring();
    }

    @Test
    void aBrokerThatAcknowledgesNothingIsLeftAndTheReportIsDueForTheNext() throws Exception {
        UUID report = put();
        Broker silent = new Broker(message -> pass(Underway.ACKNOWLEDGED_WITHIN));
        assertTrue(deliver(silent).contains("acknowledged nothing"));
        assertEquals(List.of(report), silent.sent);

        Broker next = new Broker(message -> mailbox.leave(new LinkEvent.Lost("the end")));
        deliver(next);
        assertEquals(List.of(report), next.sent);
    }

    @Test
    void aReportThatTheBrokerTookAndForgotIsSentAgainOverTheSameConnection() throws Exception {
        UUID forgotten = put();
        Broker broker = new Broker(message -> {});
        broker.then = message -> {
            mailbox.leave(new LinkEvent.Taken(message.id()));
            if (broker.sent.size() == 1) {
                tick = Patience.LEAST;
                mailbox.ring();
            } else {
                mailbox.leave(new LinkEvent.Arrived(enrolled.stored(message, 1)));
                mailbox.leave(new LinkEvent.Lost("the end"));
            }
        };
        assertEquals("the end", deliver(broker));
        assertEquals(List.of(forgotten, forgotten), broker.sent);
        assertEquals(0, outbox.backlog().waiting());
    }

    @Test
    void noMoreThanTheWindowIsUnderWay() throws Exception {
        for (int i = 0; i < Broker.WINDOW + 2; i++) {
            put();
        }
        Broker broker = new Broker(message -> {});
        broker.then = message -> {
            if (broker.sent.size() == Broker.WINDOW) {
                pass(Underway.ACKNOWLEDGED_WITHIN);
            }
        };
        deliver(broker);
        assertEquals(Broker.WINDOW, broker.sent.size());
    }

    /** Its file is closed meanwhile, and nobody notices. */
    @Test
    void whileTheWindowIsFullNothingIsLookedUp() throws Exception {
        for (int i = 0; i < Broker.WINDOW + 2; i++) {
            put();
        }
        Broker broker = new Broker(message -> {});
        broker.then = message -> {
            if (broker.sent.size() == Broker.WINDOW) {
                store.close();
                mailbox.ring();
                mailbox.leave(new LinkEvent.Lost("the end"));
            }
        };
        assertEquals("the end", deliver(broker));
    }

    @Test
    void aNoticeIsAcknowledgedEachTimeItComesAndOnlyIfItIsTheHubs() throws Exception {
        Notice notice = new Notice(put(), 1, Progress.QUESTION, Enrolled.NOW);
        Broker broker = new Broker(message -> {
            mailbox.leave(new LinkEvent.Noticed(Enrolled.afresh().said(notice)));
            mailbox.leave(new LinkEvent.Noticed(enrolled.said(notice)));
            mailbox.leave(new LinkEvent.Noticed(enrolled.said(notice)));
            mailbox.leave(new LinkEvent.Lost("the end"));
        });
        assertEquals("the end", deliver(broker));
        assertEquals(2, broker.acknowledged.size());
        assertEquals(Map.of(notice.report(), notice), notices.latest());
    }

    /** A broker in memory: does one thing with each message. */
    private static final class Broker implements BrokerSession {
        static final int WINDOW = 3;

        final List<UUID> sent = new ArrayList<>();
        final List<SignedAcknowledgement> acknowledged = new ArrayList<>();
        Consumer<SealedReport> then;

        Broker(Consumer<SealedReport> then) {
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
        public void publish(SealedReport report) {
            sent.add(report.id());
            then.accept(report);
        }

        @Override
        public void tell(SignedHealth health) {}

        @Override
        public void say(TerminalId station, UUID reference, StationWord word) {}

        @Override
        public void acknowledge(SignedAcknowledgement notice) {
            acknowledged.add(notice);
        }

        @Override
        public void close() {}
    }
}
