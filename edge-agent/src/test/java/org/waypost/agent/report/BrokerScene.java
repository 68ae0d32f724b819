package org.waypost.agent.report;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.CaseReport;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.servers.Mosquitto;

/** A terminal that reports to a real broker over mutual TLS 1.3, and the authority that certifies both. */
abstract class BrokerScene {
    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir
    static Path shared;

    static Authority authority;

    @TempDir
    Path directory;

    final Enrolled enrolled = Enrolled.afresh();
    final Mailbox mailbox = new Mailbox();
    HealthBeat beat = HealthBeat.silent();
    Outbox outbox;
    Notices notices;
    private TerminalStore store;

    @BeforeAll
    static void certify() throws IOException, InterruptedException {
        assumeTrue(Mosquitto.installed(), Mosquitto.NEEDED);
        authority = Authority.in(shared.resolve("ca"));
        authority.issue("localhost");
        authority.issue("counter-1");
        authority.issue("hub");
    }

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

    Courier courier(TlsFiles tls, URI... brokers) {
        PahoLink link = new PahoLink(enrolled.terminal(), List.of(brokers), tls::context);
        Courier courier =
                new Courier(new Freight(outbox, beat, notices), link, mailbox, new Backoff(new Random(1)), CLOCK);
        courier.start();
        return courier;
    }

    TlsFiles terminalTls() {
        return authority.tls("counter-1", authority);
    }

    ReceivingHub hub(Mosquitto broker) throws MqttException {
        return new ReceivingHub(enrolled, broker.address(), authority.tls("hub", authority));
    }

    UUID put() {
        CaseReport report = enrolled.report(Urgency.OTHER, "seen");
        assertInstanceOf(Outbox.Put.Saved.class, outbox.put(report, Enrolled.filed()));
        return report.id();
    }

    static void await(String what, BooleanSupplier done) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("waited in vain: " + what);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
        }
    }

    boolean allConfirmed() {
        return outbox.backlog().waiting() == 0;
    }
}
