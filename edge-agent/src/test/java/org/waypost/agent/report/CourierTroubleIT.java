package org.waypost.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waypost.servers.Mosquitto;

/** A courier that cannot deliver says what the trouble is, and the report stays due. */
class CourierTroubleIT extends BrokerScene {
    private static final String TERMINALS_MAY_ONLY_LISTEN = "pattern read waypost/1/receipt/%u\n";

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
}
