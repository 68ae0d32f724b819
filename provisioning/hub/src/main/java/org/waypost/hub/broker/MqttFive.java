package org.waypost.hub.broker;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttVersion;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Ends connections that speak an older MQTT, leave a will, or publish what is to be retained: none of it has a use
 * here, and each keeps something at the broker that nobody asked for.
 */
final class MqttFive implements MQTTInterceptor {

    @Override
    public boolean intercept(MqttMessage packet, RemotingConnection connection) {
        if (packet instanceof MqttConnectMessage connect) {
            return connect.variableHeader().version() == MqttVersion.MQTT_5.protocolLevel()
                    && !connect.variableHeader().isWillFlag();
        }
        return !(packet instanceof MqttPublishMessage publish)
                || !publish.fixedHeader().isRetain();
    }
}
