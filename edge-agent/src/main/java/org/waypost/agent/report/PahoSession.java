package org.waypost.agent.report;

import static java.lang.System.Logger.Level.WARNING;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
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

/** One Paho client from its connection to its end. Its callbacks leave word in the mailbox and never wait. */
final class PahoSession implements BrokerSession, MqttCallback {
    /** Paho throws beyond the broker's window instead of waiting; ten at once use any line well. */
    private static final int WINDOW_MAX = 10;

    /** Room for the packet's header, topic and properties. */
    private static final int HEADER_BYTES = 200;

    private static final System.Logger LOG = System.getLogger(Courier.class.getName());
    private static final int SUCCESS = 0;
    private static final int REFUSED = 0x80; // first failing reason code, MQTT 5 section 2.4
    private static final int QOS = 1;
    private static final int AT_MOST_ONCE = 0;
    private static final long GOODBYE_MILLIS = 500;

    private final MqttAsyncClient client;
    private final Mailbox mailbox;
    private volatile boolean closed;
    private int window = 1;
    private int messageMax = Codec.MESSAGE_MAX;

    PahoSession(MqttAsyncClient client, Mailbox mailbox) {
        this.client = client;
        this.mailbox = mailbox;
        client.setCallback(this);
    }

    /**
     * Connects and subscribes to the first of the topics, and to the others as far as the broker lets them be heard.
     * What stood in the way, in one line, if anything did.
     */
    Optional<String> open(MqttConnectionOptions options, List<Topic> hears) throws InterruptedException {
        try {
            PahoLink.Answer connected = new PahoLink.Answer();
            client.connect(options, null, connected);
            adopt(connected.await().getResponseProperties());
            PahoLink.Answer subscribed = new PahoLink.Answer();
            String[] topics = hears.stream().map(Topic::text).toArray(String[]::new);
            int[] qos = new int[topics.length];
            Arrays.fill(qos, QOS);
            client.subscribe(topics, qos, null, subscribed);
            return granted(subscribed.await(), topics);
        } catch (MqttException e) {
            return Optional.of(Trouble.of(e));
        } catch (ExecutionException e) {
            return Optional.of(Trouble.of(e));
        } catch (TimeoutException e) {
            return Optional.of("it does not answer in time");
        }
    }

    /** Reports come first: without notices they travel all the same. */
    private static Optional<String> granted(IMqttToken subscribed, String[] topics) {
        int[] codes = Optional.ofNullable(subscribed.getReasonCodes()).orElse(new int[] {REFUSED});
        if (codes[0] != QOS) {
            return Optional.of("it does not let this terminal read " + topics[0] + " (MQTT reason code " + codes[0]
                    + "): check its access list");
        }
        for (int i = 1; i < topics.length; i++) {
            if (codes.length <= i || codes[i] != QOS) {
                LOG.log(WARNING, "the broker does not let this terminal read {0}: check its access list", topics[i]);
            }
        }
        return Optional.empty();
    }

    private void adopt(@Nullable MqttProperties broker) {
        window = WINDOW_MAX;
        if (broker != null && broker.getReceiveMaximum() != null) {
            window = Math.min(WINDOW_MAX, broker.getReceiveMaximum());
        }
        if (broker != null && broker.getMaximumPacketSize() != null) {
            messageMax = (int) Math.min(Codec.MESSAGE_MAX, broker.getMaximumPacketSize() - HEADER_BYTES);
        }
    }

    /** The worst reason code of an answer; a publish that is denied still "succeeds" in Paho. */
    private static int code(IMqttToken token) {
        int[] codes = token.getReasonCodes();
        return codes == null ? 0 : Arrays.stream(codes).max().orElse(0);
    }

    @Override
    public int window() {
        return window;
    }

    @Override
    public int messageMax() {
        return messageMax;
    }

    @Override
    public void publish(SealedReport report) {
        byte[] message = Codec.write(report).getBytes(UTF_8);
        String topic = Topic.report(report.terminal()).text();
        try {
            client.publish(topic, message, QOS, false, null, new Handover(report.id()));
        } catch (MqttException e) {
            leave(new LinkEvent.Lost(Trouble.of(e)));
        }
    }

    @Override
    public void say(TerminalId station, UUID reference, StationWord word) {
        byte[] message = Codec.write(word).getBytes(UTF_8);
        try {
            client.publish(Topic.tip(station).text(), message, QOS, false, null, new Handover(reference));
        } catch (MqttException e) {
            leave(new LinkEvent.Lost(Trouble.of(e)));
        }
    }

    @Override
    public void tell(SignedHealth health) {
        once(Topic.health(health.terminal()), health);
    }

    @Override
    public void acknowledge(SignedAcknowledgement notice) {
        once(Topic.acknowledgement(notice.terminal()), notice);
    }

    private void once(Topic topic, Object message) {
        try {
            client.publish(topic.text(), Codec.write(message).getBytes(UTF_8), AT_MOST_ONCE, false);
        } catch (MqttException e) {
            leave(new LinkEvent.Lost(Trouble.of(e)));
        }
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        leave(event(Topic.parse(topic).map(Topic::kind).orElse(Topic.Kind.RECEIPT), message));
    }

    private static LinkEvent event(Topic.Kind kind, MqttMessage message) {
        return switch (kind) {
            case NOTICE -> event(message, SignedNotice.class, LinkEvent.Noticed::new);
            case ANSWER -> event(message, DeskWord.class, LinkEvent.Said::new);
            case RECEIPT, REPORT, HEALTH, TIP, ACKNOWLEDGEMENT ->
                event(message, SignedReceipt.class, LinkEvent.Arrived::new);
        };
    }

    private static <T> LinkEvent event(MqttMessage message, Class<T> type, Function<T, LinkEvent> event) {
        return switch (Codec.read(message.getPayload(), type)) {
            case Codec.Decoded<T> decoded -> event.apply(decoded.value());
            case Codec.Malformed<T> malformed -> new LinkEvent.Unreadable(malformed.reason());
        };
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        MqttException cause = response.getException();
        leave(new LinkEvent.Lost(
                cause == null ? "it ended the connection (code " + response.getReturnCode() + ")" : Trouble.of(cause)));
    }

    @Override
    public void mqttErrorOccurred(MqttException cause) {
        leave(new LinkEvent.Lost(Trouble.of(cause)));
    }

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean again, String broker) {}

    @Override
    public void authPacketArrived(int code, MqttProperties properties) {}

    private void leave(LinkEvent event) {
        if (!closed) {
            mailbox.leave(event);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            client.disconnectForcibly(0, GOODBYE_MILLIS, true);
        } catch (MqttException alreadyGone) {
            // nothing to say goodbye to
        }
        try {
            client.close(true);
        } catch (MqttException alreadyGone) {
            // nothing to close
        }
    }

    /** What the broker says to one message. */
    private final class Handover implements MqttActionListener {
        private final UUID report;

        Handover(UUID report) {
            this.report = report;
        }

        /** Below 128 stands one more code, "no matching subscribers": the broker has thrown the message away. */
        @Override
        public void onSuccess(IMqttToken token) {
            int code = code(token);
            leave(code == SUCCESS ? new LinkEvent.Taken(report) : new LinkEvent.NotTaken(report, code));
        }

        @Override
        public void onFailure(IMqttToken token, Throwable cause) {
            leave(new LinkEvent.Lost(Trouble.of(cause)));
        }
    }
}
