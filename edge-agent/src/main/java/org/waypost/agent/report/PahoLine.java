package org.waypost.agent.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import org.eclipse.paho.mqttv5.client.internal.NetworkModule;
import org.eclipse.paho.mqttv5.common.MqttException;

/**
 * A line on which the broker's hanging up is heard only after Paho has begun to speak, and of which a pulse is felt.
 */
final class PahoLine implements NetworkModule {
    private final NetworkModule line;
    private final Pulse pulse;
    private final CountDownLatch spoken = new CountDownLatch(1);

    PahoLine(NetworkModule line, Pulse pulse) {
        this.line = line;
        this.pulse = pulse;
    }

    @Override
    public void start() throws IOException, MqttException {
        line.start();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new HeldEnd(line.getInputStream(), spoken, pulse);
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new OpeningOutput(line.getOutputStream(), spoken, pulse);
    }

    @Override
    public void stop() throws IOException {
        spoken.countDown();
        line.stop();
    }

    @Override
    public String getServerURI() {
        return line.getServerURI();
    }
}
