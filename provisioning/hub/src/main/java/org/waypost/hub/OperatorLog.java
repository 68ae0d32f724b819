package org.waypost.hub;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the log readable for an operator at night: libraries speak at WARNING only. */
final class OperatorLog {
    // held here, since the platform forgets the level of a logger that nobody holds
    private static final Map<Logger, Level> LEVELS = Map.of(
            Logger.getLogger("org.apache.activemq"), Level.WARNING,
            // a line for each connection and each look into the broker
            Logger.getLogger("org.apache.activemq.audit"), Level.OFF,
            // a stack trace for each line that breaks under a packet; the intake says it in a line of its own
            Logger.getLogger("org.eclipse.paho.mqttv5.client.internal.CommsSender"), Level.OFF,
            Logger.getLogger("org.flywaydb"), Level.WARNING,
            // a stack trace for each connection that a server ends; who needed it says so in a line of its own
            Logger.getLogger("com.zaxxer.hikari"), Level.SEVERE,
            Logger.getLogger("io.helidon"), Level.WARNING,
            Logger.getLogger("io.netty"), Level.WARNING);

    private static final Logger BROKER = Logger.getLogger("org.apache.activemq.artemis.core.server");

    // a stack trace for each connection that ends during its handshake; what matters of it has a line of its own
    private static final String HANDSHAKE = "AMQ224126";

    private OperatorLog() {}

    static void quiet() {
        LEVELS.forEach(Logger::setLevel);
        BROKER.setFilter(line -> !line.getMessage().startsWith(HANDSHAKE));
    }
}
