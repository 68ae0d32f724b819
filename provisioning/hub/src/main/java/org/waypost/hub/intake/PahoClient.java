package org.waypost.hub.intake;

import java.util.Arrays;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.internal.NetworkModule;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;

/**
 * Paho's client without a thread it would leave behind: Paho 1.2.5 waits for its receiver and its sender to run by
 * looking every 100 ms, and waits for ever if the broker hung up before the first look, as it does on a certificate it
 * does not know. Both run when the first packet is sent, so nothing of the end is told before. Its pings do not depend
 * on the wall clock, and a half-open line is noticed within one and a half keep-alives.
 */
final class PahoClient extends MqttAsyncClient {
    private final Pulse pulse;

    PahoClient(String broker, String id) throws MqttException {
        this(broker, id, new Pulse(System::nanoTime));
    }

    private PahoClient(String broker, String id, Pulse pulse) throws MqttException {
        super(broker, id, new MemoryPersistence(), new SteadyPing(pulse), null);
        this.pulse = pulse;
    }

    @Override
    protected NetworkModule[] createNetworkModules(String address, MqttConnectionOptions options) throws MqttException {
        return Arrays.stream(super.createNetworkModules(address, options))
                .map(line -> new PahoLine(line, pulse))
                .toArray(NetworkModule[]::new);
    }
}
