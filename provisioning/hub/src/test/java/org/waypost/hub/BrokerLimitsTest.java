package org.waypost.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.hub.broker.BrokerLimits;
import org.waypost.hub.broker.EmbeddedBroker;
import org.waypost.hub.broker.Listener;

class BrokerLimitsTest {
    private static final BrokerLimits FEW = new BrokerLimits(2_000, 2, 5);

    @TempDir
    Path directory;

    private TestSite site;
    private EmbeddedBroker broker;

    @BeforeEach
    void start() throws Exception {
        OperatorLog.quiet();
        site = new TestSite(directory);
        broker = EmbeddedBroker.start(
                new Listener(
                        "127.0.0.1",
                        0,
                        directory.resolve("hub.p12"),
                        directory.resolve("trust.p12"),
                        TestAuthority.PASSWORD),
                FEW);
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    private TestTerminal connect(String name, boolean cleanStart) throws MqttException {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(cleanStart);
        options.setSessionExpiryInterval(60L);
        return new TestTerminal(broker.port(), name, site.authority.context(name), options);
    }

    @Test
    void closesTheConnectionBeyondTheLimit() throws Exception {
        try (TestTerminal first = connect("counter-1", true);
                TestTerminal second = connect("counter-2", true)) {
            assertThrows(MqttException.class, () -> connect("counter-3", true));
            assertTrue(first.connected() && second.connected());
        }
    }

    @Test
    void dropsWhatAnAbsentHubLeavesWaitingBeyondTheLimit() throws Exception {
        try (TestTerminal hub = connect("hub", true)) {
            hub.subscribe("$share/hub/waypost/1/report/+");
        }
        try (TestTerminal terminal = connect("counter-1", true)) {
            for (int i = 0; i < 30; i++) {
                terminal.publish("waypost/1/report/counter-1", "{}".getBytes(UTF_8));
            }
            assertTrue(terminal.connected());
        }
        try (TestTerminal hub = connect("hub", false)) {
            assertEquals(FEW.queuedMax(), hub.arrivals());
        }
    }
}
