package org.waypost.hub.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.waypost.contract.Codec;
import org.waypost.contract.Tls13SocketFactory;
import org.waypost.contract.Topic;
import org.waypost.hub.tip.Reply;

/**
 * One connection to the broker, from connect to loss; never reused, so that a message id of an older connection cannot
 * acknowledge a message of this one. Messages wait until they are taken; each is acknowledged by hand.
 */
final class BrokerLink implements AutoCloseable {
    /** Messages under way at a time; a broker that allows fewer (its Receive Maximum) gets fewer. */
    private static final int SENDING_MAX = 100;

    private static final System.Logger LOG = System.getLogger(BrokerLink.class.getName());
    private static final int AT_LEAST_ONCE = 1;
    private static final int REFUSED = 0x80; // first failing reason code, MQTT 5 section 2.4
    private static final int UNLIMITED = 65_535; // a Receive Maximum that is not given, MQTT 5 section 3.2.2.3.3
    private static final int KEEP_ALIVE_SECONDS = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LEAVING = Duration.ofMillis(500);

    private final Arrivals arrivals = new Arrivals();
    private final MqttAsyncClient client;
    private final String[] filters;
    private int sendingMax = 1;

    private BrokerLink(MqttAsyncClient client, SharedName shared) {
        this.client = client;
        this.filters = Arrays.stream(Topic.Kind.values())
                .filter(kind -> kind.way() == Topic.Way.UP)
                .map(shared::filter)
                .toArray(String[]::new);
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
        options.setReceiveMaximum(Arrivals.WINDOW);
        options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        options.setConnectionTimeout((int) PATIENCE.toSeconds());
        options.setSocketFactory(new Tls13SocketFactory(address.tls().getSocketFactory()));
        options.setHttpsHostnameVerificationEnabled(true);
        client.setManualAcks(true);
        client.setCallback(arrivals);
        IMqttToken connecting = client.connect(options);
        connecting.waitForCompletion(PATIENCE.toMillis());
        sendingMax = sendingMax(connecting);
        int[] qos = new int[filters.length];
        Arrays.fill(qos, AT_LEAST_ONCE);
        accepted(client.subscribe(filters, qos), PATIENCE.toMillis());
    }

    /** Half of what the broker allows: Paho tells of an answer before it counts it. */
    private static int sendingMax(IMqttToken connected) {
        int allowed = Optional.ofNullable(connected.getResponseProperties())
                .map(MqttProperties::getReceiveMaximum)
                .orElse(UNLIMITED);
        return Math.clamp(allowed / 2, 1, SENDING_MAX);
    }

    private static void accepted(IMqttToken token, long millis) throws MqttException {
        token.waitForCompletion(millis);
        for (int code : Optional.ofNullable(token.getReasonCodes()).orElse(new int[0])) {
            if (code >= REFUSED) {
                throw new MqttException(code);
            }
        }
    }

    boolean up() {
        return client.isConnected();
    }

    /** The next messages, if one comes within that time. */
    List<Arrivals.Arrival> next(Duration limit) throws InterruptedException {
        return arrivals.next(limit);
    }

    /** Tells the broker that messages are dealt with. */
    void acknowledge(List<Arrivals.Arrival> batch) throws MqttException {
        for (Arrivals.Arrival arrival : batch) {
            client.messageArrivedComplete(
                    arrival.message().getId(), arrival.message().getQos());
        }
    }

    /**
     * Hands messages to the broker, several under way at a time; those of which it says that it has them. One call at a
     * time: two would be more under way than the broker allows.
     */
    synchronized <M> List<M> publish(List<M> messages, Function<M, Topic> topic) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<M> taken = new ArrayList<>();
        Deque<Sending<M>> underWay = new ArrayDeque<>();
        for (M message : messages) {
            if (underWay.size() == sendingMax) {
                underWay.remove().endIn(end, taken);
            }
            begin(message, topic.apply(message)).ifPresent(underWay::add);
        }
        underWay.forEach(sending -> sending.endIn(end, taken));
        return taken;
    }

    /** Hands one reply to the broker; what it does not take, the station asks for again. */
    void say(Reply reply) {
        byte[] payload = Codec.write(reply.word()).getBytes(UTF_8);
        try {
            accepted(
                    client.publish(Topic.answer(reply.station()).text(), payload, AT_LEAST_ONCE, false),
                    PATIENCE.toMillis());
        } catch (MqttException e) {
            LOG.log(Level.DEBUG, "a reply is lost: the broker answers {0}", e.getReasonCode());
        }
    }

    private <M> Optional<Sending<M>> begin(M message, Topic topic) {
        byte[] payload = Codec.write(message).getBytes(UTF_8);
        try {
            return Optional.of(new Sending<>(message, client.publish(topic.text(), payload, AT_LEAST_ONCE, false)));
        } catch (MqttException e) {
            waits(e);
            return Optional.empty();
        }
    }

    private static void waits(MqttException e) {
        LOG.log(Level.WARNING, "a receipt or notice waits: the broker answers {0}", e.getReasonCode());
    }

    @Override
    public void close() {
        arrivals.close();
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

    /** A message of which the broker has yet to say that it has it. */
    private record Sending<M>(M message, IMqttToken token) {
        void endIn(long end, List<M> taken) {
            try {
                accepted(token, Math.max(1, (end - System.nanoTime()) / 1_000_000));
                taken.add(message);
            } catch (MqttException e) {
                waits(e);
            }
        }
    }
}
