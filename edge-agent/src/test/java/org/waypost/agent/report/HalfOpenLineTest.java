package org.waypost.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.Test;

/** A broker that greets and is silent from then on, as one behind a line that broke without a word. */
class HalfOpenLineTest {
    private static final int KEEP_ALIVE_SECONDS = 3;
    private static final byte[] WELCOME = {0x20, 3, 0, 0, 0}; // CONNACK, MQTT 5 section 3.2

    /** The control is Paho as it comes: it would notice after two keep-alives. */
    @Test
    void isNoticedBeforePahoWouldNoticeIt() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 2, InetAddress.getLoopbackAddress())) {
            String broker = "tcp://localhost:" + server.getLocalPort();
            Ended usual = new Ended(new MqttAsyncClient(broker, "usual", new MemoryPersistence()));
            Ended ours = new Ended(new PahoClient(broker, "ours"));
            try (Socket first = greeted(server, usual);
                    Socket second = greeted(server, ours)) {
                assertEquals(MqttClientException.REASON_CODE_CLIENT_TIMEOUT, ours.code());
                assertTrue(usual.client.isConnected());
                assertTrue(first.isConnected() && second.isConnected());
                usual.end();
            }
        }
    }

    private static Socket greeted(ServerSocket server, Ended ended) throws IOException, MqttException {
        ended.begin();
        Socket line = server.accept();
        InputStream in = line.getInputStream();
        in.read();
        in.readNBytes(in.read());
        line.getOutputStream().write(WELCOME);
        return line;
    }

    private static final class Ended implements MqttCallback {
        private final MqttAsyncClient client;
        private final CompletableFuture<Integer> reason = new CompletableFuture<>();

        Ended(MqttAsyncClient client) {
            this.client = client;
            client.setCallback(this);
        }

        void begin() throws MqttException {
            MqttConnectionOptions options = new MqttConnectionOptions();
            options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
            options.setAutomaticReconnect(false);
            client.connect(options);
        }

        void end() throws MqttException {
            client.disconnectForcibly(0, 100, false);
            client.close(true);
        }

        int code() throws Exception {
            return reason.get(30, TimeUnit.SECONDS);
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            reason.complete(response.getException().getReasonCode());
        }

        @Override
        public void mqttErrorOccurred(MqttException cause) {}

        @Override
        public void messageArrived(String topic, MqttMessage message) {}

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean again, String broker) {}

        @Override
        public void authPacketArrived(int code, MqttProperties properties) {}
    }
}
