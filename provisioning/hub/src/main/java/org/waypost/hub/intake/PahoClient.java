package org.waypost.hub.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.internal.NetworkModule;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;

/**
 * Paho's client without a thread it would leave behind: Paho 1.2.5 waits for its receiver to run by looking every 100
 * ms, and waits for ever if the broker hung up before the first look, as it does on a certificate it does not know.
 */
final class PahoClient extends MqttAsyncClient {

    PahoClient(String broker, String id) throws MqttException {
        super(broker, id, new MemoryPersistence());
    }

    @Override
    protected NetworkModule[] createNetworkModules(String address, MqttConnectionOptions options) throws MqttException {
        return Arrays.stream(super.createNetworkModules(address, options))
                .map(Line::new)
                .toArray(NetworkModule[]::new);
    }

    private record Line(NetworkModule line) implements NetworkModule {
        @Override
        public void start() throws IOException, MqttException {
            line.start();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new SlowToEnd(line.getInputStream());
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return line.getOutputStream();
        }

        @Override
        public void stop() throws IOException {
            line.stop();
        }

        @Override
        public String getServerURI() {
            return line.getServerURI();
        }
    }
}
