package org.waypost.hub.broker;

import java.util.Map;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * One MQTT 5 listener over mutual TLS 1.3. Nothing is kept on disk: what a terminal has no receipt for, it sends again.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final SimpleString NOWHERE = SimpleString.of("nowhere");
    private static final String LISTENER = "mqtt";

    /** Bytes of all waiting messages together; more are dropped, and their terminals send them again. */
    private static final long WAITING_BYTES_MAX = 48L << 20;

    private final EmbeddedActiveMQ broker;

    private EmbeddedBroker(EmbeddedActiveMQ broker) {
        this.broker = broker;
    }

    /**
     * Starts listening.
     *
     * @throws BrokerFailure if the port is taken or the key stores cannot be used
     */
    public static EmbeddedBroker start(Listener listener, BrokerLimits limits) {
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ()
                .setConfiguration(configuration(listener, limits))
                .setSecurityManager(new CertificateSecurity());
        EmbeddedBroker started = new EmbeddedBroker(broker);
        try {
            broker.start();
            broker.getActiveMQServer().getRemotingService().addIncomingInterceptor(new MqttFive());
        } catch (Exception e) { // the broker's own signature
            started.close();
            throw new BrokerFailure(
                    "the broker does not start: check its key stores and whether port " + listener.port() + " is free",
                    e);
        }
        if (started.port() <= 0) {
            started.close();
            throw new BrokerFailure(
                    "the broker does not listen: check whether port " + listener.port() + " is free", null);
        }
        return started;
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
                .addAcceptorConfiguration(acceptor(listener, limits));
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

    private static TransportConfiguration acceptor(Listener listener, BrokerLimits limits) {
        Map<String, Object> parameters = Map.ofEntries(
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
                Map.entry("connectionsAllowed", limits.connectionsMax()),
                Map.entry("useEpoll", false),
                // nobody is kept waiting when the hub ends: what is not acknowledged comes again
                Map.entry("quietPeriod", 0),
                Map.entry("shutdownTimeout", 1_000));
        Map<String, Object> mqtt = Map.of("maximumPacketSize", limits.packetMax(), "topicAliasMaximum", 0);
        return new TransportConfiguration(NettyAcceptorFactory.class.getName(), parameters, LISTENER, mqtt);
    }

    /** The port it listens on. */
    public int port() {
        return broker.getActiveMQServer()
                .getRemotingService()
                .getAcceptor(LISTENER)
                .getActualPort();
    }

    @Override
    public void close() {
        try {
            broker.stop();
        } catch (Exception e) { // the broker's own signature
            throw new BrokerFailure("the broker does not stop cleanly", e);
        }
    }
}
