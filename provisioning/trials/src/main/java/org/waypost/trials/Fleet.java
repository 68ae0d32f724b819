package org.waypost.trials;

import com.hivemq.client.mqtt.MqttClientExecutorConfig;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Topic;

/** The connections of many terminals in one process; HiveMQ's client needs no thread for each. */
final class Fleet implements AutoCloseable {
    /** More handshakes at once would only wait for each other. */
    private static final int CONNECTING = 200;

    private static final int KEEP_ALIVE_SECONDS = 300;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final List<TerminalId> terminals = new ArrayList<>();
    private final List<Mqtt5AsyncClient> clients = new ArrayList<>();
    private volatile Consumer<byte[]> receipts = payload -> {};

    /** Not yet connected. */
    Fleet(FleetSite site) throws GeneralSecurityException, IOException {
        TrustManagerFactory trust = trust(site.certifier().authority());
        MqttClientExecutorConfig threads =
                MqttClientExecutorConfig.builder().nettyThreads(2).build();
        for (FleetSite.Enrolled terminal : site.terminals()) {
            terminals.add(terminal.id());
            Mqtt5AsyncClient client = Mqtt5Client.builder()
                    .identifier(terminal.id().value())
                    .serverHost("localhost")
                    .serverPort(site.port())
                    .executorConfig(threads)
                    .sslConfig(MqttClientSslConfig.builder()
                            .keyManagerFactory(keys(terminal.certificate()))
                            .trustManagerFactory(trust)
                            .protocols(List.of("TLSv1.3"))
                            .build())
                    .buildAsync();
            client.publishes(MqttGlobalPublishFilter.ALL, this::arrived);
            clients.add(client);
        }
    }

    private static KeyManagerFactory keys(Certifier.Issued issued) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "tls", issued.key(), Certifier.PASSWORD, issued.chain().toArray(X509Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, Certifier.PASSWORD);
        return keys;
    }

    private static TrustManagerFactory trust(X509Certificate authority) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", authority);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        return trust;
    }

    private void arrived(Mqtt5Publish receipt) {
        receipts.accept(receipt.getPayloadAsBytes());
    }

    /** Connects and subscribes all. */
    Duration connect() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Semaphore turn = new Semaphore(CONNECTING);
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (int terminal = 0; terminal < clients.size(); terminal++) {
            turn.acquire();
            all.add(listening(terminal).whenComplete((done, failed) -> turn.release()));
        }
        try {
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("not all terminals of the fleet are connected", e);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private CompletableFuture<?> listening(int terminal) {
        Mqtt5AsyncClient client = clients.get(terminal);
        return client.connectWith()
                .keepAlive(KEEP_ALIVE_SECONDS)
                .send()
                .thenCompose(connected -> client.subscribeWith()
                        .topicFilter(Topic.receipt(terminals.get(terminal)).text())
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .send());
    }

    /** Hands over each receipt as it comes, on a thread of the connections. */
    void onReceipt(Consumer<byte[]> taker) {
        receipts = taker;
    }

    /** What a broker's acknowledgement says. */
    enum Acknowledged {
        FOR_A_HUB,
        /** Reason code 0x10: nobody has subscribed, so nobody will get it. */
        BY_A_BROKER_WITHOUT_A_HUB
    }

    /** Done when the broker has acknowledged it. */
    CompletableFuture<Acknowledged> publish(int terminal, byte[] payload) {
        return clients.get(terminal)
                .publishWith()
                .topic(Topic.report(terminals.get(terminal)).text())
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload)
                .send()
                .thenApply(Fleet::acknowledged);
    }

    private static Acknowledged acknowledged(Mqtt5PublishResult result) {
        return result instanceof Mqtt5PublishResult.Mqtt5Qos1Result one
                        && one.getPubAck().getReasonCode() == Mqtt5PubAckReasonCode.NO_MATCHING_SUBSCRIBERS
                ? Acknowledged.BY_A_BROKER_WITHOUT_A_HUB
                : Acknowledged.FOR_A_HUB;
    }

    @Override
    public void close() {
        CompletableFuture.allOf(clients.stream()
                        .filter(client -> client.getState().isConnected())
                        .map(Mqtt5AsyncClient::disconnect)
                        .toArray(CompletableFuture[]::new))
                .exceptionally(already -> null)
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }
}
