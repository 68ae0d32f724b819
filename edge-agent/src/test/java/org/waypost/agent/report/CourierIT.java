package org.waypost.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.CaseReport;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.contract.Notice;
import org.waypost.contract.Progress;
import org.waypost.servers.Mosquitto;

/** The courier against a real broker over mutual TLS 1.3. */
class CourierIT {
    private static final String TERMINALS_MAY_ONLY_LISTEN = "pattern read waypost/1/receipt/%u\n";
    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir
    static Path shared;

    private static Authority authority;

    @TempDir
    Path directory;

    private final Enrolled enrolled = Enrolled.afresh();
    private final Mailbox mailbox = new Mailbox();
    private HealthBeat beat = HealthBeat.silent();
    private TerminalStore store;
    private Outbox outbox;
    private Notices notices;

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

    private Courier courier(TlsFiles tls, URI... brokers) {
        PahoLink link = new PahoLink(enrolled.terminal(), List.of(brokers), tls::context);
        Courier courier =
                new Courier(new Freight(outbox, beat, notices), link, mailbox, new Backoff(new Random(1)), CLOCK);
        courier.start();
        return courier;
    }

    private TlsFiles terminalTls() {
        return authority.tls("counter-1", authority);
    }

    private ReceivingHub hub(Mosquitto broker) throws MqttException {
        return new ReceivingHub(enrolled, broker.address(), authority.tls("hub", authority));
    }

    private UUID put() {
        CaseReport report = enrolled.report(Urgency.OTHER, "seen");
        assertInstanceOf(Outbox.Put.Saved.class, outbox.put(report, Enrolled.filed()));
        return report.id();
    }

    private static void await(String what, BooleanSupplier done) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("waited in vain: " + what);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
        }
    }

    private boolean allConfirmed() {
        return outbox.backlog().waiting() == 0;
    }

    @Test
    void aReportIsAtTheHubAndConfirmedInAMoment() throws Exception {
        try (Mosquitto broker = new Mosquitto(authority.directory());
                ReceivingHub hub = hub(broker);
                Courier courier = courier(terminalTls(), broker.address())) {
            await("connection", () -> courier.health().connectedSince().isPresent());
            Notice notice = new Notice(put(), 1, Progress.TAKEN_ON, Enrolled.NOW);
            await("receipt", this::allConfirmed);
            hub.say(enrolled.said(notice));
            await("acknowledgement", () -> !hub.acknowledged.isEmpty());
            assertEquals(Map.of(notice.report(), notice), notices.latest());
            assertTrue(hub.acknowledged.element().signedBy(enrolled.terminalVerifier()));
            long[] millis = new long[21];
            for (int i = 0; i < millis.length; i++) {
                long from = System.nanoTime();
                put();
                await("receipt", this::allConfirmed);
                millis[i] = (System.nanoTime() - from) / 1_000_000;
            }
            Arrays.sort(millis);
            System.out.println("decision to verified receipt, ms: " + Arrays.toString(millis));
            assertEquals(1 + millis.length, hub.received.get(), "each was sent once");
            assertTrue(courier.health().backlog().lastReceipt().isPresent());
            assertEquals(Optional.empty(), courier.health().trouble());
        }
    }

    /** Beside the reports, on the beat alone: a report filed meanwhile brings no second word. */
    @Test
    void theHubIsToldHowTheTerminalIs() throws Exception {
        beat = new HealthBeat(() -> Optional.of(enrolled.health()), System::nanoTime);
        try (Mosquitto broker = new Mosquitto(authority.directory());
                ReceivingHub hub = hub(broker);
                Courier courier = courier(terminalTls(), broker.address())) {
            await("word", () -> !hub.told.isEmpty());
            put();
            await("receipt", this::allConfirmed);
            assertEquals(List.of(enrolled.health()), List.copyOf(hub.told));
            assertTrue(courier.health().connectedSince().isPresent());
        }
    }

    @Test
    void aBacklogOfMoreThanTheWindowIsDelivered() throws Exception {
        for (int i = 0; i < 200; i++) {
            put();
        }
        try (Mosquitto broker = new Mosquitto(authority.directory());
                ReceivingHub hub = hub(broker);
                Courier courier = courier(terminalTls(), broker.address())) {
            await("all receipts", this::allConfirmed);
            assertEquals(200, hub.stored.size());
            assertEquals(Optional.empty(), courier.health().trouble());
        }
    }

    @Test
    void whatTheBrokerTookAndLostIsSentAgainAfterItsRestart() throws Exception {
        try (Mosquitto broker = new Mosquitto(authority.directory());
                ReceivingHub silent = ReceivingHub.silent(enrolled, broker.address(), authority.tls("hub", authority));
                Courier courier = courier(terminalTls(), broker.address())) {
            UUID taken = put();
            await("acknowledgement", () -> outbox.rows().getFirst().published().isPresent());
            assertEquals(0, silent.received.get());
            broker.kill();
            await("loss noticed", () -> courier.health().connectedSince().isEmpty());
            UUID put = put();
            broker.restart();
            try (ReceivingHub hub = hub(broker)) {
                await("both receipts", this::allConfirmed);
                assertEquals(java.util.Set.of(taken, put), hub.stored.keySet());
            }
        }
    }

    /** A broker acknowledges what it throws away for want of a hub; the report must not count as published. */
    @Test
    void aReportThatNoHubListensForStaysDueAndArrivesWithTheHub() throws Exception {
        try (Mosquitto broker = new Mosquitto(authority.directory());
                Courier courier = courier(terminalTls(), broker.address())) {
            refuses(courier, "no hub is connected");
            assertEquals(Optional.empty(), outbox.rows().getFirst().published());
            try (ReceivingHub hub = hub(broker)) {
                await("receipt", this::allConfirmed);
                assertEquals(1, hub.received.get());
            }
        }
    }

    @Test
    void theNextBrokerOfTheListIsTried() throws Exception {
        URI nobody = URI.create("ssl://localhost:" + Mosquitto.freePort());
        try (Mosquitto broker = new Mosquitto(authority.directory());
                ReceivingHub hub = hub(broker);
                Courier courier = courier(terminalTls(), nobody, broker.address())) {
            put();
            await("receipt", this::allConfirmed);
            assertEquals(1, hub.stored.size());
            assertTrue(courier.health().connectedSince().isPresent());
        }
    }

    @Test
    void aBrokerOfAnotherAuthorityIsRefused() throws Exception {
        Authority stranger = Authority.in(directory.resolve("stranger"));
        try (Mosquitto broker = new Mosquitto(authority.directory());
                Courier courier = courier(authority.tls("counter-1", stranger), broker.address())) {
            refuses(courier, "no trusted connection");
        }
    }

    @Test
    void aBrokerOfAnotherNameIsRefused() throws Exception {
        try (Mosquitto broker = new Mosquitto(authority.directory());
                Courier courier = courier(terminalTls(), broker.address("127.0.0.1"))) {
            refuses(courier, "no trusted connection");
        }
    }

    @Test
    void aTerminalOfAnotherAuthorityIsRefused() throws Exception {
        Authority stranger = Authority.in(directory.resolve("stranger"));
        stranger.issue("counter-1");
        try (Mosquitto broker = new Mosquitto(authority.directory());
                Courier courier = courier(stranger.tls("counter-1", authority), broker.address())) {
            refuses(courier, "");
        }
    }

    @Test
    void aReportThatTheBrokerDeniesStaysDue() throws Exception {
        try (Mosquitto broker = new Mosquitto(authority.directory(), TERMINALS_MAY_ONLY_LISTEN);
                Courier courier = courier(terminalTls(), broker.address())) {
            refuses(courier, "135");
        }
    }

    private void refuses(Courier courier, String trouble) {
        UUID report = put();
        await("refusal", () -> courier.health().trouble().orElse("not started").startsWith("ssl:"));
        await("reason " + trouble, () -> courier.health().trouble().orElse("").contains(trouble));
        assertEquals(Optional.empty(), courier.health().backlog().lastReceipt());
        assertEquals(report, outbox.next().orElseThrow().id());
    }

    /** Made, failed and refused ones: Paho alone leaves a thread behind at each that the broker refuses at once. */
    @Test
    void aConnectionLeavesNoThreadBehind() throws Exception {
        Authority stranger = Authority.in(directory.resolve("stranger"));
        stranger.issue("counter-1");
        URI nobody = URI.create("ssl://localhost:" + Mosquitto.freePort());
        try (Mosquitto broker = new Mosquitto(authority.directory())) {
            List<URI> brokers = List.of(nobody, broker.address());
            connectFourTimes(new PahoLink(enrolled.terminal(), brokers, terminalTls()::context));
            connectFourTimes(new PahoLink(enrolled.terminal(), brokers, stranger.tls("counter-1", authority)::context));
            for (int i = 0; i < 100 && !pahoThreads().isEmpty(); i++) {
                Thread.sleep(100);
            }
            assertEquals(List.of(), pahoThreads());
        }
    }

    /** {@code java.util.Timer}, which Paho would use, waits by the wall clock. */
    @Test
    void noTimerOfTheWallClockKeepsALineAlive() throws Exception {
        try (Mosquitto broker = new Mosquitto(authority.directory())) {
            PahoLink link = new PahoLink(enrolled.terminal(), List.of(broker.address()), terminalTls()::context);
            BrokerLink.Attempt.Connected connected =
                    assertInstanceOf(BrokerLink.Attempt.Connected.class, link.connect(mailbox));
            assertEquals(List.of(), timers());
            connected.session().close();
        }
    }

    private static List<String> timers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getClass().getName().equals("java.util.TimerThread"))
                .map(Thread::getName)
                .filter(name -> name.contains("MQTT"))
                .toList();
    }

    private void connectFourTimes(PahoLink link) throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            if (link.connect(mailbox) instanceof BrokerLink.Attempt.Connected connected) {
                connected.session().close();
            }
        }
    }

    private static List<String> pahoThreads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> Arrays.stream(entry.getValue())
                        .anyMatch(frame -> frame.getClassName().startsWith("org.eclipse.paho")))
                .map(entry -> entry.getKey() + Arrays.toString(entry.getValue()))
                .toList();
    }

    @Test
    void closesInTimeWhileABrokerHangs() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            Courier courier = courier(terminalTls(), URI.create("ssl://localhost:" + silent.getLocalPort()));
            silent.accept();
            long from = System.nanoTime();
            courier.close();
            assertTrue(System.nanoTime() - from < Duration.ofSeconds(2).toNanos());
            assertEquals(Optional.of("closed"), courier.health().trouble());
        }
    }
}
