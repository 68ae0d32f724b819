package org.waypost.agent.report;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.waypost.contract.Codec;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Tls13SocketFactory;
import org.waypost.contract.Topic;

/**
 * MQTT 5 over TLS 1.3 with the terminal's certificate, by Eclipse Paho. The broker's host name is checked; there is no
 * plain connection. The session lives on at the broker for a day, so that receipts wait there; nothing else is left to
 * the broker or to Paho, since the outbox keeps what is not confirmed.
 */
public final class PahoLink implements BrokerLink {
    private static final long SESSION_SECONDS = Duration.ofDays(1).toSeconds();
    private static final int KEEP_ALIVE_SECONDS = 30;
    private static final int CONNECT_SECONDS = 10;

    private final List<Topic> hears;
    private final List<URI> brokers;
    private final Supplier<SSLContext> tls;
    private int turn;

    /**
     * A way to these brokers for a terminal that files reports; without notices if a broker does not let them be heard.
     */
    public PahoLink(TerminalId terminal, List<URI> brokers, Supplier<SSLContext> tls) {
        this(List.of(Topic.receipt(terminal), Topic.notice(terminal)), brokers, tls);
    }

    /**
     * A way to these brokers.
     *
     * @param hears where the hub speaks to this terminal; at least one, and without the first there is no connection
     * @param brokers {@code ssl://host:port}, at least one, tried in turn
     * @param tls asked at each connection
     */
    public PahoLink(List<Topic> hears, List<URI> brokers, Supplier<SSLContext> tls) {
        this.hears = List.copyOf(hears);
        this.brokers = List.copyOf(brokers);
        this.tls = tls;
        if (this.brokers.isEmpty() || this.brokers.stream().anyMatch(broker -> !"ssl".equals(broker.getScheme()))) {
            throw new IllegalArgumentException("brokers are ssl://host:port, at least one");
        }
    }

    @Override
    public Attempt connect(Mailbox mailbox) throws InterruptedException {
        String broker = brokers.get(turn).toString();
        turn = (turn + 1) % brokers.size();
        try {
            PahoSession session = new PahoSession(
                    new PahoClient(broker, hears.getFirst().terminal().value()), mailbox);
            return opened(broker, session);
        } catch (MqttException e) {
            return new Attempt.Failed(broker, Trouble.of(e));
        }
    }

    private Attempt opened(String broker, PahoSession session) throws InterruptedException {
        boolean kept = false;
        try {
            Optional<String> trouble = session.open(options(), hears);
            kept = trouble.isEmpty();
            return kept ? new Attempt.Connected(broker, session) : new Attempt.Failed(broker, trouble.orElseThrow());
        } finally {
            if (!kept) {
                session.close();
            }
        }
    }

    private MqttConnectionOptions options() {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setSocketFactory(new Tls13SocketFactory(tls.get().getSocketFactory()));
        options.setHttpsHostnameVerificationEnabled(true);
        options.setAutomaticReconnect(false);
        options.setCleanStart(false);
        options.setSessionExpiryInterval(SESSION_SECONDS);
        options.setTopicAliasMaximum(0);
        options.setMaximumPacketSize((long) Codec.MESSAGE_MAX);
        options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        options.setConnectionTimeout(CONNECT_SECONDS);
        return options;
    }

    /** Paho's answer to one request, as something that can be waited for and interrupted. */
    static final class Answer implements MqttActionListener {
        private final CompletableFuture<IMqttToken> token = new CompletableFuture<>();

        @Override
        public void onSuccess(IMqttToken done) {
            token.complete(done);
        }

        @Override
        public void onFailure(IMqttToken failed, @Nullable Throwable cause) {
            token.completeExceptionally(cause == null ? new MqttException(0) : cause);
        }

        IMqttToken await() throws InterruptedException, ExecutionException, TimeoutException {
            return token.get(CONNECT_SECONDS + 2L, TimeUnit.SECONDS);
        }
    }
}
