package org.waypost.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waypost.contract.Notice;
import org.waypost.contract.Progress;
import org.waypost.servers.Mosquitto;

/** The courier against a real broker over mutual TLS 1.3. */
class CourierIT extends BrokerScene {
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
