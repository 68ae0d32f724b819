package org.waypost.hub.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.waypost.contract.Codec;
import org.waypost.contract.SignedReceipt;
import org.waypost.contract.Tls13SocketFactory;
import org.waypost.contract.Topic;

/**
 * One connection to the broker, from connect to loss; never reused, so that a message id of an older connection cannot
 * acknowledge a message of this one. Messages wait in a bounded queue until they are taken; each is acknowledged by
 * hand.
 */
final class BrokerLink implements AutoCloseable {
    /** Messages the broker may have under way to us (MQTT 5 Receive Maximum); also the length of the queue. */
    static final int WINDOW = 64;

    private static final System.Logger LOG = System.getLogger(BrokerLink.class.getName());
    private static final int AT_LEAST_ONCE = 1;
    private static final int REFUSED = 0x80; // first failing reason code, MQTT 5 section 2.4
    private static final int KEEP_ALIVE_SECONDS = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LEAVING = Duration.ofMillis(500);

    private final BlockingQueue<Arrival> arrivals = new ArrayBlockingQueue<>(WINDOW);
    private final MqttAsyncClient client;
    private final String[] filters;

    private BrokerLink(MqttAsyncClient client, SharedName shared) {
        this.client = client;
        this.filters = new String[] {shared.filter(Topic.Kind.REPORT), shared.filter(Topic.Kind.HEALTH)};
    }

    /** Connects and subscribes; a failure leaves nothing open. */
    static BrokerLink open(BrokerAddress address) throws MqttException {
        BrokerLink link = new BrokerLink(new PahoClient(address.url(), address.name()), address.shared());
        try {
            link.start(address);
            return link;
        } catch (MqttException e) {
            link.close();
            throw e;
        }
    }

    private void start(BrokerAddress address) throws MqttException {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(true);
        options.setSessionExpiryInterval(0L);
        options.setAutomaticReconnect(false);
        options.setReceiveMaximum(WINDOW);
        options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        options.setConnectionTimeout((int) PATIENCE.toSeconds());
        options.setSocketFactory(new Tls13SocketFactory(address.tls().getSocketFactory()));
        options.setHttpsHostnameVerificationEnabled(true);
        client.setManualAcks(true);
        client.setCallback(new Arriving());
        client.connect(options).waitForCompletion(PATIENCE.toMillis());
        accepted(client.subscribe(filters, new int[] {AT_LEAST_ONCE, AT_LEAST_ONCE}));
    }

    private static void accepted(IMqttToken token) throws MqttException {
        token.waitForCompletion(PATIENCE.toMillis());
        for (int code : Optional.ofNullable(token.getReasonCodes()).orElse(new int[0])) {
            if (code >= REFUSED) {
                throw new MqttException(code);
            }
        }
    }

    boolean up() {
        return client.isConnected();
    }

    /** The next message, if one comes within that time. */
    Optional<Arrival> next(Duration limit) throws InterruptedException {
        return Optional.ofNullable(arrivals.poll(limit.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Tells the broker that a message is dealt with. */
    void acknowledge(Arrival arrival) throws MqttException {
        client.messageArrivedComplete(arrival.message.getId(), arrival.message.getQos());
    }

    /** Hands a receipt to the broker and waits until it says that it has it. */
    void publish(SignedReceipt receipt) throws MqttException {
        byte[] payload = Codec.write(receipt).getBytes(UTF_8);
        accepted(client.publish(Topic.receipt(receipt.terminal()).text(), payload, AT_LEAST_ONCE, false));
    }

    @Override
    public void close() {
        try {
            if (client.isConnected()) {
                // so that a broker which ends at the same moment finds no consumer half gone
                client.unsubscribe(filters).waitForCompletion(LEAVING.toMillis());
                client.disconnectForcibly(0, LEAVING.toMillis(), true);
            }
            client.close(true);
        } catch (MqttException e) {
            LOG.log(Level.DEBUG, "the broker connection was already gone");
        }
    }

    /** A message as it arrived. */
    record Arrival(String topic, MqttMessage message) {}

    /** Called by Paho's threads: must not block. */
    private final class Arriving implements MqttCallback {
        @Override
        public void messageArrived(String topic, MqttMessage message) {
            // full only for QoS 0, which the window does not bound: a health, of which another comes
            if (!arrivals.offer(new Arrival(topic, message))) {
                LOG.log(Level.WARNING, "message dropped: more than {0} wait", WINDOW);
            }
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            LOG.log(Level.WARNING, "the broker connection is lost, connecting again");
        }

        @Override
        public void mqttErrorOccurred(MqttException exception) {
            LOG.log(Level.WARNING, "the broker connection reports error {0}", exception.getReasonCode());
        }

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String serverUri) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    }
}
