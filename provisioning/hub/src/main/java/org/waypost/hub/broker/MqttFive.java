package org.waypost.hub.broker;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttVersion;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Ends connections that speak an older MQTT, leave a will, or publish what is to be retained: none of it has a use
 * here, and each keeps something at the broker that nobody asked for. Ends those that name a queue, by a share or
 * outright, unless a hub shares what hubs hear: Artemis 2.55.0 deletes the queue of a subscription that it denies,
 * whosever it is.
 */
final class MqttFive implements MQTTInterceptor {

    @Override
    public boolean intercept(MqttMessage packet, RemotingConnection connection) {
        return switch (packet) {
            case MqttConnectMessage connect ->
                connect.variableHeader().version() == MqttVersion.MQTT_5.protocolLevel()
                        && !connect.variableHeader().isWillFlag();
            case MqttPublishMessage publish -> !publish.fixedHeader().isRetain();
            case MqttSubscribeMessage subscribe ->
                subscribe.payload().topicSubscriptions().stream()
                        .map(MqttTopicSubscription::topicFilter)
                        .allMatch(filter -> !namesAQueue(filter)
                                || Permissions.shares(String.valueOf(connection.getClientID()), filter));
            default -> true; // the library's type, which is not sealed
        };
    }

    private static boolean namesAQueue(String filter) {
        return filter.startsWith("$share/") || filter.contains("::");
    }
}
