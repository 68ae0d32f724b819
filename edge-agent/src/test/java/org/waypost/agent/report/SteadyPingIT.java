package org.waypost.agent.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttPingSender;
import org.eclipse.paho.mqttv5.client.internal.ClientComms;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.servers.Mosquitto;

/** A broker hangs up on a client that says nothing for one and a half keep-alives (MQTT 5, section 3.1.2.10). */
class SteadyPingIT {
    private static final int KEEP_ALIVE_SECONDS = 2;

    @TempDir
    private Path directory;

    private Authority authority;

    @BeforeEach
    void issue() throws Exception {
        assumeTrue(Mosquitto.installed(), Mosquitto.NEEDED);
        authority = Authority.in(directory);
        authority.issue("localhost");
        authority.issue("counter-1");
        authority.issue("counter-2");
    }

    /** The control is beside it: without pings the line is gone after some seconds. */
    @Test
    void keepsASilentLineAlive() throws Exception {
        try (Mosquitto broker = new Mosquitto(authority.directory())) {
            MqttAsyncClient pinging = connected(broker, "counter-1");
            MqttAsyncClient silent = connected(broker, "counter-2", new NoPing());
            for (int i = 0; i < 300 && silent.isConnected(); i++) {
                Thread.sleep(100);
            }
            assertFalse(silent.isConnected());
            assertTrue(pinging.isConnected());
            pinging.disconnect().waitForCompletion(5_000);
            pinging.close(true);
            silent.close(true);
        }
    }

    private MqttAsyncClient connected(Mosquitto broker, String name) throws Exception {
        return connected(new PahoClient(broker.address().toString(), name), name);
    }

    private MqttAsyncClient connected(Mosquitto broker, String name, MqttPingSender ping) throws Exception {
        return connected(
                new MqttAsyncClient(broker.address().toString(), name, new MemoryPersistence(), ping, null), name);
    }

    private MqttAsyncClient connected(MqttAsyncClient client, String name) throws Exception {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        options.setAutomaticReconnect(false);
        options.setSocketFactory(authority.tls(name, authority).context().getSocketFactory());
        client.connect(options).waitForCompletion(5_000);
        return client;
    }

    private static final class NoPing implements MqttPingSender {
        @Override
        public void init(ClientComms comms) {}

        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public void schedule(long milliseconds) {}
    }
}
