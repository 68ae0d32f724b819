package org.waypost.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.waypost.hub.broker.BrokerLimits;

/** What a broker keeps for a terminal that is away, for how long, and what it does with a message beyond its limit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrokerSessionContract {
    private static final byte[] SOMETHING = "{}".getBytes(UTF_8);
    private static final String TERMINAL = "counter-1";
    private static final String RECEIPTS = "waypost/1/receipt/counter-1";
    private static final Duration LONGEST = Duration.ofSeconds(32);

    abstract int port();

    abstract TestAuthority authority();

    private TestTerminal connected(String name, long expirySeconds) throws MqttException {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(false);
        options.setSessionExpiryInterval(expirySeconds);
        return new TestTerminal(port(), name, authority().context(name), options);
    }

    /** Of a session that ended with its connection. */
    private void forgotten(String name) throws MqttException {
        connected(name, 0).close();
    }

    @Test
    void keepsReceiptsForATerminalThatIsAway() throws Exception {
        forgotten(TERMINAL);
        try (TestTerminal terminal = connected(TERMINAL, 60)) {
            assertFalse(terminal.resumed());
            assertEquals(1, terminal.subscribe(RECEIPTS));
        }
        say();
        try (TestTerminal terminal = connected(TERMINAL, 60)) {
            assertTrue(terminal.resumed());
            assertEquals(1, terminal.arrivals());
        }
    }

    /** A look at a session makes it young again, so each look is after a longer time. */
    @Test
    void forgetsATerminalWhoseSessionExpired() throws Exception {
        forgotten(TERMINAL);
        try (TestTerminal terminal = connected(TERMINAL, 1)) {
            assertEquals(1, terminal.subscribe(RECEIPTS));
        }
        say();
        boolean there = true;
        for (Duration away = Duration.ofSeconds(3); there && away.compareTo(LONGEST) < 0; away = away.multipliedBy(2)) {
            Thread.sleep(away);
            try (TestTerminal terminal = connected(TERMINAL, 1)) {
                there = terminal.resumed();
                assertEquals(0, there ? 0 : terminal.arrivals());
            }
        }
        assertFalse(there, "a session of one second is still there");
    }

    private void say() throws MqttException {
        try (TestTerminal hub = connected("hub", 0)) {
            assertTrue(hub.publish(RECEIPTS, SOMETHING) < 0x80);
        }
    }

    @Test
    void endsTheConnectionOfWhoSendsMoreThanItTakes() throws Exception {
        long most = BrokerLimits.DEFAULT.packetMax();
        String reports = "waypost/1/report/counter-1";
        try (TestTerminal hub = connected("hub", 0);
                TestTerminal other = connected("counter-2", 0);
                TestTerminal terminal = connected(TERMINAL, 0)) {
            hub.subscribe("waypost/1/report/+");
            assertEquals(most, terminal.packetMax());
            assertTrue(terminal.publish(reports, new byte[(int) most - 100]) < 0x80);
            assertThrows(MqttException.class, () -> terminal.publish(reports, new byte[(int) most + 1]));
            assertTrue(other.publish("waypost/1/report/counter-2", SOMETHING) < 0x80);
            assertTrue(hub.connected() && other.connected());
            assertEquals(2, hub.arrivals());
        }
    }
}
