package org.waypost.agent.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.waypost.contract.Codec;
import org.waypost.contract.Receipt;
import org.waypost.contract.SealedReport;
import org.waypost.contract.SignedAcknowledgement;
import org.waypost.contract.SignedHealth;
import org.waypost.contract.SignedNotice;
import org.waypost.contract.SignedReceipt;
import org.waypost.contract.Tls13SocketFactory;
import org.waypost.contract.Topic;

/** The other end of the wire: answers each report by a receipt, as a hub does, and remembers what it has. */
final class ReceivingHub implements MqttCallback, AutoCloseable {
    final Map<UUID, Long> stored = new ConcurrentHashMap<>();
    final Queue<SignedHealth> told = new ConcurrentLinkedQueue<>();
    final Queue<SignedAcknowledgement> acknowledged = new ConcurrentLinkedQueue<>();
    final AtomicInteger received = new AtomicInteger();

    private final Enrolled enrolled;
    private final boolean answers;
    private final MqttAsyncClient client;

    ReceivingHub(Enrolled enrolled, URI broker, TlsFiles tls) throws MqttException {
        this(enrolled, broker, tls, true);
    }

    /** One that listens and never says a word. */
    static ReceivingHub silent(Enrolled enrolled, URI broker, TlsFiles tls) throws MqttException {
        return new ReceivingHub(enrolled, broker, tls, false);
    }

    private ReceivingHub(Enrolled enrolled, URI broker, TlsFiles tls, boolean answers) throws MqttException {
        this.enrolled = enrolled;
        this.answers = answers;
        client = new MqttAsyncClient(broker.toString(), "hub", new MemoryPersistence());
        client.setCallback(this);
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setSocketFactory(new Tls13SocketFactory(tls.context().getSocketFactory()));
        client.connect(options).waitForCompletion(10_000);
        client.subscribe(Topic.Kind.REPORT.filter(), 1).waitForCompletion(10_000);
        client.subscribe(Topic.Kind.HEALTH.filter(), 1).waitForCompletion(10_000);
        client.subscribe(Topic.Kind.ACKNOWLEDGEMENT.filter(), 1).waitForCompletion(10_000);
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) throws MqttException {
        if (Codec.read(message.getPayload(), SignedHealth.class) instanceof Codec.Decoded<SignedHealth> decoded) {
            told.add(decoded.value());
        }
        if (Codec.read(message.getPayload(), SignedAcknowledgement.class)
                instanceof Codec.Decoded<SignedAcknowledgement> decoded) {
            acknowledged.add(decoded.value());
        }
        if (answers
                && Codec.read(message.getPayload(), SealedReport.class)
                        instanceof Codec.Decoded<SealedReport> decoded) {
            received.incrementAndGet();
            SealedReport report = decoded.value();
            Long before = stored.putIfAbsent(report.id(), (long) stored.size() + 1);
            Receipt receipt = before == null
                    ? new Receipt.Stored(stored.size(), Enrolled.NOW)
                    : new Receipt.AlreadyStored(before, Enrolled.NOW);
            send(enrolled.answer(report, receipt));
        }
    }

    void say(SignedNotice notice) throws MqttException {
        client.publish(
                Topic.notice(notice.terminal()).text(), Codec.write(notice).getBytes(UTF_8), 1, false);
    }

    private void send(SignedReceipt receipt) throws MqttException {
        client.publish(
                Topic.receipt(receipt.terminal()).text(), Codec.write(receipt).getBytes(UTF_8), 1, false);
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnectForcibly(0, 200, true);
        }
        client.close(true);
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {}

    @Override
    public void mqttErrorOccurred(MqttException cause) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean again, String broker) {}

    @Override
    public void authPacketArrived(int code, MqttProperties properties) {}
}
