package org.waypost.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
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
import org.jspecify.annotations.Nullable;
import org.waypost.contract.Codec;
import org.waypost.contract.DeskWord;
import org.waypost.contract.SealedReport;
import org.waypost.contract.SignedAcknowledgement;
import org.waypost.contract.SignedHealth;
import org.waypost.contract.SignedNotice;
import org.waypost.contract.SignedReceipt;
import org.waypost.contract.StationWord;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Topic;

/** A client with a certificate, as a terminal is one. */
final class TestTerminal implements AutoCloseable, MqttCallback {
    static final int NOT_AUTHORIZED = 0x87; // MQTT 5 section 2.4

    private static final int WINDOW = 8;

    private final Queue<IMqttToken> unanswered = new ArrayDeque<>();
    private final BlockingQueue<byte[]> arrived = new LinkedBlockingQueue<>();
    private final MqttAsyncClient client;
    private final IMqttToken welcome;

    TestTerminal(int port, String clientId, SSLContext tls) throws MqttException {
        this(port, clientId, tls, new MqttConnectionOptions());
    }

    TestTerminal(int port, String clientId, SSLContext tls, MqttConnectionOptions options) throws MqttException {
        client = new MqttAsyncClient("ssl://localhost:" + port, clientId, new MemoryPersistence());
        client.setCallback(this);
        options.setSocketFactory(tls.getSocketFactory());
        options.setAutomaticReconnect(false);
        try {
            welcome = client.connect(options);
            welcome.waitForCompletion(5_000);
        } catch (MqttException e) {
            close();
            throw e;
        }
    }

    /** Whether the broker still had a session of it. */
    boolean resumed() {
        return welcome.getSessionPresent();
    }

    /** The longest packet that the broker takes, by its own word; null if it says nothing. */
    @Nullable
    Long packetMax() {
        return welcome.getResponseProperties().getMaximumPacketSize();
    }

    /** The broker's reason code. */
    int subscribe(String filter) throws MqttException {
        return code(client.subscribe(filter, 1));
    }

    /** The broker's reason code. */
    int publish(String topic, byte[] payload) throws MqttException {
        return code(client.publish(topic, payload, 1, false));
    }

    /** Publishes at QoS 1, waiting only when a window of messages is under way. */
    void send(String topic, byte[] payload) throws MqttException {
        unanswered.add(sending(topic, payload));
        if (unanswered.size() == WINDOW) {
            unanswered.remove().waitForCompletion(5_000);
        }
    }

    /** Paho tells of an answer before it counts it: on a slow machine the window is full for a moment after. */
    private IMqttToken sending(String topic, byte[] payload) throws MqttException {
        for (int tries = 0; ; tries++) {
            try {
                return client.publish(topic, payload, 1, false);
            } catch (MqttException e) {
                if (e.getReasonCode() != MqttClientException.REASON_CODE_MAX_INFLIGHT || tries == 1_000) {
                    throw e;
                }
                LockSupport.parkNanos(5_000_000);
            }
        }
    }

    void send(SealedReport message) throws MqttException {
        send(Topic.report(message.terminal()).text(), Codec.write(message).getBytes(UTF_8));
    }

    void report(SealedReport message) throws MqttException {
        publish(Topic.report(message.terminal()).text(), Codec.write(message).getBytes(UTF_8));
    }

    void acknowledge(SignedAcknowledgement message) throws MqttException {
        publish(
                Topic.acknowledgement(message.terminal()).text(),
                Codec.write(message).getBytes(UTF_8));
    }

    void say(SignedHealth message) throws MqttException {
        publish(Topic.health(message.terminal()).text(), Codec.write(message).getBytes(UTF_8));
    }

    private static int code(IMqttToken token) throws MqttException {
        token.waitForCompletion(5_000);
        int[] codes = token.getReasonCodes();
        return codes == null || codes.length == 0 ? 0 : codes[0];
    }

    /** The next receipt; null if none comes in time. */
    @Nullable
    SignedReceipt receipt() throws InterruptedException {
        return receipt(10_000);
    }

    /** A receipt that is there, or comes at once. */
    @Nullable
    SignedReceipt soon() throws InterruptedException {
        return receipt(500);
    }

    /** The next receipt that comes within that time. */
    @Nullable
    SignedReceipt receipt(long millis) throws InterruptedException {
        return next(SignedReceipt.class, millis);
    }

    /** The next notice; null if none comes in time. */
    @Nullable
    SignedNotice notice() throws InterruptedException {
        return next(SignedNotice.class, 10_000);
    }

    private <T> @Nullable T next(Class<T> type, long millis) throws InterruptedException {
        byte[] json = arrived.poll(millis, TimeUnit.MILLISECONDS);
        return json == null
                ? null
                : switch (Codec.read(json, type)) {
                    case Codec.Decoded<T> decoded -> decoded.value();
                    case Codec.Malformed<T> malformed -> throw new AssertionError(malformed.reason());
                };
    }

    /** The next thing the hub says to a station; null if none comes in time. */
    @Nullable
    DeskWord word() throws InterruptedException {
        byte[] json = arrived.poll(10_000, TimeUnit.MILLISECONDS);
        return json == null
                ? null
                : switch (Codec.read(json, DeskWord.class)) {
                    case Codec.Decoded<DeskWord> decoded -> decoded.value();
                    case Codec.Malformed<DeskWord> malformed -> throw new AssertionError(malformed.reason());
                };
    }

    void say(TerminalId station, StationWord word) throws MqttException {
        publish(Topic.tip(station).text(), Codec.write(word).getBytes(UTF_8));
    }

    /** How many messages come until none comes for a second. */
    int arrivals() throws InterruptedException {
        int count = 0;
        while (arrived.poll(1, TimeUnit.SECONDS) != null) {
            count++;
        }
        return count;
    }

    boolean connected() {
        return client.isConnected();
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnectForcibly(0, 200, true);
        }
        client.close(true);
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        arrived.add(message.getPayload());
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {}

    @Override
    public void mqttErrorOccurred(MqttException exception) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}
}
