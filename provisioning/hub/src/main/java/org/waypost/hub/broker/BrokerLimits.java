package org.waypost.hub.broker;

import org.waypost.contract.Codec;

/**
 * What the broker takes before it says no. The defaults suit a port or a city: some hundred terminals.
 *
 * @param packetMax largest MQTT packet in bytes; a larger one ends its connection
 * @param connectionsMax connections at a time; more are closed at once
 * @param queuedMax messages that may wait for one consumer; the oldest beyond are dropped, and their terminals send
 *     them again
 */
public record BrokerLimits(int packetMax, int connectionsMax, int queuedMax) {
    /** Topic, packet id and properties around the longest message; MQTT 5 section 3.3 needs under 100 bytes. */
    public static final int PACKET_OVERHEAD = 1_024;

    /** The product's own bounds. */
    public static final BrokerLimits DEFAULT = new BrokerLimits(Codec.MESSAGE_MAX + PACKET_OVERHEAD, 2_000, 10_000);
}
