package org.waypost.hub.broker;

import java.net.InetAddress;
import java.util.Map;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;

/**
 * MQTT 5 over mutual TLS 1.3: one door on loopback for the hub itself, and one for terminals that opens later, so that
 * no report comes before somebody listens for it and no crowd of terminals keeps the hub out. Nothing is kept on disk:
 * what a terminal has no receipt for, it sends again.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final SimpleString NOWHERE = SimpleString.of("nowhere");
    private static final String TERMINALS = "terminals";
    private static final String HUB = "hub";

    /** Of the hub; one that is just ending may overlap with the next. */
    private static final int HUB_CONNECTIONS_MAX = 8;

    /** Bytes of all waiting messages together; more are dropped, and their terminals send them again. */
    private static final long WAITING_BYTES_MAX = 48L << 20;

    private final EmbeddedActiveMQ broker;
    private final int port;

    private EmbeddedBroker(EmbeddedActiveMQ broker, int port) {
        this.broker = broker;
        this.port = port;
    }

    /**
     * Starts, and listens on loopback for the hub alone.
     *
     * @throws BrokerFailure if the key stores cannot be used
     */
    public static EmbeddedBroker start(Listener listener, BrokerLimits limits) {
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ()
                .setConfiguration(configuration(listener, limits))
                .setSecurityManager(new CertificateSecurity());
        EmbeddedBroker started = new EmbeddedBroker(broker, listener.port());
        started.attempt("does not start: check its key stores", () -> {
            broker.start();
            broker.getActiveMQServer().getRemotingService().addIncomingInterceptor(new MqttFive());
        });
        started.listening(HUB);
        return started;
    }

    /**
     * Lets terminals in.
     *
     * @throws BrokerFailure if the port is taken
     */
    public void open() {
        attempt(
                "does not listen: check whether port " + port + " is free",
                () -> acceptor(TERMINALS).start());
        listening(TERMINALS);
    }

    /** The broker's own signatures name no exception in particular. */
    private void attempt(String trouble, Step step) {
        try {
            step.run();
        } catch (Exception e) {
            close();
            throw new BrokerFailure("the broker " + trouble, e);
        }
    }

    private void listening(String door) {
        if (acceptor(door).getActualPort() <= 0) {
            close();
            throw new BrokerFailure("the broker does not listen: check whether port " + port + " is free", null);
        }
    }

    private Acceptor acceptor(String door) {
        return broker.getActiveMQServer().getRemotingService().getAcceptor(door);
    }

    private static Configuration configuration(Listener listener, BrokerLimits limits) {
        return new ConfigurationImpl()
                .setName("waypost-hub")
                .setPersistenceEnabled(false)
                .setJMXManagementEnabled(false)
                .setMessageCounterEnabled(false)
                .setSecurityEnabled(true)
                // both caches are keyed by what a client claims, not by its certificate
                .setAuthenticationCacheSize(0)
                .setAuthorizationCacheSize(0)
                .setGracefulShutdownEnabled(false)
                .setGlobalMaxSize(WAITING_BYTES_MAX)
                .addAddressSetting("#", queues(limits))
                .addAcceptorConfiguration(door(HUB, true, ownDoor(listener), limits, HUB_CONNECTIONS_MAX))
                .addAcceptorConfiguration(door(TERMINALS, false, listener, limits, limits.connectionsMax()));
    }

    private static AddressSettings queues(BrokerLimits limits) {
        return new AddressSettings()
                .setAutoCreateAddresses(true)
                .setAutoDeleteAddresses(true)
                .setAutoCreateQueues(true)
                .setAutoDeleteQueues(true)
                // without queues: what is put there is gone
                .setDeadLetterAddress(NOWHERE)
                .setExpiryAddress(NOWHERE)
                .setAutoCreateDeadLetterResources(false)
                // a ring: the address\'s own count does not see what arrives over a wildcard
                .setDefaultRingSize(limits.queuedMax())
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.DROP);
    }

    private static Listener ownDoor(Listener listener) {
        return new Listener(
                InetAddress.getLoopbackAddress().getHostAddress(),
                0,
                listener.keyStore(),
                listener.trustStore(),
                listener.password());
    }

    private static TransportConfiguration door(
            String name, boolean atStart, Listener listener, BrokerLimits limits, int connectionsMax) {
        Map<String, Object> parameters = Map.ofEntries(
                Map.entry("autoStart", atStart),
                Map.entry("host", listener.host()),
                Map.entry("port", listener.port()),
                Map.entry("protocols", "MQTT"),
                Map.entry("sslEnabled", true),
                Map.entry("needClientAuth", true),
                Map.entry("enabledProtocols", "TLSv1.3"),
                Map.entry("keyStorePath", listener.keyStore().toString()),
                Map.entry("keyStoreType", "PKCS12"),
                Map.entry("keyStorePassword", listener.password()),
                Map.entry("trustStorePath", listener.trustStore().toString()),
                Map.entry("trustStoreType", "PKCS12"),
                Map.entry("trustStorePassword", listener.password()),
                Map.entry("connectionsAllowed", connectionsMax),
                Map.entry("useEpoll", false),
                // nobody is kept waiting when the hub ends: what is not acknowledged comes again
                Map.entry("quietPeriod", 0),
                Map.entry("shutdownTimeout", 1_000));
        Map<String, Object> mqtt = Map.of("maximumPacketSize", limits.packetMax(), "topicAliasMaximum", 0);
        return new TransportConfiguration(NettyAcceptorFactory.class.getName(), parameters, name, mqtt);
    }

    /** The port for terminals; 0 or less before {@link #open}. */
    public int port() {
        return acceptor(TERMINALS).getActualPort();
    }

    /** The hub's own port, on loopback. */
    public int hubPort() {
        return acceptor(HUB).getActualPort();
    }

    @Override
    public void close() {
        try {
            broker.stop();
        } catch (Exception e) { // the broker's own signature
            throw new BrokerFailure("the broker does not stop cleanly", e);
        }
    }

    private interface Step {
        void run() throws Exception;
    }
}
