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

class BrokerAccessTest {
    private static final byte[] SOMETHING = "{}".getBytes(UTF_8);

    @TempDir
    Path directory;

    private TestSite site;
    private HubServer hub;

    @BeforeEach
    void start() throws Exception {
        site = new TestSite(directory);
        site.enrol("counter-1");
        hub = site.start();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private int port() {
        return hub.mqttPort().orElseThrow();
    }

    @Test
    void letsATerminalReportAndSayHowItIsAndNothingElse() throws Exception {
        try (TestTerminal terminal = site.connect(hub, "counter-1")) {
            assertTrue(terminal.publish("waypost/1/report/counter-1", SOMETHING) < 0x80);
            assertTrue(terminal.publish("waypost/1/health/counter-1", SOMETHING) < 0x80);
            assertEquals(TestTerminal.NOT_AUTHORIZED, terminal.publish("waypost/1/health/counter-2", SOMETHING));
            assertEquals(TestTerminal.NOT_AUTHORIZED, terminal.publish("waypost/1/report/counter-2", SOMETHING));
            assertEquals(TestTerminal.NOT_AUTHORIZED, terminal.publish("waypost/1/receipt/counter-1", SOMETHING));
            assertEquals(TestTerminal.NOT_AUTHORIZED, terminal.publish("waypost/1/clean/counter-1", SOMETHING));
            assertEquals(TestTerminal.NOT_AUTHORIZED, terminal.publish("anything", SOMETHING));
            assertTrue(terminal.connected());
        }
    }

    @Test
    void letsATerminalSubscribeToItsOwnReceiptsOnly() throws Exception {
        try (TestTerminal terminal = site.connect(hub, "counter-1")) {
            assertEquals(1, terminal.subscribe("waypost/1/receipt/counter-1"));
            for (String filter : new String[] {
                "waypost/1/receipt/counter-2",
                "waypost/1/receipt/+",
                "waypost/1/report/+",
                "waypost/1/report/counter-1",
                "waypost/1/health/+",
                "waypost/1/health/counter-1",
                "waypost/#",
                "#"
            }) {
                assertEquals(TestTerminal.NOT_AUTHORIZED, terminal.subscribe(filter), filter);
            }
        }
    }

    @Test
    void knowsAClientByItsCertificateAlone() {
        assertThrows(MqttException.class, () -> new TestTerminal(port(), "hub", site.authority.context("counter-1")));
        MqttConnectionOptions named = new MqttConnectionOptions();
        named.setUserName("hub");
        assertThrows(
                MqttException.class,
                () -> new TestTerminal(port(), "counter-1", site.authority.context("counter-1"), named));
    }

    /** The hub of this test holds the name hub; a second one has its share in the same messages and no more. */
    @Test
    void letsASecondHubHaveItsShareAndNothingElse() throws Exception {
        try (TestTerminal second = site.connect(hub, "hub-2")) {
            assertEquals(1, second.subscribe("$share/hub/waypost/1/report/+"));
            assertEquals(1, second.subscribe("$share/hub/waypost/1/health/+"));
            assertTrue(second.publish("waypost/1/receipt/counter-1", SOMETHING) < 0x80);
            for (String filter : new String[] {"waypost/1/report/hub-2", "waypost/1/receipt/+", "#"}) {
                assertEquals(TestTerminal.NOT_AUTHORIZED, second.subscribe(filter), filter);
            }
            assertEquals(TestTerminal.NOT_AUTHORIZED, second.publish("waypost/1/report/hub-2", SOMETHING));
            assertThrows(MqttException.class, () -> second.subscribe("$share/hub-2/#"), "it is cut off");
        }
    }

    @Test
    void closesTheDoorToStrangers() {
        assertThrows(MqttException.class, () -> new TestTerminal(port(), "counter-1", site.authority.anonymous()));
        assertThrows(
                MqttException.class,
                () -> new TestTerminal(port(), "counter-1", new TestAuthority().contextTrusting(site.authority)));
        assertThrows(
                MqttException.class,
                () -> new TestTerminal(port(), "Not A Name", site.authority.context("Not A Name")));
    }

    @Test
    void endsAConnectionThatSendsTooMuch() throws Exception {
        try (TestTerminal terminal = site.connect(hub, "counter-1")) {
            byte[] fits = new byte[BrokerLimits.DEFAULT.packetMax() - BrokerLimits.PACKET_OVERHEAD];
            assertTrue(terminal.publish("waypost/1/report/counter-1", fits) < 0x80);
            assertThrows(
                    MqttException.class,
                    () -> terminal.publish(
                            "waypost/1/report/counter-1", new byte[BrokerLimits.DEFAULT.packetMax() + 1]));
        }
    }
}
